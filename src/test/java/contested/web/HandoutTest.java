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
import java.util.Set;
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
        assertThat(handout.columns().stream().mapToInt(c -> c.shown().size()).sum()
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
            assertThat(column.shown().size()).isLessThan(MANY / 2);
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
        of(pack).columns()
                .get(0)
                .shown()
                .forEach(p -> heard.add(p.source().slug().value()));

        assertThat(heard).containsExactlyInAnyOrder("gazette", "school-office");
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
                    Language.EN);
        }
    }
}
