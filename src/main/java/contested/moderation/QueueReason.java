package contested.moderation;

/** Why a comment waits for a moderator; there can be several. */
public enum QueueReason {
    /** New. */
    PENDING,
    /** Sent back, and changed by its author. */
    RESUBMITTED,
    /** Readers see an earlier revision. */
    WAITING_REVISION,
    REPORTED,
    APPEALED
}
