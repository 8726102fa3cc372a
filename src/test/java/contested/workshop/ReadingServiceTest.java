package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read first: in an order, ticked off in private, counted without names. */
class ReadingServiceTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;
    private List<Slug> passages;

    private void begin(Engine engine) {
        lesson = new SampleWorkshop(engine, folder, Template.CLASS_50);
        lesson.database.get(ReadingService.class);
        passages = lesson.run(
                EvidenceService.class,
                e -> e.ofQuestion(PHONES).passages().stream().map(Passage::slug).toList());
    }

    @AfterEach
    void end() {
        lesson.close();
    }

    private void choose(Actor who, List<Slug> wanted) {
        lesson.database.doInTransaction(
                () -> lesson.database.get(ReadingService.class).choose(who, lesson.slug, PHONES, wanted));
    }

    private void tick(Actor who, Slug passage) {
        lesson.database.doInTransaction(
                () -> lesson.database.get(ReadingService.class).toggle(who, lesson.slug, PHONES, passage));
    }

    private List<ReadingService.ToRead> seenBy(Actor who) {
        return lesson.run(ReadingService.class, r -> r.of(who, lesson.slug, PHONES));
    }

    private List<Slug> order(Actor who) {
        return seenBy(who).stream().map(r -> r.passage().slug()).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itStandsInItsOrderAndWhoHasReadOneHasReadItAfterTheOrderChanges(Engine engine) {
        begin(engine);
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        List<Slug> three = new ArrayList<>(passages.subList(0, 3));
        choose(lesson.facilitator, three);
        tick(heron, three.get(0));
        tick(otter, three.get(0));
        tick(otter, three.get(1));
        tick(otter, three.get(1));

        Collections.reverse(three);
        choose(lesson.facilitator, three.subList(1, 3));

        assertThat(order(heron)).containsExactly(three.get(1), three.get(2));
        assertThat(seenBy(heron)).extracting(ReadingService.ToRead::isRead).containsExactly(false, true);
        assertThat(seenBy(heron)).extracting(ReadingService.ToRead::readers).containsOnly(0L);
        assertThat(seenBy(lesson.facilitator))
                .extracting(ReadingService.ToRead::readers)
                .containsExactly(0L, 2L);
    }

    @Test
    void onlyFacilitatorsChooseAndOnlyParticipantsTick() {
        begin(Engine.H2);
        Actor heron = lesson.joined("Quiet Heron");
        List<Slug> one = List.of(SampleDebate.PASSAGE);
        for (Actor other : List.of(heron, lesson.moderator("Careful Bo"), lesson.member("Stranger"), Actor.VISITOR)) {
            assertThatThrownBy(() -> choose(other, one)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> choose(lesson.facilitator, List.of(new Slug("nothing"))))
                .hasMessageContaining("comment.citation.unknown");
        choose(lesson.facilitator, one);

        assertThatThrownBy(() -> tick(lesson.facilitator, SampleDebate.PASSAGE)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tick(heron, passages.get(passages.size() - 1))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void closingKeepsHowManyAndForgetsWho() {
        begin(Engine.H2);
        Actor heron = lesson.joined("Quiet Heron");
        choose(lesson.facilitator, List.of(SampleDebate.PASSAGE));
        tick(heron, SampleDebate.PASSAGE);
        lesson.enter(Phase.CLOSED);

        assertThat(seenBy(heron)).extracting(ReadingService.ToRead::isRead).containsExactly(false);
        assertThat(seenBy(lesson.facilitator))
                .extracting(ReadingService.ToRead::readers)
                .containsExactly(1L);
        assertThatThrownBy(() -> tick(heron, SampleDebate.PASSAGE)).hasMessageContaining("workshop.phase.closed");
    }

    @Test
    void aCopyAsksForTheSameAndNobodyHasReadIt() {
        begin(Engine.H2);
        Actor heron = lesson.joined("Quiet Heron");
        List<Slug> two = List.of(passages.get(1), passages.get(0));
        choose(lesson.facilitator, two);
        tick(heron, two.get(0));

        Slug copy = lesson.run(WorkshopService.class, s -> s.copy(lesson.facilitator, lesson.slug));

        List<ReadingService.ToRead> there =
                lesson.run(ReadingService.class, r -> r.of(lesson.facilitator, copy, PHONES));
        assertThat(there).extracting(r -> r.passage().slug()).containsExactlyElementsOf(two);
        assertThat(there).extracting(ReadingService.ToRead::readers).containsOnly(0L);
    }
}
