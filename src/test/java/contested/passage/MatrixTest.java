package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.pack.PackReader;
import contested.pack.PackService;
import contested.passage.Matrix.Flag;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.Slug;
import contested.source.Source;
import contested.support.Database;
import contested.support.Engine;
import contested.support.PackFolder;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of the home page says what the evidence says. */
class MatrixTest {

    @TempDir
    Path folder;

    private Matrix matrix = new Matrix(new Evidence(List.of(), List.of(), List.of()));

    @BeforeEach
    void loadLakeside() {
        matrix = load(SampleDebate.pack(folder));
    }

    private static Matrix load(PackFolder pack) {
        try (Database database = Database.on(Engine.H2)) {
            database.inTransaction(() -> database.get(PackService.class).load(new PackReader(pack.folder()).read()));
            Matrix[] loaded = new Matrix[1];
            database.inTransaction(() ->
                    loaded[0] = new Matrix(database.get(EvidenceService.class).all()));
            return loaded[0];
        }
    }

    private Matrix.Row row(Slug question) {
        return matrix.groups().stream()
                .flatMap(g -> g.rows().stream())
                .filter(r -> r.question().slug().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private Matrix.Cell cell(Slug question, Slug source) {
        return row(question).cells().stream()
                .filter(c -> c.source().slug().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static List<Slug> slugs(List<Passage> passages) {
        return passages.stream().map(Passage::slug).toList();
    }

    @Test
    void questionsStandUnderTheirThemeInTheirOrder() {
        assertThat(matrix.groups()).hasSize(1);
        assertThat(matrix.groups().get(0).theme().slug()).isEqualTo(new Slug("school"));
        assertThat(matrix.groups().get(0).rows())
                .extracting(r -> r.question().slug())
                .containsExactly(SampleDebate.PHONES, SampleDebate.HOMEWORK, SampleDebate.UNIFORMS);
    }

    @Test
    void everyRowHasACellForEverySource() {
        assertThat(matrix.groups().get(0).rows()).allSatisfy(row -> assertThat(row.cells())
                .extracting(Matrix.Cell::source)
                .containsExactlyElementsOf(matrix.sources()));
    }

    @Test
    void aCellTellsMarksBySlotThenByRelationAndThoseWithoutAPositionLast() {
        assertThat(slugs(cell(SampleDebate.PHONES, SampleDebate.COUNCIL).marks()))
                .extracting(Slug::value)
                .containsExactly("pupils-council-1b", "pupils-council-2a", "pupils-council-1a", "pupils-council-3a");
        assertThat(cell(SampleDebate.PHONES, SampleDebate.COUNCIL).isMixed()).isTrue();
    }

    @Test
    void passagesOfOneStanceStandTogetherAndAReportTakesNone() {
        assertThat(cell(SampleDebate.PHONES, SampleDebate.GAZETTE).runs())
                .extracting(MatrixTest::slugs)
                .containsExactly(
                        List.of(new Slug("gazette-1a"), new Slug("gazette-1b")),
                        List.of(new Slug("gazette-2a")),
                        List.of(new Slug("gazette-3a")));
    }

    @Test
    void aCellOfOneStanceIsNotMixed() {
        assertThat(cell(SampleDebate.PHONES, SampleDebate.OFFICE).isMixed()).isFalse();
        assertThat(cell(SampleDebate.PHONES, SampleDebate.OFFICE).passages()).isEqualTo(1);
    }

    @Test
    void aSourceThatSaysNothingHasASilentCell() {
        assertThat(cell(SampleDebate.HOMEWORK, SampleDebate.GAZETTE).isSilent()).isTrue();
        assertThat(cell(SampleDebate.HOMEWORK, SampleDebate.OFFICE).isSilent()).isFalse();
    }

    @Test
    void totalsOfRowsAndColumnsAgree() {
        int byQuestion = matrix.groups().get(0).rows().stream()
                .mapToInt(Matrix.Row::passages)
                .sum();
        int bySource = matrix.sources().stream().mapToInt(matrix::passages).sum();

        assertThat(matrix.questions()).isEqualTo(3);
        assertThat(matrix.passages()).isEqualTo(10).isEqualTo(byQuestion).isEqualTo(bySource);
    }

    @Test
    void rowsSayHowManySourcesSpeak() {
        assertThat(row(SampleDebate.PHONES).speaking()).isEqualTo(3);
        assertThat(row(SampleDebate.HOMEWORK).speaking()).isEqualTo(1);
        assertThat(row(SampleDebate.UNIFORMS).speaking()).isZero();
    }

    @Test
    void flagsNameTheWeightiestGapOnceAndWhetherAClassMayUseIt() {
        assertThat(row(SampleDebate.PHONES).flags()).containsExactly(Flag.ONE_SIDED, Flag.READY);
        assertThat(row(SampleDebate.HOMEWORK).flags()).containsExactly(Flag.ONE_SOURCE);
        assertThat(row(SampleDebate.UNIFORMS).flags()).containsExactly(Flag.NOBODY);
    }

    @Test
    void aQuestionThatSourcesRaiseAndNobodyAnswersIsCalledThat() {
        PackFolder pack = SampleDebate.pack(folder.resolve("raised"));
        pack.edit("questions/" + SampleDebate.HOMEWORK + ".json", question -> ((ObjectNode)
                        question.get("passages").get(0))
                .put("relation", "raises")
                .putNull("position"));
        matrix = load(pack);

        assertThat(row(SampleDebate.HOMEWORK).flags()).containsExactly(Flag.ONE_SOURCE, Flag.NO_ANSWER);
    }

    @Test
    void positionsStandInTheOrderOfTheirSlotsAndNotOfTheirNames() {
        assertThat(row(SampleDebate.UNIFORMS).question().positions())
                .extracting(Position::slot)
                .containsExactly(Slot.YES, Slot.DEPENDS, Slot.NO, Slot.OTHER);
    }

    @Test
    void theAxisHasTheLabelsThatMostQuestionsShareAndOtherRowsNameTheirOwn() {
        assertThat(matrix.axis()).extracting(p -> p.label().en()).containsExactly("Yes", "It depends", "No");
        assertThat(row(SampleDebate.PHONES).isOnAxis()).isTrue();
        assertThat(row(SampleDebate.HOMEWORK).isOnAxis()).isFalse();
        assertThat(row(SampleDebate.UNIFORMS).isOnAxis()).isFalse();
    }

    @Test
    void twoTextsOfOnePublisherAreOnePublisher() {
        PackFolder pack = SampleDebate.pack(folder.resolve("two"));
        pack.edit(
                "sources/" + SampleDebate.OFFICE + ".json",
                source -> source.put("publisher", "Pupils’ council of Lakeside").put("publisherType", "ngo"));
        Matrix two = load(pack);

        Map<Slug, Integer> passages = two.sources().stream().collect(Collectors.toMap(Source::slug, two::passages));
        assertThat(two.publishers()).hasSize(2);
        assertThat(two.publishers().get(1).sources()).isEqualTo(2);
        assertThat(two.publishers().get(1).passages())
                .isEqualTo(passages.get(SampleDebate.COUNCIL) + passages.get(SampleDebate.OFFICE));
    }

    @Test
    void aPortalWithoutQuestionsHasAnEmptyMatrix() {
        Matrix empty = new Matrix(new Evidence(List.of(), List.of(), List.of()));

        assertThat(empty.groups()).isEmpty();
        assertThat(empty.axis()).isEmpty();
        assertThat(empty.publishers()).isEmpty();
        assertThat(empty.passages()).isZero();
    }
}
