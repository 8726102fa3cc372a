package contested.moderation;

import contested.shared.Slug;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the queue a moderator wants; null for no limit.
 *
 * @param position     the id of the position that the comment takes
 * @param reportReason one of its open reports has this reason
 * @param olderThan    it has waited at least so long
 */
public record QueueFilter(
        @Nullable QueueReason reason,
        @Nullable Slug question,
        @Nullable Long position,
        @Nullable ReportReason reportReason,
        @Nullable Duration olderThan) {

    /** All that waits. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null, null, null);
}
