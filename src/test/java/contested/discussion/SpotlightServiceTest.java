package contested.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import contested.workshop.Phase;
import contested.workshop.SampleWorkshop;
import contested.workshop.SeatService;
import contested.workshop.Template;
import contested.workshop.WorkshopService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a facilitator shows to everybody, and to whom it is shown. */
class SpotlightServiceTest {

    private static final String SAID = "Breaks are for talking, and nobody talks to a screen.";

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;
    private ThreadKey thread;

    private void begin(Engine engine) {
        lesson = new SampleWorkshop(engine, folder, Template.CLASS_50);
        thread = ThreadKey.in(lesson.slug, SampleWorkshop.PHONES);
        lesson.database.get(SpotlightService.class);
    }

    @AfterEach
    void end() {
        lesson.close();
    }

    private void act(Consumer<SpotlightService> call) {
        lesson.database.doInTransaction(() -> call.accept(lesson.database.get(SpotlightService.class)));
    }

    private Optional<SpotlightService.Lit> seen(Actor reader) {
        return lesson.find(SpotlightService.class, s -> s.find(reader, lesson.slug));
    }

    private String state(Actor reader) {
        return lesson.run(SeatService.class, s -> s.get(reader, lesson.slug)).state();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPassageIsShownToEverybodyInEachPhaseUntilItIsTakenAway(Engine engine) {
        begin(engine);
        Actor heron = lesson.joined("Quiet Heron");
        String before = state(heron);

        act(s -> s.lightPassage(lesson.facilitator, thread, SampleDebate.PASSAGE));

        assertThat(seen(heron).orElseThrow().passage().slug()).isEqualTo(SampleDebate.PASSAGE);
        assertThat(state(heron)).isNotEqualTo(before);
        act(s -> s.takeAway(lesson.facilitator, lesson.slug));
        assertThat(seen(heron)).isEmpty();
        assertThat(state(heron)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCommentThatIsWithdrawnIsInNoSpotlightAnyMoreAndOpenPagesAreTold(Engine engine) {
        begin(engine);
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        lesson.enter(Phase.DISCUSS);
        Slug comment = lesson.post(heron, SAID);
        act(s -> s.lightComment(lesson.facilitator, thread, comment));
        assertThat(seen(otter).orElseThrow().comment().html()).contains(SAID);
        String lit = state(otter);

        lesson.database.doInTransaction(
                () -> lesson.database.get(CommentService.class).withdraw(heron, comment));

        assertThat(seen(otter)).isEmpty();
        assertThat(state(otter)).isNotEqualTo(lit);
        assertThat(lesson.workshop().spotlight()).isEmpty();
    }

    @Test
    void anotherCommentThatIsWithdrawnLeavesTheSpotlightAlone() {
        begin(Engine.H2);
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        lesson.enter(Phase.DISCUSS);
        Slug comment = lesson.post(heron, SAID);
        Slug other = lesson.post(otter, "Somebody has to keep the box, and to be asked for it.");
        act(s -> s.lightComment(lesson.facilitator, thread, comment));

        lesson.database.doInTransaction(
                () -> lesson.database.get(CommentService.class).withdraw(otter, other));

        assertThat(seen(heron)).isPresent();
    }

    @Test
    void whoeverMustWriteFirstOrIsInAPhaseWithoutCommentsSeesNoneInTheSpotlight() {
        begin(Engine.H2);
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        lesson.enter(Phase.DISCUSS);
        lesson.database.doInTransaction(() -> lesson.database
                .get(WorkshopService.class)
                .ask(lesson.facilitator, lesson.slug, SampleWorkshop.PHONES, true, 0, 0));
        Slug comment = lesson.post(heron, SAID);
        act(s -> s.lightComment(lesson.facilitator, thread, comment));

        assertThat(seen(otter)).isEmpty();
        assertThat(seen(lesson.facilitator)).isPresent();
        lesson.post(otter, "Somebody has to keep the box, and to be asked for it.");
        assertThat(seen(otter)).isPresent();

        lesson.enter(Phase.OPENING_BALLOT);
        assertThat(seen(otter)).isEmpty();
        assertThat(seen(heron)).isEmpty();
    }

    @Test
    void onlyThoseWhoLeadShowThingsAndOnlyWhatStandsThere() {
        begin(Engine.H2);
        Actor helper = lesson.moderator("Early Wren");
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.DISCUSS);
        Slug comment = lesson.post(heron, SAID);
        for (Actor other : List.of(helper, heron, Actor.VISITOR)) {
            assertThatThrownBy(() -> act(s -> s.lightPassage(other, thread, SampleDebate.PASSAGE)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> act(s -> s.lightComment(other, thread, comment)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> act(s -> s.takeAway(other, lesson.slug))).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> act(s -> s.lightPassage(lesson.facilitator, thread, new Slug("no-such"))))
                .isInstanceOf(NotFoundException.class);
        lesson.database.doInTransaction(
                () -> lesson.database.get(CommentService.class).withdraw(heron, comment));
        assertThatThrownBy(() -> act(s -> s.lightComment(lesson.facilitator, thread, comment)))
                .hasMessageContaining("spotlight.gone");
        assertThatThrownBy(() -> act(s -> s.lightComment(lesson.facilitator, thread, new Slug("no-such"))))
                .isInstanceOf(NotFoundException.class);
    }
}
