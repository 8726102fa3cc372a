package contested.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import contested.pack.PackFiles.Contents;
import contested.pack.PackFiles.CoverageRow;
import contested.pack.PackFiles.Manifest;
import contested.pack.PackFiles.QuestionFile;
import contested.pack.PackFiles.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a pack's folder: JSON, then its schema, then what the schema cannot say (see {@link PackCheck}). */
public final class PackReader {

    /** A pack is text about texts; a larger file is a mistake. */
    private static final long MAX_FILE_BYTES = 10_000_000;

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // state_media in a file is STATE_MEDIA here
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .addModule(new PackDates())
            .build();

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig POINTERS =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

    private final Path folder;

    public PackReader(Path folder) {
        this.folder = folder;
    }

    /** @throws BrokenPackException When a file is missing, is no JSON, or does not say what a pack must say. */
    public Contents read() {
        Manifest manifest = read("pack.json", "pack", new TypeReference<>() {});
        List<SourceFile> sources = new ArrayList<>();
        for (String slug : manifest.sources()) {
            sources.add(read(PackFiles.sourceName(slug), "source", new TypeReference<>() {}));
        }
        List<QuestionFile> questions = new ArrayList<>();
        for (String slug : manifest.questions()) {
            questions.add(read(PackFiles.questionName(slug), "question", new TypeReference<>() {}));
        }
        List<CoverageRow> coverage = Files.exists(folder.resolve("coverage.json"))
                ? read("coverage.json", "coverage", new TypeReference<>() {})
                : List.of();
        Contents contents = new Contents(manifest, sources, questions, coverage);
        new PackCheck(nameOf(""), contents).check();
        return contents;
    }

    private <T> T read(String name, String kind, TypeReference<T> type) {
        JsonNode tree = parse(name);
        validate(name, kind, tree);
        try {
            return JSON.treeToValue(tree, JSON.constructType(type));
        } catch (JacksonException e) {
            throw new BrokenPackException(nameOf(name), pointer(e), e.getOriginalMessage(), "values as in the schema");
        }
    }

    private static String pointer(JacksonException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private JsonNode parse(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                throw new BrokenPackException(nameOf(name), "", "there is no such file", "a JSON file of a pack");
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new BrokenPackException(
                        nameOf(name), "", "the file is too large", "at most " + MAX_FILE_BYTES + " bytes");
            }
            JsonNode tree = JSON.readTree(file.toFile());
            if (tree == null || tree.isMissingNode()) {
                throw new BrokenPackException(nameOf(name), "", "the file is empty", "one JSON value");
            }
            return tree;
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new BrokenPackException(nameOf(name), "", place + e.getOriginalMessage(), "JSON in UTF-8");
        } catch (IOException e) {
            throw new BrokenPackException(nameOf(name), "", "the file cannot be read", "a readable file");
        }
    }

    private void validate(String name, String kind, JsonNode tree) {
        schema(kind).validate(tree).stream()
                .min(Comparator.comparing(m -> m.getInstanceLocation().toString()))
                .ifPresent(fault -> {
                    throw broken(name, fault);
                });
    }

    private BrokenPackException broken(String name, ValidationMessage fault) {
        String pointer = fault.getInstanceLocation().toString();
        String wrong = fault.getMessage().replaceFirst("^" + Pattern.quote(pointer) + ": ", "");
        return new BrokenPackException(nameOf(name), pointer, wrong, fault.getType() + " " + fault.getSchemaNode());
    }

    private static JsonSchema schema(String kind) {
        String resource = "/contested/pack/" + kind + ".schema.json";
        try (InputStream in = PackReader.class.getResourceAsStream(resource)) {
            return SCHEMAS.getSchema(JSON.readTree(in), POINTERS);
        } catch (IOException e) {
            throw new IllegalStateException("the build lacks " + resource, e);
        }
    }

    private String nameOf(String name) {
        return folder.getFileName().resolve(name).toString();
    }
}
