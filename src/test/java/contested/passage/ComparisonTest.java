package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import contested.pack.PackReader;
import contested.pack.PackService;
import contested.shared.Slug;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources side by side: which two, and what stands in which row. */
class ComparisonTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void load() {
        database = Database.on(Engine.H2);
        database.inTransaction(() -> database.get(PackService.class)
                .load(new PackReader(SampleDebate.pack(folder).folder()).read()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutAChoiceTheFirstTwoThatSpeakStandSideBySide() {
        assertThat(names(of(SampleDebate.PHONES, null, null))).containsExactly("gazette", "pupils-council");
        assertThat(names(of(SampleDebate.HOMEWORK, null, null)))
                .as("one speaks, the next is silent")
                .containsExactly("school-office", "gazette");
    }

    @Test
    void chosenSourcesStandInTheOrderChosen() {
        Comparison chosen = of(SampleDebate.PHONES, "school-office", "gazette");

        assertThat(names(chosen)).containsExactly("school-office", "gazette");
        assertThat(chosen.remark()).isEqualTo(Comparison.Remark.NONE);
    }

    @Test
    void theSameSourceTwiceIsSaidAndAnotherStandsBesideIt() {
        Comparison same = of(SampleDebate.PHONES, "pupils-council", "pupils-council");

        assertThat(names(same)).containsExactly("pupils-council", "gazette");
        assertThat(same.remark()).isEqualTo(Comparison.Remark.SAME_SOURCE);
    }

    @Test
    void anUnknownSourceIsSaidAndAnotherStandsInItsPlace() {
        Comparison unknown = of(SampleDebate.PHONES, "<b>", "gazette");

        assertThat(names(unknown)).containsExactly("pupils-council", "gazette");
        assertThat(unknown.remark()).isEqualTo(Comparison.Remark.UNKNOWN_SOURCE);
    }

    @Test
    void eachPositionHasOneRowWithACellForEachSource() {
        List<Comparison.Row> rows =
                of(SampleDebate.PHONES, "gazette", "school-office").rows();

        assertThat(rows)
                .extracting(r -> r.position().map(p -> p.slot().name()).orElse("none"))
                .containsExactly("YES", "DEPENDS", "NO", "none");
        assertThat(rows).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
        assertThat(rows.get(1).isSilent()).isTrue();
        assertThat(rows.get(0).cells().get(1).isSilent()).isTrue();
    }

    @Test
    void aReportStandsWithThePositionItIsAbout() {
        Comparison.Row no =
                of(SampleDebate.PHONES, "gazette", "pupils-council").rows().get(2);

        assertThat(no.cells().get(0).passages()).extracting(Passage::relation).containsExactly(Relation.REPORTS);
    }

    private Comparison of(Slug question, @Nullable String a, @Nullable String b) {
        QuestionEvidence evidence =
                database.inTransaction(() -> database.get(EvidenceService.class).ofQuestion(question));
        return Comparison.of(evidence, Optional.ofNullable(a), Optional.ofNullable(b));
    }

    private static List<String> names(Comparison comparison) {
        return comparison.sources().stream().map(s -> s.slug().value()).toList();
    }
}
