package contested.moderation;

import static contested.moderation.ModerationServiceTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.account.SanctionKind;
import contested.account.SanctionService;
import contested.discussion.CommentState;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers report, and what follows from it by itself. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ReportServiceTest {

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
    void threeReportsOfEstablishedAccountsHideUntilAModeratorLooks() {
        Slug comment = thread.published();
        report(thread.established("An"), comment, ReportReason.SPAM);
        report(thread.established("Binh"), comment, ReportReason.HATE);
        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);

        report(thread.established("Chi"), comment, ReportReason.SPAM);

        assertThat(thread.state(comment)).isEqualTo(CommentState.HIDDEN);
        assertThat(
                        thread.database.count(
                                "select count(d) from Decision d where d.kind = HIDE and d.automatic = true and d.moderator is null"))
                .isEqualTo(1);
        assertThat(openReports()).isEqualTo(3);
    }

    @Test
    void accountsWithoutStandingHideNothing() {
        Slug comment = thread.published();
        for (int i = 0; i < 5; i++) {
            // as old as needed, but readers have seen nothing of theirs
            report(thread.member("Silent " + i), comment, ReportReason.SPAM);
            Actor young = thread.member("Young " + i, Duration.ofHours(23));
            thread.publish(thread.write(young, null));
            report(young, comment, ReportReason.SPAM);
        }

        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);
    }

    @Test
    void oneReportThatSomebodyIsAtRiskHidesAtOnce() {
        Slug comment = thread.published();

        report(thread.member("Silent"), comment, ReportReason.AT_RISK);

        assertThat(thread.state(comment)).isEqualTo(CommentState.HIDDEN);
        assertThat(thread.publishedCount()).isZero();
    }

    @Test
    void whatAModeratorUpheldIsNotHiddenByNumberAgain() {
        Slug comment = thread.published();
        report(thread.established("An"), comment, ReportReason.SPAM);
        report(thread.established("Binh"), comment, ReportReason.SPAM);
        report(thread.established("Chi"), comment, ReportReason.SPAM);
        thread.decide(thread.minh, comment, Verdict.of(DecisionKind.RESTORE));

        for (String name : new String[] {"Dung", "Giang", "Hoa", "Khoa"}) {
            report(thread.established(name), comment, ReportReason.SPAM);
        }
        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);

        thread.revise(comment);
        thread.publish(comment);
        report(thread.established("Long"), comment, ReportReason.SPAM);
        assertThat(thread.state(comment)).isEqualTo(CommentState.HIDDEN);
    }

    @Test
    void reportersLearnTheOutcome() {
        Slug comment = thread.published();
        Actor reader = thread.member("Reader");
        report(reader, comment, ReportReason.OFF_TOPIC);

        Decision decision = thread.decide(thread.minh, comment, DecisionKind.HIDE, "person");

        assertThat(own(reader).outcome()).contains(ReportOutcome.ACTED);
        thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id()));
        assertThat(own(reader).outcome()).isEmpty();
        thread.decide(thread.minh, comment, Verdict.of(DecisionKind.UPHOLD));
        assertThat(own(reader).outcome()).contains(ReportOutcome.KEPT);
    }

    @Test
    void onceAPersonAndCommentAndNeverOnesOwn() {
        Slug comment = thread.published();
        Actor reader = thread.member("Reader");
        report(reader, comment, ReportReason.SPAM);

        assertRefused(() -> report(reader, comment, ReportReason.HATE), "report.twice");
        assertRefused(() -> report(thread.author, comment, ReportReason.HATE), "report.own");
        assertRefused(() -> report(thread.minh, comment, ReportReason.OTHER), "report.words.needed");
        assertRefused(
                () -> thread.ask(
                        ReportService.class, s -> s.report(thread.minh, comment, ReportReason.OTHER, "x".repeat(501))),
                "report.words.length");
        assertThatThrownBy(() -> report(Actor.VISITOR, comment, ReportReason.SPAM))
                .isInstanceOf(NotFoundException.class);
        assertThat(openReports()).isEqualTo(1);
    }

    @Test
    void whatReadersDoNotSeeCannotBeReported() {
        Slug pending = thread.write();

        assertThatThrownBy(() -> report(thread.member("Reader"), pending, ReportReason.SPAM))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoMayNotWriteReportsNothing() {
        Slug comment = thread.published();
        Actor reader = thread.member("Reader");
        thread.ask(
                SanctionService.class,
                s -> s.impose(thread.minh, reader.id(), SanctionKind.MUTE_DAY, "Too many empty reports."));

        assertRefused(() -> report(reader, comment, ReportReason.SPAM), "report.banned");
        thread.clock.pass(Duration.ofDays(1));
        report(reader, comment, ReportReason.SPAM);

        assertThat(openReports()).isEqualTo(1);
    }

    private Report report(Actor who, Slug comment, ReportReason reason) {
        return thread.ask(ReportService.class, s -> s.report(who, comment, reason, ""));
    }

    private Report own(Actor who) {
        return thread.ask(ReportService.class, s -> s.export(who)).get(0);
    }

    private long openReports() {
        return thread.database.count("select count(r) from Report r where r.outcome is null");
    }
}
