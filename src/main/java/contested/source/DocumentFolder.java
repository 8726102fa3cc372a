package contested.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder whose files may be documents: read one by one, in the order of their names, none of its folders entered. */
public final class DocumentFolder {

    /** A pack has dozens of sources; a folder with more files than this was named by mistake. */
    static final int MAX_FILES = 200;

    private final Path folder;

    public DocumentFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What may be read here, names beginning with a dot left out.
     *
     * @throws UnreadableDocumentException When this is no folder, cannot be read, or holds more than {@link #MAX_FILES}.
     */
    public List<DocumentFile> files() {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableDocumentException("there is no such folder");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Path inside = folder.toRealPath();
            List<DocumentFile> files = entries.filter(
                            f -> !f.getFileName().toString().startsWith("."))
                    .limit(MAX_FILES + 1L)
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .map(f -> new DocumentFile(f, inside))
                    .toList();
            if (files.size() > MAX_FILES) {
                throw new UnreadableDocumentException(
                        "the folder holds more than " + MAX_FILES + " files; name one that holds documents");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableDocumentException("the folder cannot be read");
        }
    }
}
