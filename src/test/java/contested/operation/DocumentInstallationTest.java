package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.passage.Resolution;
import contested.shared.ContentVersions;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What installing documents does to sources and passages, and what the operator is told. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class DocumentInstallationTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Database database;
    private Path documents;
    private Path gazette;

    @BeforeEach
    void loadPack() {
        database = Database.on(engine);
        documents = SampleDebate.documents(folder.resolve("documents"));
        gazette = documents.resolve(SampleDebate.GAZETTE + ".txt");
        database.wiring().put(Settings.class, new Settings(Map.of("CONTESTED_DOCUMENTS", documents.toString())::get));
        database.filledWith(SampleDebate.pack(folder.resolve("packs")));
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private InstallationReport with(Function<DocumentInstallation, InstallationReport> act) {
        return database.inTransaction(() -> act.apply(database.get(DocumentInstallation.class)));
    }

    private InstallationReport install() {
        return with(installation -> installation.install(documents));
    }

    private long contentVersion() {
        return database.inTransaction(() -> database.get(ContentVersions.class).current());
    }

    private void edit(Path file, UnaryOperator<String> change) {
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(InstallationReport report, Resolution resolution) {
        return report.passages().stream()
                .filter(p -> p.resolution() == resolution)
                .count();
    }

    @Test
    void withoutDocumentsEverySourceIsNotInstalled() {
        InstallationReport report = with(DocumentInstallation::report);

        assertThat(report.lines()).contains("source gazette: not installed, 0 of 4 paragraphs");
        assertThat(count(report, Resolution.UNRESOLVED))
                .isEqualTo(report.passages().size());
        assertThat(report.isWhole()).isTrue();
    }

    @Test
    void wholeDocumentsAreInstalledAndAllPassagesFound() {
        InstallationReport report = install();

        assertThat(report.isWell()).isTrue();
        assertThat(report.lines())
                .contains(
                        "file gazette.txt: recognised as source gazette",
                        "source gazette: installed, 4 of 4 paragraphs (new)");
        assertThat(count(report, Resolution.RESOLVED))
                .isEqualTo(report.passages().size());
    }

    @Test
    void nameOfTheFileDoesNotMatter() throws IOException {
        Files.move(gazette, documents.resolve("notes about something else.md"));

        assertThat(install().lines()).contains("source gazette: installed, 4 of 4 paragraphs (new)");
    }

    @Test
    void installingAgainChangesNothing() {
        install();
        long version = contentVersion();

        InstallationReport again = install();

        assertThat(again.isWell()).isTrue();
        assertThat(again.lines()).contains("source gazette: installed, 4 of 4 paragraphs (as before)");
        assertThat(contentVersion()).isEqualTo(version);
    }

    @Test
    void startInstallsWhatTheFolderHas() {
        assertThat(with(DocumentInstallation::atStart).isWell()).isTrue();
    }

    @Test
    void startWithoutTheFolderIsAStart() {
        database.wiring()
                .put(
                        Settings.class,
                        new Settings(Map.of(
                                "CONTESTED_DOCUMENTS", folder.resolve("none").toString())::get));

        assertThat(with(DocumentInstallation::atStart).notices())
                .singleElement()
                .asString()
                .contains("no documents' folder");
    }

    @Test
    void changedParagraphIsNamedAndItsPassagesMove() {
        edit(gazette, text -> text.replace("fewer quarrels", "far fewer quarrels"));

        InstallationReport report = install();

        assertThat(report.isWell()).isFalse();
        assertThat(report.lines())
                .contains("source gazette: partly installed, 3 of 4 paragraphs as catalogued; changed: 1 (new)");
        assertThat(count(report, Resolution.MOVED)).isPositive();
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("passages of gazette:")
                        && line.contains(" moved (")
                        && line.contains(SampleDebate.PASSAGE + " now in paragraph 1"));
    }

    @Test
    void passageWhosePhraseIsGoneIsLost() {
        edit(gazette, text -> text.replace("loud again", "noisy now"));

        InstallationReport report = install();

        assertThat(count(report, Resolution.LOST)).isPositive();
        assertThat(report.isWell()).isFalse();
        assertThat(with(DocumentInstallation::report).isWhole()).isFalse();
    }

    @Test
    void phraseThatWentToAnotherParagraphIsFoundThere() {
        edit(gazette, text -> text.replace("loud again", "noisy now")
                .replace("every pupil as a suspect.", "every pupil as a suspect, and loud again."));

        assertThat(install().lines()).anyMatch(line -> line.contains(SampleDebate.PASSAGE + " now in paragraph 2"));
    }

    @Test
    void missingParagraphIsNamedAndItsPassagesAreWithoutText() {
        String first = SampleDebate.body(SampleDebate.GAZETTE).get(0);
        edit(gazette, text -> text.replace(first, ""));

        InstallationReport report = install();

        assertThat(report.lines())
                .contains("source gazette: partly installed, 3 of 4 paragraphs as catalogued; missing: 1 (new)");
        assertThat(count(report, Resolution.UNRESOLVED)).isPositive();
    }

    @Test
    void mendedDocumentBringsItsPassagesBack() {
        String whole = read(gazette);
        edit(gazette, text -> text.replace("loud again", "noisy now"));
        install();
        edit(gazette, text -> whole);

        InstallationReport report = install();

        assertThat(report.isWell()).isTrue();
        assertThat(count(report, Resolution.RESOLVED))
                .isEqualTo(report.passages().size());
    }

    @Test
    void sourceWhoseDocumentIsGoneKeepsItsText() throws IOException {
        install();
        Files.delete(gazette);

        assertThat(install().lines()).contains("source gazette: installed, 4 of 4 paragraphs");
    }

    @Test
    void ofTwoFilesTheOneWithMoreParagraphsIsTaken() throws IOException {
        Files.copy(gazette, documents.resolve("a-part-of-it.txt"));
        String first = SampleDebate.body(SampleDebate.GAZETTE).get(0);
        edit(documents.resolve("a-part-of-it.txt"), text -> text.replace(first, ""));

        InstallationReport report = install();

        assertThat(report.isWell()).isTrue();
        assertThat(report.lines())
                .contains(
                        "source gazette: installed, 4 of 4 paragraphs (new)",
                        "file a-part-of-it.txt: recognised as source gazette, set aside: as many or more of its"
                                + " paragraphs are in gazette.txt");
    }

    @Test
    void startKeepsTheBetterTextAndTheOperatorsChoiceRules() {
        install();
        String first = SampleDebate.body(SampleDebate.GAZETTE).get(0);
        edit(gazette, text -> text.replace(first, ""));

        assertThat(with(DocumentInstallation::atStart).lines())
                .contains("source gazette: installed, 4 of 4 paragraphs (kept as before; the document found has fewer"
                        + " paragraphs)");
        assertThat(install().lines())
                .contains("source gazette: partly installed, 3 of 4 paragraphs as catalogued; missing: 1 (new)");
    }

    @Test
    void badFilesCostALineEachAndHarmNothing() throws IOException {
        Files.writeString(documents.resolve("empty.txt"), "");
        Files.write(documents.resolve("other.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(documents.resolve("unknown.txt"), "A text about nothing that the catalogue knows.");
        Files.createSymbolicLink(documents.resolve("link.txt"), Path.of("/etc/hostname"));

        InstallationReport report = install();

        assertThat(report.isWell()).isFalse();
        assertThat(report.lines())
                .contains(
                        "file empty.txt: refused: empty",
                        "file unknown.txt: not recognised: it has the paragraphs of no source in the catalogue",
                        "source gazette: installed, 4 of 4 paragraphs (new)")
                .anyMatch(line -> line.startsWith("file other.txt: refused: not UTF-8"))
                .anyMatch(line -> line.startsWith("file link.txt: refused: a link"));
        assertThat(count(report, Resolution.RESOLVED))
                .isEqualTo(report.passages().size());
    }

    @Test
    void folderWithoutFilesIsSaid() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        InstallationReport report = with(installation -> installation.install(empty));

        assertThat(report.isWell()).isFalse();
        assertThat(report.lines()).contains("no files in " + empty);
    }

    @Test
    void reportHoldsNoTextOfTheDocuments() {
        edit(gazette, text -> text.replace("loud again", "noisy now"));

        assertThat(String.join("\n", install().lines()))
                .doesNotContain("breaks at Lakeside", "quarrels", "noisy", "frozen");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
