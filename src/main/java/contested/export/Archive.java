package contested.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import contested.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** All that may be taken along of a workshop: tables, gathered in one moment and written out afterwards, however slowly. */
public final class Archive {

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    private final List<ArchiveTable> tables;

    Archive(List<ArchiveTable> tables) {
        this.tables = List.copyOf(tables);
    }

    public List<ArchiveTable> tables() {
        return tables;
    }

    /** As a zip: what is in it in both languages, all tables as one JSON, each as CSV. */
    public void writeTo(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Language language : Language.values()) {
                zip.putNextEntry(new ZipEntry("README." + language.tag() + ".txt"));
                zip.write(readme(language).getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("archive.json"));
            writeJson(zip);
            for (ArchiveTable table : tables) {
                zip.putNextEntry(new ZipEntry(table.name() + ".csv"));
                zip.write(table.csv().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** What the files and columns mean. */
    static String readme(Language language) {
        String name = "archive-readme_" + language.tag() + ".txt";
        try (InputStream text = Archive.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** Tables by name, each a list of objects. */
    private void writeJson(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            // The zip goes on after this file.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (ArchiveTable table : tables) {
                json.writeArrayFieldStart(table.name());
                for (List<@Nullable Object> row : table.rows()) {
                    json.writeStartObject();
                    for (int i = 0; i < row.size(); i++) {
                        json.writeObjectField(table.columns().get(i), row.get(i));
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }
}
