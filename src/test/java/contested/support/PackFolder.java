package contested.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.pack.PackFiles.Contents;
import contested.pack.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A pack on disk that a test may change, file by file. */
public final class PackFolder {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    PackFolder(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** What the portal's own reader makes of it. */
    public Contents read() {
        return new PackReader(folder).read();
    }

    /** Changes a file whose JSON is an object. */
    public PackFolder edit(String file, Consumer<ObjectNode> change) {
        ObjectNode tree = (ObjectNode) tree(file);
        change.accept(tree);
        return write(file, tree);
    }

    /** Changes a file whose JSON is a list. */
    public PackFolder editList(String file, Consumer<ArrayNode> change) {
        ArrayNode tree = (ArrayNode) tree(file);
        change.accept(tree);
        return write(file, tree);
    }

    /** Raises the version, as makers of a pack do with each change. */
    public PackFolder version(int version) {
        return edit("pack.json", pack -> pack.put("version", version));
    }

    /** Takes a question out of the pack: its name, its file, and its passages from the coverage. */
    public PackFolder drop(String question) {
        edit("pack.json", pack -> {
            ArrayNode questions = (ArrayNode) pack.get("questions");
            for (int i = questions.size() - 1; i >= 0; i--) {
                if (questions.get(i).asText().equals(question)) {
                    questions.remove(i);
                }
            }
        });
        editList(
                "coverage.json",
                rows -> rows.forEach(row -> {
                    ((ObjectNode) row.get("passages")).remove(question);
                    ((ObjectNode) row.get("context")).remove(question);
                }));
        return delete("questions/" + question + ".json");
    }

    public PackFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public PackFolder write(String file, byte[] bytes) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PackFolder delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PackFolder write(String file, com.fasterxml.jackson.databind.JsonNode tree) {
        try {
            return write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private com.fasterxml.jackson.databind.JsonNode tree(String file) {
        try {
            return JSON.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
