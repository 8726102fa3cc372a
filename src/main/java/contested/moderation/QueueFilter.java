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
 * @param workshop     whose comments they are; null for what everybody may read
 */
public record QueueFilter(
        @Nullable QueueReason reason,
        @Nullable Slug question,
        @Nullable Long position,
        @Nullable ReportReason reportReason,
        @Nullable Duration olderThan,
        @Nullable Slug workshop) {

    public QueueFilter(
            @Nullable QueueReason reason,
            @Nullable Slug question,
            @Nullable Long position,
            @Nullable ReportReason reportReason,
            @Nullable Duration olderThan) {
        this(reason, question, position, reportReason, olderThan, null);
    }

    /** All that waits. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null, null, null);

    /** All that waits in one workshop. */
    public static QueueFilter in(Slug workshop) {
        return new QueueFilter(null, null, null, null, null, workshop);
    }
}
