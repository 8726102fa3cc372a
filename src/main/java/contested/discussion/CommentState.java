package contested.discussion;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What has become of a comment. The one place that says which state may follow which. */
public enum CommentState {
    /** Waits for a moderator; its author and moderators see it. */
    PENDING,
    /** A moderator asked the author to change it; a new revision makes it pending again. */
    SENT_BACK,
    /** Everybody reads it. */
    PUBLISHED,
    /** A moderator refused it; its author may appeal. */
    DECLINED,
    /** Was published and is not shown any more; its place and its replies stay. */
    HIDDEN,
    /** Its author took it back; its place and its replies stay. */
    WITHDRAWN,
    /** Its text is gone for good, everywhere; its place and its replies stay. */
    REDACTED;

    private static final Map<CommentState, Set<CommentState>> NEXT = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(SENT_BACK, PUBLISHED, DECLINED, HIDDEN, WITHDRAWN, REDACTED),
            SENT_BACK, EnumSet.of(PENDING, PUBLISHED, DECLINED, WITHDRAWN, REDACTED),
            PUBLISHED, EnumSet.of(HIDDEN, WITHDRAWN, REDACTED, SENT_BACK, DECLINED, PENDING),
            DECLINED, EnumSet.of(PUBLISHED, PENDING, SENT_BACK, WITHDRAWN, REDACTED),
            HIDDEN, EnumSet.of(PUBLISHED, WITHDRAWN, REDACTED, SENT_BACK),
            WITHDRAWN, EnumSet.of(REDACTED),
            REDACTED, EnumSet.noneOf(CommentState.class)));

    public boolean mayBecome(CommentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether readers see its text. */
    public boolean isRead() {
        return this == PUBLISHED;
    }

    /** Whether readers see that something stood there. */
    public boolean leavesPlace() {
        return this == HIDDEN || this == WITHDRAWN || this == REDACTED;
    }
}
