package contested.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.moderation.AppealOutcome;
import contested.moderation.AppealService;
import contested.moderation.Decision;
import contested.moderation.DecisionKind;
import contested.moderation.ModeratedThread;
import contested.moderation.ReportReason;
import contested.moderation.ReportService;
import contested.passage.PassageRepository;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told, and that nobody else is. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class NoticeServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;

    @BeforeEach
    void openThread() {
        thread = new ModeratedThread(engine, folder);
        // Whoever observes must be there before the event.
        thread.database.get(NoticeService.class);
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void authorsLearnWhatWasDecidedAndWhoAnswered() {
        Actor other = thread.member("Other");
        Slug comment = thread.published();
        thread.publish(thread.write(other, comment));

        assertThat(kinds(thread.author)).containsExactly(NoticeKind.REPLY, NoticeKind.DECIDED);
        assertThat(kinds(other)).containsExactly(NoticeKind.DECIDED);
        assertThat(kinds(thread.minh)).isEmpty();
    }

    @Test
    void whatReadersDoNotSeeYetIsToldToNobody() {
        Slug comment = thread.published();
        Slug reply = thread.write(thread.member("Other"), comment);

        thread.decide(thread.minh, reply, DecisionKind.DECLINE, "person");

        assertThat(kinds(thread.author)).containsExactly(NoticeKind.DECIDED);
    }

    @Test
    void whoRestsOnTheSamePassagesIsTold() {
        Actor other = thread.member("Other");
        Slug mine = citing(thread.author);
        thread.publish(mine);
        Slug theirs = citing(other);
        thread.publish(theirs);
        thread.publish(thread.write(thread.member("Third"), null));

        assertThat(kinds(thread.author)).containsExactly(NoticeKind.CITATION, NoticeKind.DECIDED);
    }

    private Slug citing(Actor who) {
        Slug slug = thread.write(who, null);
        thread.database.doInTransaction(() -> thread.find(slug)
                .revise(
                        "It rests on a passage, for a test.",
                        List.of(thread.database
                                .get(PassageRepository.class)
                                .find(SampleDebate.PASSAGE)
                                .orElseThrow()),
                        thread.clock.instant()));
        return slug;
    }

    @Test
    void outcomesOfReportsAndAppealsAreTold() {
        Actor reader = thread.member("Reader");
        Slug comment = thread.published();
        thread.ask(ReportService.class, s -> s.report(reader, comment, ReportReason.SPAM, ""));
        Decision hidden = thread.decide(thread.minh, comment, DecisionKind.HIDE, "person");
        long appeal = thread.<AppealService, Long>ask(AppealService.class, s -> s.appeal(thread.author, hidden.id(), "")
                .id());
        thread.ask(AppealService.class, s -> s.settle(thread.thu, appeal, AppealOutcome.GRANTED, ""));

        assertThat(kinds(reader)).containsExactly(NoticeKind.REPORT);
        assertThat(kinds(thread.author)).startsWith(NoticeKind.APPEAL);
    }

    @Test
    void openingOneMarksThatOneAloneAndNobodyElses() {
        Actor other = thread.member("Other");
        thread.publish(thread.write(other, thread.published()));
        List<Notice> own = thread.ask(NoticeService.class, s -> s.own(thread.author, Long.MAX_VALUE));
        long opened = own.get(0).id();

        thread.ask(NoticeService.class, s -> s.open(thread.author, opened));

        assertThat(countNew(thread.author)).isEqualTo(own.size() - 1L);
        assertThatThrownBy(() -> thread.ask(NoticeService.class, s -> s.open(other, opened)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void readingMarksOnlyOnesOwn() {
        Actor other = thread.member("Other");
        thread.publish(thread.write(other, thread.published()));
        long newest = thread.ask(NoticeService.class, s -> s.own(thread.author, Long.MAX_VALUE))
                .get(0)
                .id();

        thread.database.doInTransaction(
                () -> thread.database.get(NoticeService.class).read(thread.author, Long.MAX_VALUE));

        assertThat(newest).isPositive();
        assertThat(countNew(thread.author)).isZero();
        assertThat(countNew(other)).isEqualTo(1);
    }

    @Test
    void whatWasReadGoesAfterNinetyDaysAndTheRestAfterAYear() {
        Actor other = thread.member("Other");
        thread.publish(thread.write(other, thread.published()));
        thread.database.doInTransaction(
                () -> thread.database.get(NoticeService.class).read(thread.author, Long.MAX_VALUE));

        thread.clock.pass(NoticeService.KEPT_ONCE_READ);
        forgetOld();
        assertThat(kinds(thread.author)).hasSize(2);

        thread.clock.pass(Duration.ofSeconds(1));
        forgetOld();
        assertThat(kinds(thread.author)).isEmpty();
        assertThat(kinds(other)).hasSize(1);

        thread.clock.pass(NoticeService.KEPT_UNREAD.minus(NoticeService.KEPT_ONCE_READ));
        forgetOld();
        assertThat(kinds(other)).isEmpty();
    }

    private void forgetOld() {
        thread.ask(NoticeService.class, NoticeService::forgetOld);
    }

    private long countNew(Actor who) {
        return thread.<NoticeService, Long>ask(NoticeService.class, s -> s.countNew(who));
    }

    private List<NoticeKind> kinds(Actor who) {
        return thread.ask(NoticeService.class, s -> s.own(who, Long.MAX_VALUE)).stream()
                .map(Notice::kind)
                .toList();
    }
}
