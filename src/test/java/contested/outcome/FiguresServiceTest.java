package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.shared.Slug;
import contested.support.Database;
import contested.support.Engine;
import contested.workshop.Phase;
import contested.workshop.SampleWorkshop;
import contested.workshop.Template;
import contested.workshop.Workshop;
import contested.workshop.WorkshopMember;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose figures they are, in whose time, and who is named in them. */
class FiguresServiceTest {

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;
    private Actor heron;
    private Actor otter;

    @BeforeEach
    void begin() {
        lesson = new SampleWorkshop(Engine.H2, folder, Template.CLASS_50);
        heron = lesson.joined("Quiet Heron");
        otter = lesson.joined("Sleepy Otter");
    }

    @AfterEach
    void end() {
        lesson.close();
    }

    private FiguresService.Talk talk() {
        return lesson.run(FiguresService.class, f -> f.talk(lesson.facilitator, lesson.slug, SampleWorkshop.PHONES));
    }

    private Slug post(Actor author, @Nullable Slug answers) {
        lesson.pass(Duration.ofMinutes(2));
        return lesson.run(
                CommentService.class,
                c -> c.post(
                        author,
                        ThreadKey.in(lesson.slug, SampleWorkshop.PHONES),
                        new Draft(
                                Stance.NONE,
                                null,
                                "What somebody has to say: " + UUID.randomUUID(),
                                List.of(),
                                answers,
                                UUID.randomUUID().toString())));
    }

    private void set(String what) {
        lesson.database.doInTransaction(() -> lesson.database
                .entityManager()
                .createQuery("update Workshop w set w." + what)
                .executeUpdate());
    }

    @Test
    void whereCommentsShowNoAuthorNothingTellsWhoAnsweredWhom() {
        lesson.enter(Phase.DISCUSS);
        post(otter, post(heron, null));
        assertThat(talk().network()).isNotNull().satisfies(n -> assertThat(n.lines())
                .containsExactly(new ReplyNetwork.Line("Sleepy Otter", "Quiet Heron", 1)));

        set("authorsShown = false");

        assertThat(talk().network()).isNull();
        assertThat(talk().participation().replies()).isEqualTo(1);
        set("authorsShown = true, personsShown = false");
        assertThat(talk().network()).isNull();
    }

    @Test
    void ofTwoCalledAlikeNoneHasTheOthersComments() {
        // Nobody is let in like that any more; workshops that began before may have such people.
        Actor minh = lesson.member("Quiet Heron", SiteRole.MEMBER);
        Workshop workshop = lesson.workshop();
        lesson.database.doInTransaction(() -> lesson.database
                .entityManager()
                .persist(new WorkshopMember(
                        workshop,
                        lesson.database.entityManager().find(Account.class, minh.id()),
                        WorkshopRole.PARTICIPANT,
                        Database.NOW)));
        lesson.enter(Phase.DISCUSS);
        Slug first = post(heron, null);
        post(minh, first);
        post(minh, null);

        assertThat(talk().participation().byPerson())
                .containsExactly(
                        new Participation.Person("Quiet Heron", 1, 0, 0),
                        new Participation.Person("Sleepy Otter", 0, 0, 0),
                        new Participation.Person("Quiet Heron (2)", 2, 1, 0));
        assertThat(talk().network()).isNotNull().satisfies(n -> assertThat(n.lines())
                .containsExactly(new ReplyNetwork.Line("Quiet Heron (2)", "Quiet Heron", 1)));
    }

    @Test
    void stepsFollowTheDaysOfTheWorkshopAndNotOfTheServer() {
        lesson.enter(Phase.DISCUSS);
        Slug early = post(heron, null);
        post(otter, null);
        lesson.database.doInTransaction(() -> lesson.database
                .entityManager()
                .createQuery("update Comment c set c.createdAt = :at where c.slug = :slug")
                .setParameter("at", lesson.now().minus(Duration.ofDays(6)))
                .setParameter("slug", early.value())
                .executeUpdate());

        for (String zone : List.of("Asia/Ho_Chi_Minh", "Asia/Kathmandu", "America/St_Johns")) {
            set("timeZone = '" + zone + "'");

            assertThat(talk().participation().step()).isEqualTo(Duration.ofDays(1));
            assertThat(talk().participation().steps()).isNotEmpty().allSatisfy(step -> {
                ZonedDateTime from = step.from().atZone(ZoneId.of(zone));
                assertThat(from.getHour() * 60 + from.getMinute()).as(zone).isZero();
            });
        }
    }
}
