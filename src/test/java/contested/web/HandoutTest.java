package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.pack.PackReader;
import contested.pack.PackService;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.passage.Relation;
import contested.shared.Language;
import contested.support.Database;
import contested.support.Engine;
import contested.support.PackFolder;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on paper: all that there is room for, and a word about the rest. */
class HandoutTest {

    private static final int MANY = 60;

    @TempDir
    Path folder;

    @Test
    void aTypicalQuestionIsPrintedWhole() {
        Handout handout = of(SampleDebate.pack(folder));

        assertThat(handout.isShortened()).isFalse();
        assertThat(handout.columns().stream()
                                .mapToInt(Handout.Selection::printed)
                                .sum()
                        + handout.besides().shown().size())
                .isEqualTo(handout.evidence().passages().size());
        assertThat(handout.framing()).isNotEmpty();
    }

    @Test
    void aFullColumnSaysHowManyItLeavesOut() {
        Handout handout = of(SampleDebate.packWith(MANY, folder));

        assertThat(handout.isShortened()).isTrue();
        assertThat(handout.columns()).allSatisfy(column -> {
            assertThat(column.all()).isEqualTo((int) handout.evidence().passages().stream()
                    .filter(p -> p.position().equals(column.position()))
                    .count());
            assertThat(column.printed()).isLessThan(MANY / 2);
        });
        assertThat(handout.columns().get(0).shown()).isNotEmpty();
        assertThat(handout.columns().get(0).left()).isPositive();
    }

    @Test
    void inAFullColumnEachSourceIsHeardBeforeAnyIsHeardAgain() {
        PackFolder pack = SampleDebate.packWith(MANY, folder);
        pack.edit("questions/" + SampleDebate.PHONES + ".json", question -> {
            var last = (com.fasterxml.jackson.databind.node.ObjectNode)
                    question.withArray("passages").get(0).deepCopy();
            last.put("id", "office-last").put("source", SampleDebate.OFFICE.value());
            last.withObject("/selector").put("start", 0).put("end", 20);
            last.withObject("/phrase").put("exact", "From Monday on").put("start", 0);
            question.withArray("passages").add(last);
        });

        Set<String> heard = new HashSet<>();
        printed(of(pack).columns().get(0))
                .forEach(p -> heard.add(p.source().slug().value()));

        assertThat(heard).containsExactlyInAnyOrder("gazette", "school-office");
    }

    @Test
    void aColumnLongerThanItsNeighboursGoesOnBelowThem() {
        Handout handout = of(SampleDebate.packWith(MANY, folder));

        assertThat(handout.continued()).isNotEmpty().allSatisfy(c -> assertThat(c.shown())
                .isNotEmpty());
    }

    @Test
    void aFullColumnHasOneOfEachRelation() {
        PackFolder pack = withLast(passage -> passage.put("relation", "qualifies"));

        assertThat(printed(of(pack).columns().get(0)))
                .extracting(Passage::relation)
                .contains(Relation.SUPPORTS, Relation.QUALIFIES);
    }

    @Test
    void aFullColumnHasWhatTheEditorsNotesName() {
        PackFolder pack = withLast(passage -> {});
        pack.edit("questions/" + SampleDebate.PHONES + ".json", question -> {
            var notes = question.putArray("notes");
            var note = notes.addObject();
            note.put("kind", "check")
                    .put("source", SampleDebate.GAZETTE.value())
                    .put("paragraph", 2);
            note.putObject("text").put("en", "To be checked.").put("vi", "Cần kiểm tra.");
        });

        assertThat(printed(of(pack).columns().get(0)))
                .extracting(p -> p.slug().value())
                .contains("last");
    }

    @Test
    void theCautionsOfItsQuestionAreOnTheSheet() {
        assertThat(of(SampleDebate.pack(folder)).care())
                .isEqualTo("All support comes from one publisher. Silent on this question: nobody.");
    }

    /** Many passages, and after all of them one in the gazette's second paragraph. */
    private PackFolder withLast(java.util.function.Consumer<com.fasterxml.jackson.databind.node.ObjectNode> edit) {
        PackFolder pack = SampleDebate.packWith(MANY, folder);
        pack.edit("questions/" + SampleDebate.PHONES + ".json", question -> {
            var last = (com.fasterxml.jackson.databind.node.ObjectNode)
                    question.withArray("passages").get(0).deepCopy();
            last.put("id", "last").put("paragraph", 2);
            last.withObject("/selector").put("start", 0).put("end", 20);
            last.withObject("/phrase").put("exact", "Some parents").put("start", 0);
            edit.accept(last);
            question.withArray("passages").add(last);
        });
        return pack;
    }

    private static List<Passage> printed(Handout.Selection column) {
        return Stream.concat(column.shown().stream(), column.below().stream()).toList();
    }

    @Test
    void whoSpeaksIsNamedUnlessItIsTheSourceItself() {
        Handout handout = of(SampleDebate.pack(folder));
        Passage report = handout.evidence().passages().stream()
                .filter(p -> p.relation() == Relation.REPORTS)
                .findFirst()
                .orElseThrow();

        assertThat(handout.namesVoice(report)).isTrue();
    }

    private static Handout of(PackFolder pack) {
        try (Database database = Database.on(Engine.H2)) {
            database.inTransaction(() -> database.get(PackService.class).load(new PackReader(pack.folder()).read()));
            return new Handout(
                    database.inTransaction(
                            () -> database.get(EvidenceService.class).ofQuestion(SampleDebate.PHONES)),
                    Language.EN,
                    List.of("All support comes from one publisher.", "Silent on this question: nobody."));
        }
    }
}
