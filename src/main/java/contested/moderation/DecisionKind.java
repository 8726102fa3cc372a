package contested.moderation;

import contested.discussion.Comment;
import contested.discussion.CommentState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What a moderator, or a rule that works by itself, can do with a comment or a thread. */
public enum DecisionKind {
    /** Let readers see the latest revision. */
    PUBLISH(EnumSet.of(CommentState.PENDING, CommentState.SENT_BACK, CommentState.DECLINED)),
    /** Ask the author to change it. */
    SEND_BACK(EnumSet.of(CommentState.PENDING, CommentState.DECLINED)),
    /** Refuse it. */
    DECLINE(EnumSet.of(CommentState.PENDING, CommentState.SENT_BACK)),
    /** Show it no longer; said of one that was hidden automatically, it confirms that. */
    HIDE(EnumSet.of(CommentState.PUBLISHED, CommentState.HIDDEN)),
    /** Show it again. */
    RESTORE(EnumSet.of(CommentState.HIDDEN)),
    /** Take the text away for good. */
    REDACT(EnumSet.complementOf(EnumSet.of(CommentState.REDACTED))),
    /** Leave everything as it is, after a report or an appeal. */
    UPHOLD(EnumSet.allOf(CommentState.class)),
    /** Take an earlier decision back within {@link ModerationService#UNDO}. */
    UNDO(EnumSet.noneOf(CommentState.class)),
    /** Take it to another question. */
    MOVE(EnumSet.complementOf(EnumSet.of(CommentState.REDACTED, CommentState.WITHDRAWN))),
    /** Let nobody write in the thread any more. */
    CLOSE_THREAD(EnumSet.noneOf(CommentState.class)),
    /** Let people write in it again. */
    REOPEN_THREAD(EnumSet.noneOf(CommentState.class)),
    /** Look at comments before instead of after they are published, or the other way round. */
    CHANGE_MODE(EnumSet.noneOf(CommentState.class));

    /** What a moderator can say of a comment alone. */
    private static final Set<DecisionKind> VERDICTS =
            EnumSet.of(PUBLISH, SEND_BACK, DECLINE, HIDE, RESTORE, REDACT, UPHOLD);

    private static final Set<DecisionKind> TAKE_AWAY = EnumSet.of(SEND_BACK, DECLINE, HIDE, REDACT);

    /** What can be decided on a revision that waits. */
    static final Set<DecisionKind> ON_WAITING = EnumSet.of(PUBLISH, SEND_BACK, DECLINE);

    private final Set<CommentState> from;

    DecisionKind(Set<CommentState> from) {
        this.from = from;
    }

    /** Whether it takes something away, and so must name a house rule. */
    public boolean needsRule() {
        return TAKE_AWAY.contains(this);
    }

    /** Whether {@link ModerationService#decide} takes it. */
    public boolean isVerdict() {
        return VERDICTS.contains(this);
    }

    /** Whether the comment is in a state in which this can be decided. */
    public boolean isPossibleOn(Comment comment) {
        return from.contains(comment.state()) || comment.hasWaitingRevision() && ON_WAITING.contains(this);
    }

    /** Whether it is about the revision that readers see, not about the last one written. */
    boolean isAboutWhatReadersSee() {
        return this == HIDE || this == RESTORE || this == UPHOLD;
    }

    /** Does it. A revision that waits behind a published one is refused alone: readers keep what they have. */
    void applyTo(Comment comment, Instant now) {
        switch (this) {
            case PUBLISH -> comment.publish(now);
            case SEND_BACK -> refuse(comment, CommentState.SENT_BACK, now);
            case DECLINE -> refuse(comment, CommentState.DECLINED, now);
            case HIDE -> hide(comment, now);
            case RESTORE -> restore(comment, now);
            case REDACT -> comment.become(CommentState.REDACTED, now);
            case UPHOLD, UNDO, MOVE, CLOSE_THREAD, REOPEN_THREAD, CHANGE_MODE -> {}
        }
    }

    private static void refuse(Comment comment, CommentState next, Instant now) {
        if (!comment.hasWaitingRevision()) {
            comment.become(next, now);
        }
    }

    private static void hide(Comment comment, Instant now) {
        if (comment.state() != CommentState.HIDDEN) {
            comment.become(CommentState.HIDDEN, now);
        }
    }

    private static void restore(Comment comment, Instant now) {
        if (comment.published().isPresent()) {
            comment.become(CommentState.PUBLISHED, now);
        } else {
            comment.publish(now);
        }
    }
}
