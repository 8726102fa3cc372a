package contested.moderation;

import static contested.moderation.ModerationServiceTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** How authors have a decision looked at again. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class AppealServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;
    private Slug comment;
    private Decision declined;

    @BeforeEach
    void decline() {
        thread = new ModeratedThread(engine, folder);
        comment = thread.write();
        declined = thread.decide(thread.minh, comment, DecisionKind.DECLINE, "person");
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void anotherModeratorReversesTheDecisionOnRecord() {
        Appeal appeal = appeal(declined);

        Appeal settled = settle(thread.thu, appeal, AppealOutcome.GRANTED);

        assertThat(settled.isBySameModerator()).isFalse();
        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);
        assertThat(settled.settledBy().orElseThrow().kind()).isEqualTo(DecisionKind.PUBLISH);
        assertThat(settled.settledBy().orElseThrow().undoes().map(Decision::id)).contains(declined.id());
        assertThat(thread.publishedCount()).isEqualTo(1);
    }

    @Test
    void anUpheldDecisionIsOnRecordAndFinal() {
        Appeal appeal = appeal(declined);

        Decision record =
                settle(thread.thu, appeal, AppealOutcome.UPHELD).settledBy().orElseThrow();

        assertThat(record.kind()).isEqualTo(DecisionKind.UPHOLD);
        assertThat(thread.state(comment)).isEqualTo(CommentState.DECLINED);
        assertRefused(() -> settle(thread.thu, appeal, AppealOutcome.GRANTED), "appeal.settled");
        assertRefused(() -> appeal(declined), "appeal.nothing");
        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.thu, record.id())),
                "moderation.undo.since");
    }

    @Test
    void whoDecidedFirstDoesNotDecideAgainWhereAColleagueCan() {
        Appeal appeal = appeal(declined);

        assertRefused(() -> settle(thread.minh, appeal, AppealOutcome.UPHELD), "appeal.same");

        thread.database.doInTransaction(() -> thread.database
                .entityManager()
                .find(contested.account.Account.class, thread.thu.id())
                .trustNoLongerAs(contested.access.SiteRole.MODERATOR));
        assertThat(settle(thread.minh, appeal, AppealOutcome.UPHELD).isBySameModerator())
                .isTrue();
    }

    @Test
    void oneAppealForEachDecisionByItsAuthorWithinFourteenDays() {
        assertThatThrownBy(() -> thread.ask(AppealService.class, s -> s.appeal(thread.thu, declined.id(), "")))
                .isInstanceOf(NotFoundException.class);
        assertRefused(
                () -> thread.ask(AppealService.class, s -> s.appeal(thread.author, declined.id(), "x".repeat(1001))),
                "appeal.words.length");
        thread.clock.pass(Duration.ofDays(14));
        appeal(declined);
        assertRefused(() -> appeal(declined), "appeal.twice");

        Slug other = thread.write();
        Decision late = thread.decide(thread.minh, other, DecisionKind.DECLINE, "person");
        thread.clock.pass(Duration.ofDays(14).plusSeconds(1));
        assertRefused(() -> appeal(late), "appeal.late");
    }

    @Test
    void whatTookNothingAwayOrWasUndoneCannotBeAppealed() {
        Decision published = thread.publish(thread.write());
        assertRefused(() -> appeal(published), "appeal.nothing");

        thread.ask(ModerationService.class, s -> s.undo(thread.minh, declined.id()));
        assertRefused(() -> appeal(declined), "appeal.nothing");
    }

    @Test
    void anAppealedDecisionIsNotUndoneBehindTheAppeal() {
        appeal(declined);

        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.minh, declined.id())),
                "moderation.undo.since");
    }

    @Test
    void anAutomaticHidingCanBeAppealed() {
        Slug hidden = thread.published();
        thread.ask(ReportService.class, s -> s.report(thread.thu, hidden, ReportReason.AT_RISK, ""));
        Decision automatic = thread.ask(ModerationService.class, s -> s.history(thread.author, thread.find(hidden)))
                .get(1);

        settle(thread.minh, appeal(automatic), AppealOutcome.GRANTED);

        assertThat(automatic.isAutomatic()).isTrue();
        assertThat(thread.state(hidden)).isEqualTo(CommentState.PUBLISHED);
    }

    private Appeal appeal(Decision decision) {
        return thread.ask(AppealService.class, s -> s.appeal(thread.author, decision.id(), "I spoke of the position."));
    }

    private Appeal settle(contested.access.Actor who, Appeal appeal, AppealOutcome outcome) {
        return thread.ask(AppealService.class, s -> s.settle(who, appeal.id(), outcome, ""));
    }
}
