package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import contested.passage.ReaderParagraph.Form;
import contested.question.Question;
import contested.source.DocumentService;
import contested.source.ParagraphText;
import contested.source.RecognisedDocument;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a source may be read, in each state of its text. The gazette has passages in all paragraphs but its last. */
class SourceEvidenceTest {

    private static final boolean WHOLE = true;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void loadPack() {
        database = Database.on(Engine.H2).filledWith(SampleDebate.pack(folder.resolve("packs")));
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    /** With a few words put before that paragraph, counted from 1. */
    private static Map<Integer, ParagraphText> gazetteChangedIn(int paragraph) {
        Map<Integer, ParagraphText> body = gazette();
        body.put(
                paragraph,
                new ParagraphText("As of today: "
                        + SampleDebate.body(SampleDebate.GAZETTE).get(paragraph - 1)));
        return body;
    }

    private static Map<Integer, ParagraphText> gazette() {
        Map<Integer, ParagraphText> body = new TreeMap<>();
        List<String> texts = SampleDebate.body(SampleDebate.GAZETTE);
        for (int i = 0; i < texts.size(); i++) {
            body.put(i + 1, new ParagraphText(texts.get(i)));
        }
        return body;
    }

    private List<ReaderParagraph> reading(Map<Integer, ParagraphText> body, boolean whole) {
        return database.inTransaction(() -> {
            if (!body.isEmpty()) {
                database.get(DocumentService.class)
                        .install(new RecognisedDocument(SampleDebate.GAZETTE, body, 0), true);
            }
            database.entityManager().flush();
            return database.get(EvidenceService.class)
                    .ofSource(SampleDebate.GAZETTE)
                    .paragraphs(whole);
        });
    }

    private static String text(ReaderParagraph paragraph) {
        return paragraph.text().orElseThrow().segments().stream()
                .map(MarkedText.Segment::text)
                .reduce("", String::concat);
    }

    @Test
    void withoutItsTextASourceShowsPhrasesInTheOrderOfItsParagraphs() {
        List<ReaderParagraph> all = reading(Map.of(), WHOLE);

        assertThat(all)
                .hasSize(4)
                .allMatch(p -> p.form() == Form.NOT_INSTALLED && p.text().isEmpty());
        assertThat(all).extracting(ReaderParagraph::isExtract).containsExactly(true, true, true, false);
        assertThat(all.get(0).passages()).extracting(p -> p.slug().value()).containsExactly("gazette-1a", "gazette-1b");
    }

    @Test
    void whereEveryoneMayReadAllEachParagraphIsShown() {
        List<ReaderParagraph> all = reading(gazette(), WHOLE);

        assertThat(all).allMatch(p -> p.form() == Form.TEXT && !p.changed() && !p.isExtract());
        assertThat(all).map(SourceEvidenceTest::text).isEqualTo(SampleDebate.body(SampleDebate.GAZETTE));
    }

    @Test
    void thePhraseOfEachPassageIsMarkedWithinIt() {
        ReaderParagraph first = reading(gazette(), WHOLE).get(0);

        assertThat(first.text().orElseThrow().segments())
                .filteredOn(MarkedText.Segment::quoted)
                .extracting(MarkedText.Segment::text)
                .containsExactly("loud again", "rings for nobody");
        assertThat(first.passages()).map(first::place).containsExactly(1, 2);
    }

    @Test
    void aPhraseIsMarkedWhereItWasFoundAgain() {
        Map<Integer, ParagraphText> body = gazetteChangedIn(1);

        assertThat(reading(body, WHOLE).get(0).text().orElseThrow().segments())
                .filteredOn(MarkedText.Segment::quoted)
                .extracting(MarkedText.Segment::text)
                .containsExactly("loud again", "rings for nobody");
    }

    @Test
    void otherwiseOnlyParagraphsWithAPassageAreShown() {
        List<ReaderParagraph> all = reading(gazette(), !WHOLE);

        assertThat(all)
                .extracting(ReaderParagraph::form)
                .containsExactly(Form.TEXT, Form.TEXT, Form.TEXT, Form.WITHHELD);
        assertThat(all.get(3).text()).isEmpty();
    }

    @Test
    void aMissingParagraphIsSaidToBeMissingAndKeepsItsPassages() {
        Map<Integer, ParagraphText> body = gazette();
        body.remove(2);

        ReaderParagraph second = reading(body, WHOLE).get(1);

        assertThat(second.form()).isEqualTo(Form.MISSING);
        assertThat(second.isExtract()).isTrue();
    }

    @Test
    void aChangedParagraphIsSaidToHaveChanged() {
        Map<Integer, ParagraphText> body = gazetteChangedIn(2);

        ReaderParagraph second = reading(body, !WHOLE).get(1);

        assertThat(second.changed()).isTrue();
        assertThat(second.form()).isEqualTo(Form.TEXT);
        assertThat(second.passages()).extracting(Passage::resolution).containsExactly(Resolution.MOVED);
    }

    @Test
    void aLostPassageStaysInItsParagraphAndOpensNoText() {
        Map<Integer, ParagraphText> body = gazette();
        body.put(2, new ParagraphText("Some parents told us something else."));

        assertThat(reading(body, !WHOLE).get(1))
                .matches(p -> p.form() == Form.WITHHELD && p.isExtract(), "shown as an extract only");
        assertThat(reading(body, WHOLE).get(1))
                .matches(p -> p.form() == Form.TEXT && p.changed(), "shown with its text");
        assertThat(reading(body, WHOLE).get(1).passages())
                .extracting(Passage::resolution)
                .containsExactly(Resolution.LOST);
    }

    @Test
    void theQuestionsItSpeaksToAndThoseItIsSilentOnAreAll() {
        SourceEvidence evidence =
                database.inTransaction(() -> database.get(EvidenceService.class).ofSource(SampleDebate.GAZETTE));

        assertThat(evidence.speaksTo()).extracting(Question::slug).containsExactly(SampleDebate.PHONES);
        assertThat(evidence.silentOn())
                .extracting(Question::slug)
                .containsExactly(SampleDebate.HOMEWORK, SampleDebate.UNIFORMS);
    }

    @Test
    void theCatalogueCountsParagraphsPassagesAndQuestions() {
        CatalogueEvidence catalogue =
                database.inTransaction(() -> database.get(EvidenceService.class).ofCatalogue());

        assertThat(catalogue.sources()).map(catalogue::paragraphs).containsExactly(4, 3, 2);
        assertThat(catalogue.sources()).map(s -> catalogue.passages(s).size()).containsExactly(4, 4, 2);
        assertThat(catalogue.sources()).map(s -> catalogue.questions(s).size()).containsExactly(1, 1, 2);
    }
}
