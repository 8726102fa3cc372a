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
import contested.workshop.Template;
import contested.workshop.WorkshopService;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who has done what a question of the agenda asks of each: told to themselves, and counted for whoever leads. */
class ProgressTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;

    private void begin(Engine engine, Template template) {
        lesson = new SampleWorkshop(engine, folder, template);
        lesson.database.doInTransaction(() ->
                lesson.database.get(WorkshopService.class).ask(lesson.facilitator, lesson.slug, PHONES, false, 2, 1));
        lesson.enter(Phase.DISCUSS);
    }

    @AfterEach
    void end() {
        lesson.close();
    }

    private Slug write(Actor who, String text, Slug... cited) {
        return lesson.run(
                CommentService.class,
                c -> c.post(
                        who,
                        ThreadKey.in(lesson.slug, PHONES),
                        new Draft(
                                Stance.NONE,
                                null,
                                text,
                                List.of(cited),
                                null,
                                UUID.randomUUID().toString())));
    }

    private Progress own(Actor who) {
        return lesson.run(ProgressService.class, p -> p.own(who, lesson.slug, PHONES));
    }

    private ProgressService.Everybody everybody() {
        return lesson.run(ProgressService.class, p -> p.everybody(lesson.facilitator, lesson.slug, PHONES));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void commentsAndTheirPassagesCountUntilTheyAreTakenBack(Engine engine) {
        begin(engine, Template.CLASS_50);
        Actor heron = lesson.joined("Quiet Heron");
        lesson.joined("Sleepy Otter");

        assertThat(own(heron)).isEqualTo(new Progress(0, 2, 0, 1));
        write(heron, "The first that the heron has to say.");
        Slug second = write(heron, "The second that the heron has to say.", SampleDebate.PASSAGE);
        write(heron, "A third one, with the same passage again.", SampleDebate.PASSAGE);

        assertThat(own(heron)).isEqualTo(new Progress(3, 2, 1, 1));
        assertThat(own(heron).isMet()).isTrue();
        assertThat(everybody()).isEqualTo(new ProgressService.Everybody(1, 2, List.of("Sleepy Otter")));

        lesson.database.doInTransaction(
                () -> lesson.database.get(CommentService.class).withdraw(heron, second));
        assertThat(own(heron)).isEqualTo(new Progress(2, 2, 1, 1));
    }

    @Test
    void whatWaitsForAModeratorCountsAndNobodyIsNamedWhereNobodyIs() {
        begin(Engine.H2, Template.POLICY_90);
        Actor heron = lesson.joined("Quiet Heron");
        write(heron, "The first that the heron has to say.", SampleDebate.PASSAGE);

        assertThat(own(heron)).isEqualTo(new Progress(1, 2, 1, 1));
        assertThat(own(heron).commentsMissing()).isOne();
        assertThat(own(heron).isMet()).isFalse();
        assertThat(everybody()).isEqualTo(new ProgressService.Everybody(0, 1, List.of()));
    }

    @Test
    void howFarOthersAreIsForFacilitatorsAlone() {
        begin(Engine.H2, Template.CLASS_50);
        Actor heron = lesson.joined("Quiet Heron");
        Actor helper = lesson.moderator("Careful Bo");

        for (Actor other : List.of(heron, helper, lesson.member("Stranger"), Actor.VISITOR)) {
            assertThatThrownBy(() -> lesson.run(ProgressService.class, p -> p.everybody(other, lesson.slug, PHONES)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(own(heron).comments())
                .as("and nobody is kept from reading or writing")
                .isZero();
        write(heron, "Written without having done anything first.");
    }
}
