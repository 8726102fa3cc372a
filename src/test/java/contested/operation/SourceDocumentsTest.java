package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.pack.PackReader;
import contested.pack.PackService;
import contested.passage.PassageService;
import contested.passage.PassageState;
import contested.passage.Resolution;
import contested.source.SourceReport;
import contested.source.TextState;
import contested.support.Database;
import contested.support.Engine;
import contested.support.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped packs against the publishers' own documents, where those are here. */
class SourceDocumentsTest {

    private final Path documents = Folders.requiredDocuments();

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void loadShippedPacks() {
        database = Database.on(Engine.H2);
        database.wiring().put(Settings.class, new Settings(Map.<String, String>of()::get));
        database.get(PassageService.class);
        for (Path pack : Folders.shippedPacks()) {
            database.doInTransaction(() -> database.get(PackService.class).load(new PackReader(pack).read()));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachSourceIsWholeAndEachPassageResolved() {
        allIsFound(install(documents));
    }

    @Test
    void textCopiedFromThePublishersPageIsRecognisedLikeTheSavedFile() throws IOException {
        copies(text -> "Home\nNews\n"
                + Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replace(" the ", "\u00a0the ")
                        .replace("human", "hu\u00adman\u200b")
                        .replace("\n", "\r\n")
                + "\nRelated news\n");
        allIsFound(install(folder));
    }

    @Test
    void textWithWrappedLinesIsRecognisedLikeTheSavedFile() throws IOException {
        copies(text -> text.replaceAll("(.{60}[^ \\n]*) ", "$1\n"));
        allIsFound(install(folder));
    }

    private InstallationReport install(Path from) {
        return database.inTransaction(
                () -> database.get(DocumentInstallation.class).install(from));
    }

    private void copies(UnaryOperator<String> change) throws IOException {
        List<Path> files;
        try (var all = Files.list(documents)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            String text = Files.readString(files.get(i), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("copy-" + i + ".txt"), change.apply(text));
        }
    }

    private static void allIsFound(InstallationReport report) {
        assertThat(report.sources())
                .isNotEmpty()
                .extracting(SourceReport::state)
                .containsOnly(TextState.INSTALLED);
        assertThat(report.passages())
                .isNotEmpty()
                .extracting(PassageState::resolution)
                .containsOnly(Resolution.RESOLVED);
    }
}
