package contested.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.moderation.ReportReason;
import contested.moderation.ReportService;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Engine;
import contested.workshop.DivisionService;
import contested.workshop.Phase;
import contested.workshop.SampleWorkshop;
import contested.workshop.Template;
import contested.workshop.WorkshopService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reads and writes in which group's thread, in which phase, as which role. */
class GroupThreadTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;

    /**
     * One row a phase. In each column who may there: o somebody of the group, x somebody of another group, m moderator, f
     * facilitator, - nobody.
     */
    private static final String TABLE =
            """
            READ            -     -
            OPENING_BALLOT  -     -
            DISCUSS         omf   omf
            CLOSING_BALLOT  omf   -
            SYNTHESIS       oxmf  -
            CLOSED          oxmf  -
            """;

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;
    private Actor heron;
    private Actor otter;
    private Actor helper;

    private void begin(Engine engine, Template template) {
        lesson = new SampleWorkshop(engine, folder, template);
        lesson.database.get(DivisionService.class);
        heron = lesson.joined("Quiet Heron");
        otter = lesson.joined("Sleepy Otter");
        helper = lesson.moderator("Careful Bo");
        Map<Long, Integer> places = Map.of(lesson.memberId(heron), 1, lesson.memberId(otter), 2);
        lesson.database.doInTransaction(() -> {
            DivisionService divisions = lesson.database.get(DivisionService.class);
            divisions.divide(lesson.facilitator, lesson.slug, PHONES, 2);
            divisions.move(lesson.facilitator, lesson.slug, PHONES, places);
        });
    }

    @AfterEach
    void end() {
        lesson.close();
    }

    private ThreadKey group(int number) {
        return ThreadKey.ofGroup(lesson.slug, PHONES, number);
    }

    private ThreadKey plenary() {
        return ThreadKey.in(lesson.slug, PHONES);
    }

    private Slug write(Actor who, ThreadKey where) {
        return lesson.run(
                CommentService.class,
                c -> c.post(
                        who,
                        where,
                        new Draft(
                                Stance.NONE,
                                null,
                                "What somebody has to say: " + UUID.randomUUID(),
                                List.of(),
                                null,
                                UUID.randomUUID().toString())));
    }

    private int entries(Actor reader, ThreadKey where) {
        return lesson.run(ThreadService.class, t -> t.page(reader, where, ThreadFilter.ALL, ThreadOrder.OLDEST, null)
                .entries()
                .size());
    }

    /** The projector asks nobody who they are, and neither does what is on everybody's page. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatAGroupSaysIsPutInTheSpotlightOnlyOnceAllReadIt(Engine engine) {
        begin(engine, Template.CLASS_50);
        lesson.enter(Phase.DISCUSS);
        Slug comment = write(heron, group(1));
        Runnable light = () -> lesson.database.doInTransaction(
                () -> lesson.database.get(SpotlightService.class).lightComment(lesson.facilitator, group(1), comment));

        assertThat(goes(light)).isFalse();
        lesson.enter(Phase.SYNTHESIS);
        light.run();
        assertThat(lit(otter)).isTrue();
        lesson.enter(Phase.DISCUSS);

        assertThat(List.of(lit(otter), lit(heron), lit(lesson.facilitator))).containsOnly(false);
    }

    private boolean lit(Actor reader) {
        return lesson.<SpotlightService, Boolean>run(
                SpotlightService.class, s -> s.find(reader, lesson.slug).isPresent());
    }

    private boolean goes(Runnable act) {
        try {
            act.run();
            return true;
        } catch (NotFoundException | UserFacingException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsAndWritesInAGroupInWhichPhase(Engine engine) {
        begin(engine, Template.CLASS_50);
        Map<String, Actor> all = Map.of("o", heron, "x", otter, "m", helper, "f", lesson.facilitator);
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split("\\s+");
            Phase phase = Phase.valueOf(cells[0]);
            if (phase != Phase.READ) {
                lesson.enter(phase);
            }
            all.forEach((letter, who) -> {
                assertThat(goes(() -> entries(who, group(1))))
                        .as(phase + ": " + letter + " reads")
                        .isEqualTo(cells[1].contains(letter));
                assertThat(lesson.<ThreadService, Boolean>run(ThreadService.class, t -> t.isReadable(who, group(1))))
                        .as(phase + ": " + letter + " hears")
                        .isEqualTo(cells[1].contains(letter));
                assertThat(goes(() -> write(who, group(1))))
                        .as(phase + ": " + letter + " writes")
                        .isEqualTo(cells[2].contains(letter));
            });
        }
    }

    @Test
    void aGroupsCommentsStandInItsThreadAloneAndNobodyElseLearnsOfThem() {
        begin(Engine.H2, Template.CLASS_50);
        lesson.enter(Phase.DISCUSS);
        Slug inside = write(heron, group(1));
        write(otter, plenary());

        assertThat(entries(heron, group(1))).isEqualTo(1);
        assertThat(entries(heron, plenary())).isEqualTo(1);
        assertThat(entries(helper, group(2))).isZero();
        for (ThreadKey elsewhere : List.of(plenary(), group(2), ThreadKey.open(PHONES))) {
            assertThatThrownBy(
                            () -> lesson.run(ThreadService.class, t -> t.conversation(otter, elsewhere, inside, null)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> lesson.run(ThreadService.class, t -> t.figures(otter, group(1))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> lesson.run(
                        ReportService.class, r -> r.report(otter, inside, ReportReason.OTHER, "What is this?")))
                .as("nor tells it apart by reporting it")
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> lesson.run(
                        CommentService.class,
                        c -> c.post(
                                otter,
                                plenary(),
                                new Draft(
                                        Stance.NONE,
                                        null,
                                        "An answer from another group, out of nowhere.",
                                        List.of(),
                                        inside,
                                        "answer"))))
                .hasMessageContaining("comment.parent.gone");
    }

    @Test
    void figuresCountThePlenaryAndEachGroupTheReaderReads() {
        begin(Engine.H2, Template.CLASS_50);
        lesson.enter(Phase.DISCUSS);
        write(heron, group(1));
        write(otter, group(2));
        write(otter, plenary());

        assertThat(published(lesson.facilitator)).isEqualTo(3);
        assertThat(published(heron)).isEqualTo(2);
        lesson.enter(Phase.CLOSING_BALLOT);
        lesson.enter(Phase.SYNTHESIS);
        assertThat(published(heron)).isEqualTo(3);
    }

    private int published(Actor reader) {
        return lesson.run(
                ThreadService.class, t -> t.published(reader, plenary()).size());
    }

    @Test
    void whatOneWroteInTheGroupOpensThePlenaryWhereOnesOwnComesFirst() {
        begin(Engine.H2, Template.CLASS_50);
        lesson.database.doInTransaction(() ->
                lesson.database.get(WorkshopService.class).ask(lesson.facilitator, lesson.slug, PHONES, true, 0, 0));
        lesson.enter(Phase.DISCUSS);
        write(otter, plenary());

        assertThat(entries(heron, plenary())).isZero();
        write(heron, group(1));
        assertThat(entries(heron, plenary())).isEqualTo(1);
    }

    @Test
    void aThreadThatNobodyBeganSaysWhenItsCommentsAreLookedAt() {
        begin(Engine.H2, Template.CLASS_50);
        assertThat(mode()).isEqualTo(ThreadMode.AFTER);
        lesson.close();
        begin(Engine.H2, Template.POLICY_90);
        assertThat(mode()).isEqualTo(ThreadMode.BEFORE);
    }

    private ThreadMode mode() {
        return lesson.run(ThreadService.class, t -> t.mode(heron, plenary()));
    }

    @Test
    void whoeverIsMovedReadsTheNewGroupAndNoMoreTheOld() {
        begin(Engine.H2, Template.CLASS_50);
        lesson.enter(Phase.DISCUSS);
        write(heron, group(1));
        long id = lesson.memberId(heron);
        lesson.database.doInTransaction(() -> lesson.database
                .get(DivisionService.class)
                .move(lesson.facilitator, lesson.slug, PHONES, Map.of(id, 2)));

        assertThat(goes(() -> entries(heron, group(1)))).isFalse();
        assertThat(goes(() -> entries(heron, group(2)))).isTrue();
    }
}
