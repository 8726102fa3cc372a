package contested.moderation;

import static contested.moderation.ModerationServiceTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.account.Sanction;
import contested.account.SanctionKind;
import contested.account.SanctionService;
import contested.account.Sanctions;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
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

/** What the log says: to read, to export, about fairness and about a member. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class LogServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;

    @BeforeEach
    void openThread() {
        thread = new ModeratedThread(engine, folder);
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void theLogIsFilteredByKindRuleModeratorTimeAndWhetherItHappenedByItself() {
        Slug comment = thread.published();
        thread.clock.pass(Duration.ofHours(1));
        thread.decide(thread.thu, comment, DecisionKind.HIDE, "person");
        Slug risky = thread.published();
        thread.ask(ReportService.class, s -> s.report(thread.thu, risky, ReportReason.AT_RISK, ""));

        assertThat(kinds(LogFilter.ALL))
                .containsExactly(DecisionKind.HIDE, DecisionKind.PUBLISH, DecisionKind.HIDE, DecisionKind.PUBLISH);
        assertThat(kinds(new LogFilter(null, null, DecisionKind.HIDE, null, null, null)))
                .hasSize(2);
        assertThat(kinds(new LogFilter(null, null, null, "person", null, null))).hasSize(1);
        assertThat(kinds(new LogFilter(null, null, null, null, thread.minh.id(), null)))
                .hasSize(2);
        assertThat(kinds(new LogFilter(null, null, null, null, null, true))).containsExactly(DecisionKind.HIDE);
        assertThat(kinds(new LogFilter(thread.clock.instant(), null, null, null, null, null)))
                .hasSize(3);
        assertThat(kinds(new LogFilter(null, thread.clock.instant(), null, null, null, null)))
                .hasSize(1);
        assertThatThrownBy(() -> thread.ask(LogService.class, s -> s.read(thread.author, LogFilter.ALL, 1)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void noCellOfTheExportRunsAsAFormula() {
        Slug comment = thread.published();
        thread.database.doInTransaction(() -> thread.database
                .entityManager()
                .createQuery("update Account a set a.pseudonym = '=1+1,\"x\"' where a.id = :id")
                .setParameter("id", thread.minh.id())
                .executeUpdate());

        String csv = thread.ask(LogService.class, s -> s.export(thread.chief, LogFilter.ALL));

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv)
                .startsWith("decision,at,kind,question,comment,revision,rule,rules_version,moderator,automatic,undoes")
                .contains(",PUBLISH,phones-at-school," + comment + ",1,,,\"'=1+1,\"\"x\"\"\",false,");
    }

    @Test
    void figuresTellEachSideApartAndLeaveOutWhatWasUndone() {
        Slug first = thread.write(thread.author, null, Slot.YES);
        Slug second = thread.write(thread.author, null, Slot.YES);
        Slug third = thread.write(thread.author, null, Slot.NO);
        thread.clock.pass(Duration.ofMinutes(10));
        thread.publish(first);
        thread.decide(thread.minh, first, DecisionKind.HIDE, "person");
        thread.clock.pass(Duration.ofMinutes(10));
        thread.decide(thread.thu, second, DecisionKind.DECLINE, "person");
        Decision wrong = thread.decide(thread.thu, third, DecisionKind.DECLINE, "person");
        thread.ask(ModerationService.class, s -> s.undo(thread.thu, wrong.id()));
        thread.publish(third);

        EvenHandedness figures = thread.ask(
                LogService.class,
                s -> s.evenHandedness(
                        thread.chief,
                        thread.clock.instant().minus(Duration.ofDays(1)),
                        thread.clock.instant().plusSeconds(1)));

        assertThat(figures.byPosition())
                .extracting(p -> p.position().en() + " " + p.figures().published() + " "
                        + p.figures().declined() + " " + p.figures().hidden() + " "
                        + p.figures().medianWait().orElseThrow())
                .containsExactlyInAnyOrder("Yes 1 1 1 PT15M", "No 1 0 0 PT20M");
        assertThat(figures.byQuestion()).hasSize(1);
        assertThat(figures.byModerator())
                .extracting(m -> m.pseudonym() + " " + m.figures().published() + " "
                        + m.figures().declined())
                .containsExactlyInAnyOrder("Minh 2 0", "Thu 0 1");
    }

    @Test
    void aMembersHistoryHasWhatColleaguesNeed() {
        thread.published();
        thread.decide(thread.minh, thread.write(), DecisionKind.DECLINE, "person");
        thread.ask(SanctionService.class, s -> s.note(thread.minh, thread.author.id(), "Writes in haste."));
        thread.ask(
                SanctionService.class,
                s -> s.impose(thread.minh, thread.author.id(), SanctionKind.ALWAYS_REVIEW, "Two were declined."));

        MemberHistory history = thread.ask(LogService.class, s -> s.member(thread.thu, thread.author.id()));

        assertThat(history.comments()).hasSize(2);
        assertThat(history.decisions()).hasSize(2);
        assertThat(history.counts().shareDeclined()).isEqualTo(0.5);
        assertThat(history.notes()).hasSize(1);
        assertThat(history.sanctions()).extracting(Sanction::reason).containsExactly("Two were declined.");
        assertThatThrownBy(() -> thread.ask(LogService.class, s -> s.member(thread.author, thread.author.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMuteEndsByItselfOrIsLifted() {
        impose(SanctionKind.MUTE_HOUR);
        Sanction mute = impose(SanctionKind.MUTE);
        impose(SanctionKind.ALWAYS_REVIEW);

        assertThat(mayWrite()).isFalse();
        thread.database.doInTransaction(
                () -> thread.database.get(SanctionService.class).lift(thread.thu, mute.id()));
        assertThat(mayWrite()).isFalse();
        thread.clock.pass(Duration.ofHours(1));
        assertThat(mayWrite()).isTrue();
        assertThat(thread.<Sanctions, Boolean>ask(Sanctions.class, s -> s.alwaysReview(author())))
                .isTrue();
        assertRefused(
                () -> thread.ask(
                        SanctionService.class, s -> s.impose(thread.minh, thread.thu.id(), SanctionKind.MUTE, "No.")),
                "moderation.sanction.staff");
        assertRefused(
                () -> thread.ask(
                        SanctionService.class, s -> s.impose(thread.minh, thread.author.id(), SanctionKind.MUTE, " ")),
                "moderation.text.length");
    }

    private Sanction impose(SanctionKind kind) {
        return thread.ask(SanctionService.class, s -> s.impose(thread.minh, thread.author.id(), kind, "For a reason."));
    }

    private boolean mayWrite() {
        return thread.<Sanctions, Boolean>ask(Sanctions.class, s -> s.mayWrite(author()));
    }

    private contested.account.Account author() {
        return thread.database.entityManager().find(contested.account.Account.class, thread.author.id());
    }

    private List<DecisionKind> kinds(LogFilter filter) {
        return thread.ask(LogService.class, s -> s.read(thread.chief, filter, Long.MAX_VALUE)).stream()
                .map(Decision::kind)
                .toList();
    }
}
