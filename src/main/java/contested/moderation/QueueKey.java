package contested.moderation;

import java.time.Instant;

/**
 * The place of a comment in the queue: what may put a person at risk first, then what has waited longest.
 *
 * @param urgency 0 for what may put a person at risk, 1 for all else
 * @param since   since when it waits
 */
public record QueueKey(int urgency, Instant since, long comment) {

    /** Before everything. */
    public static final QueueKey START = new QueueKey(-1, Instant.EPOCH, 0);

    public boolean isUrgent() {
        return urgency == 0;
    }
}
