package contested.moderation;

import contested.account.Account;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.VisibleChanges;
import contested.shared.ContentVersions;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each act on a comment is done and put on record at once: the comment changes, counts follow, reports are settled,
 * readers' pages go stale, or nothing of it happens. Works on a comment that is locked, within the caller's transaction.
 */
@ApplicationScoped
public class DecisionLog {

    @Inject
    private ModerationRepository repository;

    @Inject
    private HouseRulesRepository rules;

    @Inject
    private VisibleChanges visible;

    @Inject
    private ContentVersions content;

    @Inject
    private Event<CommentDecided> decided;

    @Inject
    private Event<CommentShown> shown;

    @Inject
    private Event<ReportSettled> reportSettled;

    @Inject
    private Clock clock;

    /** An act that nobody ordered. */
    Decision actAutomatically(Comment comment, DecisionKind kind) {
        return act(comment, null, "", Decision.on(comment, kind, clock.instant()));
    }

    /** Hides without a rule, where somebody leads people in a room and answers for it to their faces. */
    Decision hideAtOnce(Comment comment, Account moderator) {
        return act(
                comment,
                null,
                "",
                Decision.on(comment, DecisionKind.HIDE, clock.instant()).by(moderator));
    }

    /** @throws UserFacingException When the comment is not in a state for it, or there is no such rule. */
    Decision act(Comment comment, Account moderator, Verdict verdict, @Nullable Decision reversed) {
        Decision decision =
                Decision.on(comment, verdict.kind(), clock.instant()).by(moderator);
        if (reversed != null) {
            decision.undoing(reversed);
        }
        return act(comment, verdict.rule(), verdict.words(), decision);
    }

    private Decision act(Comment comment, @Nullable String rule, String words, Decision decision) {
        DecisionKind kind = decision.kind();
        if (!kind.isPossibleOn(comment)) {
            throw new UserFacingException("", "moderation.state." + comment.state());
        }
        cite(rule, decision);
        boolean first = comment.published().isEmpty();
        boolean confirms = kind.isAboutWhatReadersSee() && comment.state() == CommentState.HIDDEN;
        visible.make(comment, () -> kind.applyTo(comment, decision.decidedAt()));
        if (confirms) {
            // Readers were told that it was hidden by itself; the place is the same, the words are not.
            content.raise();
        }
        record(decision, words);
        follow(comment);
        if (kind == DecisionKind.REDACT) {
            repository.eraseWordsAbout(comment);
        }
        settleReports(comment, decision);
        tell(comment, first, decision);
        return decision;
    }

    /** Names the rule, in its present version. */
    private void cite(@Nullable String rule, Decision decision) {
        if (rule == null) {
            return;
        }
        HouseRulesVersion version = rules.current();
        if (!version.has(rule)) {
            throw new UserFacingException("rule", "moderation.rule.unknown");
        }
        decision.under(rule, version.number());
    }

    private void record(Decision decision, String words) {
        repository.add(decision);
        // A redaction says which rule and no more: its words could repeat what was redacted.
        if (!words.isEmpty() && decision.kind() != DecisionKind.REDACT) {
            repository.add(new DecisionWords(decision, words));
        }
    }

    /** Takes an act back: the comment as it was, counts and pages with it. */
    Decision takeBack(Comment comment, Account moderator, Decision earlier) {
        Decision decision = Decision.on(comment, DecisionKind.UNDO, clock.instant())
                .by(moderator)
                .undoing(earlier);
        visible.make(
                comment,
                () -> comment.returnTo(
                        earlier.formerState().orElse(comment.state()), earlier.formerNumber(), decision.decidedAt()));
        repository.add(decision);
        follow(comment);
        repository.settledBy(earlier).forEach(Report::reopen);
        decided.fire(new CommentDecided(decision));
        return decision;
    }

    /** Whoever saw the comment before sees that it was decided on, and nobody is on it any more. */
    private void follow(Comment comment) {
        repository.raiseVersion(comment);
        repository.release(comment);
    }

    /** Tells reporters what came of it. What happens by itself settles nothing. */
    void settleReports(Comment comment, Decision decision) {
        if (decision.isAutomatic()) {
            return;
        }
        outcomeFor(decision.kind())
                .ifPresent(outcome -> repository.openReports(comment).forEach(report -> {
                    report.settle(outcome, decision);
                    reportSettled.fire(new ReportSettled(report));
                }));
    }

    private static Optional<ReportOutcome> outcomeFor(DecisionKind kind) {
        return switch (kind) {
            case SEND_BACK, DECLINE, HIDE, REDACT, MOVE -> Optional.of(ReportOutcome.ACTED);
            case RESTORE, UPHOLD -> Optional.of(ReportOutcome.KEPT);
            case PUBLISH, UNDO, CLOSE_THREAD, REOPEN_THREAD, CHANGE_MODE -> Optional.empty();
        };
    }

    private void tell(Comment comment, boolean first, Decision decision) {
        decided.fire(new CommentDecided(decision));
        if (first && comment.state().isRead()) {
            shown.fire(new CommentShown(comment));
        }
    }
}
