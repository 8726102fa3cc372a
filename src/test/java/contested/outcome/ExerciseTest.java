package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.discussion.CommentService;
import contested.discussion.ContributionService;
import contested.discussion.Draft;
import contested.discussion.OwnComment;
import contested.discussion.Progress;
import contested.discussion.ProgressService;
import contested.discussion.ReadComment;
import contested.discussion.Stance;
import contested.discussion.ThreadColumns;
import contested.discussion.ThreadFigures;
import contested.discussion.ThreadFilter;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadOrder;
import contested.discussion.ThreadService;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import contested.workshop.DivisionService;
import contested.workshop.Phase;
import contested.workshop.SampleWorkshop;
import contested.workshop.Template;
import contested.workshop.WorkshopService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is argued as an exercise is marked as one and is nobody's opinion, wherever opinions are counted. */
class ExerciseTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;
    private Actor heron;
    private Slot drawn;

    private void begin(Engine engine) {
        lesson = new SampleWorkshop(engine, folder, Template.CLASS_50);
        heron = lesson.joined("Quiet Heron");
        swap(true);
        drawn = lesson.run(DivisionService.class, d -> d.sideOf(heron, lesson.slug, PHONES))
                .map(Position::slot)
                .orElseThrow();
        lesson.enter(Phase.DISCUSS);
    }

    @AfterEach
    void end() {
        lesson.close();
    }

    private void swap(boolean on) {
        lesson.database.doInTransaction(() ->
                lesson.database.get(DivisionService.class).swapSides(lesson.facilitator, lesson.slug, PHONES, on));
    }

    private ThreadKey key() {
        return ThreadKey.in(lesson.slug, PHONES);
    }

    private static Draft draft(Stance stance, @Nullable Slot position, String text) {
        return new Draft(
                stance,
                position,
                text,
                List.of(SampleDebate.PASSAGE),
                null,
                UUID.randomUUID().toString());
    }

    private Slug post(Actor who, Draft draft) {
        return lesson.run(CommentService.class, c -> c.post(who, key(), draft));
    }

    private ThreadFigures figures() {
        return lesson.run(ThreadService.class, t -> t.figures(heron, key()));
    }

    private int shown(ThreadFilter filter) {
        return lesson.run(ThreadService.class, t -> t.page(heron, key(), filter, ThreadOrder.OLDEST, null)
                .entries()
                .size());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itStandsForNoPositionInAnyCount(Engine engine) {
        begin(engine);
        lesson.database.doInTransaction(() ->
                lesson.database.get(WorkshopService.class).ask(lesson.facilitator, lesson.slug, PHONES, false, 1, 1));
        Slug exercise = post(heron, draft(Stance.EXERCISE, null, "The best that can be said for what I drew."));

        assertThat(figures().published()).isEqualTo(1);
        assertThat(figures().exercises()).isEqualTo(1);
        for (Slot slot : Slot.values()) {
            assertThat(figures().on(slot)).as("counted for " + slot).isZero();
            assertThat(shown(ThreadFilter.taking(slot)))
                    .as("listed under " + slot)
                    .isZero();
        }
        assertThat(shown(ThreadFilter.EXERCISES)).isEqualTo(1);
        ThreadColumns sides = lesson.run(ThreadService.class, t -> t.sideBySide(heron, key()));
        assertThat(sides.columns().stream().filter(c -> !c.entries().isEmpty()).map(ThreadColumns.Column::filter))
                .containsExactly(ThreadFilter.EXERCISES);
        assertThat(sides.columns().stream().flatMap(c -> c.entries().stream()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.isExercise()).isTrue();
                    assertThat(entry.position()).isNull();
                    assertThat(entry.argued()).isEqualTo(drawn);
                });
        List<ReadComment> counted = lesson.run(ThreadService.class, t -> t.published(lesson.facilitator, key()));
        assertThat(counted).extracting(ReadComment::position).containsOnlyNulls();
        FiguresService.Talk talk =
                lesson.run(FiguresService.class, f -> f.talk(lesson.facilitator, lesson.slug, PHONES));
        assertThat(talk.unheard()).extracting(Position::slot).contains(drawn).hasSize(3);
        assertThat(talk.participation().comments())
                .as("it was written all the same")
                .isEqualTo(1);
        assertThat(lesson.<ProgressService, Progress>run(ProgressService.class, p -> p.own(heron, lesson.slug, PHONES)))
                .as("and is not what is asked of each")
                .isEqualTo(new Progress(0, 1, 0, 1));
        List<OwnComment> own = lesson.run(ContributionService.class, c -> c.export(heron));
        assertThat(own).singleElement().satisfies(c -> {
            assertThat(c.slug()).isEqualTo(exercise);
            assertThat(c.revisions().get(0).stance()).isEqualTo(Stance.EXERCISE);
            assertThat(c.revisions().get(0).position()).isNull();
            assertThat(c.revisions().get(0).argued()).isEqualTo(drawn);
        });
    }

    @Test
    void nobodyChoosesTheSideThatTheyArgueFor() {
        begin(Engine.H2);
        Slot other =
                Arrays.stream(Slot.values()).filter(s -> s != drawn).findFirst().orElseThrow();
        post(heron, draft(Stance.EXERCISE, other, "I would rather have argued for that one."));

        assertThat(lesson.database.count("select count(c) from Comment c where c.argued.slot = '" + drawn + "'"))
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> post(lesson.facilitator, draft(Stance.EXERCISE, null, "I lead, and drew nothing here.")))
                .hasMessageContaining("exercise.none");
        swap(false);
        assertThatThrownBy(() -> post(heron, draft(Stance.EXERCISE, null, "Is there any exercise at all still?")))
                .hasMessageContaining("exercise.none");
    }

    @Test
    void whatWasAnExerciseBecomesAnOpinionOnlyByItsAuthorsHandAndTheOtherWayRound() {
        begin(Engine.H2);
        Slug slug = post(heron, draft(Stance.EXERCISE, null, "The best that can be said for what I drew."));
        swap(false);

        edit(slug, draft(Stance.EXERCISE, null, "The very best that can be said for what I drew."));
        assertThat(figures().exercises()).as("mended after the setting went").isEqualTo(1);
        edit(slug, draft(Stance.TAKES, Slot.NO, "What I think myself, in words of my own."));
        assertThat(figures().exercises()).isZero();
        assertThat(figures().on(Slot.NO)).isEqualTo(1);
        assertThat(lesson.run(CommentService.class, c -> c.draftOf(heron, key(), slug))
                        .position())
                .isEqualTo(Slot.NO);
    }

    private void edit(Slug slug, Draft draft) {
        lesson.database.doInTransaction(
                () -> lesson.database.get(CommentService.class).edit(heron, slug, draft));
    }
}
