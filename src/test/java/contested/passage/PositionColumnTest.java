package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import contested.passage.PositionColumn.PassageGroup;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.Slug;
import contested.source.Source;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in each column of a question, and what a filter leaves of it. */
class PositionColumnTest {

    private static final PassageFilter OPEN = new PassageFilter(Optional.empty(), Optional.empty());
    private static final boolean REVERSED = true;

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

    private QuestionEvidence evidence(Slug question) {
        return database.inTransaction(() -> database.get(EvidenceService.class).ofQuestion(question));
    }

    private static PositionColumn column(QuestionEvidence evidence, PassageFilter filter, Slot slot) {
        return PositionColumn.of(evidence, filter, !REVERSED).stream()
                .filter(c -> c.position().slot() == slot)
                .findFirst()
                .orElseThrow();
    }

    private static Source source(QuestionEvidence evidence, Slug slug) {
        return evidence.sources().stream()
                .filter(s -> s.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(PositionColumn column) {
        return column.groups().stream()
                .flatMap(g -> g.passages().stream())
                .map(p -> p.slug().value())
                .toList();
    }

    @Test
    void columnsStandInTheOrderThatWasDrawnOrInItsReverse() {
        QuestionEvidence evidence = evidence(SampleDebate.UNIFORMS);
        List<Position> drawn = evidence.question().positions().stream()
                .sorted(Comparator.comparing(Position::lot))
                .toList();

        assertThat(PositionColumn.of(evidence, OPEN, !REVERSED))
                .extracting(PositionColumn::position)
                .isEqualTo(drawn);
        assertThat(PositionColumn.of(evidence, OPEN, REVERSED))
                .extracting(PositionColumn::position)
                .containsExactly(drawn.get(3), drawn.get(2), drawn.get(1), drawn.get(0));
    }

    @Test
    void passagesAreGroupedByRelationWithSupportFirst() {
        PositionColumn yes = column(evidence(SampleDebate.PHONES), OPEN, Slot.YES);

        assertThat(yes.groups())
                .extracting(PassageGroup::relation)
                .containsExactly(Relation.SUPPORTS, Relation.QUALIFIES, Relation.CHALLENGES);
        assertThat(names(yes)).containsExactly("gazette-1a", "gazette-1b", "pupils-council-1b");
    }

    @Test
    void whoSaysNothingOnAPositionIsNamedThere() {
        QuestionEvidence evidence = evidence(SampleDebate.PHONES);

        assertThat(column(evidence, OPEN, Slot.YES).unheard())
                .extracting(Source::slug)
                .containsExactly(SampleDebate.OFFICE);
        assertThat(column(evidence, OPEN, Slot.DEPENDS).unheard())
                .extracting(Source::slug)
                .containsExactly(SampleDebate.GAZETTE, SampleDebate.OFFICE);
    }

    @Test
    void aFilterHidesPassagesAndChangesNeitherTheTallyNorWhoIsUnheard() {
        QuestionEvidence evidence = evidence(SampleDebate.PHONES);
        PassageFilter council =
                new PassageFilter(Optional.of(source(evidence, SampleDebate.COUNCIL)), Optional.empty());

        PositionColumn yes = column(evidence, council, Slot.YES);

        assertThat(names(yes)).containsExactly("pupils-council-1b");
        assertThat(yes.all()).hasSize(3);
        assertThat(yes.standingFor()).hasSize(2);
        assertThat(yes.sources()).isEqualTo(1);
        assertThat(yes.unheard()).extracting(Source::slug).containsExactly(SampleDebate.OFFICE);
    }

    @Test
    void aFilterByBothAsksForBoth() {
        QuestionEvidence evidence = evidence(SampleDebate.PHONES);
        PassageFilter both =
                new PassageFilter(Optional.of(source(evidence, SampleDebate.COUNCIL)), Optional.of(Relation.SUPPORTS));

        assertThat(evidence.passages().stream().filter(both::accepts))
                .extracting(p -> p.slug().value())
                .containsExactly("pupils-council-1a", "pupils-council-2a");
    }

    @Test
    void passagesOnNoPositionStandBesideTheColumnsUnderTheSameFilter() {
        QuestionEvidence evidence = evidence(SampleDebate.PHONES);
        PassageFilter raised = new PassageFilter(Optional.empty(), Optional.of(Relation.RAISES));

        assertThat(PositionColumn.besides(evidence, OPEN))
                .extracting(PassageGroup::relation)
                .containsExactly(Relation.RAISES, Relation.CONTEXT);
        assertThat(PositionColumn.besides(evidence, raised))
                .extracting(PassageGroup::relation)
                .containsExactly(Relation.RAISES);
    }

    @Test
    void aChallengeStandsInItsColumnAndDoesNotCountForIt() {
        QuestionEvidence evidence = evidence(SampleDebate.PHONES);
        PositionColumn yes = column(evidence, OPEN, Slot.YES);

        assertThat(yes.standingFor())
                .isEqualTo(evidence.standingFor(yes.position()))
                .extracting(p -> p.slug().value())
                .containsExactly("gazette-1a", "gazette-1b");
        assertThat(evidence.bearingOn(yes.position()))
                .extracting(p -> p.slug().value())
                .contains("pupils-council-1b");
        assertThat(yes.count(Relation.CHALLENGES)).isEqualTo(1);
    }

    @Test
    void aReportedViewStandsInItsColumnAndCountsForNoSide() {
        QuestionEvidence evidence = evidence(SampleDebate.PHONES);
        PositionColumn no = column(evidence, OPEN, Slot.NO);

        assertThat(names(no)).containsExactly("pupils-council-1a", "gazette-2a");
        assertThat(evidence.bearingOn(no.position()))
                .extracting(p -> p.slug().value())
                .containsExactly("pupils-council-1a");
        assertThat(evidence.withoutStance()).extracting(p -> p.slug().value()).contains("gazette-2a");
    }
}
