package contested.moderation;

/** Why a reader thinks that a moderator should look at a comment. */
public enum ReportReason {
    OFF_TOPIC,
    PERSONAL_ATTACK,
    HATE,
    /** Tells what is nobody's business. */
    PRIVATE_DATA,
    /** May put somebody in danger; hides the comment at once. */
    AT_RISK,
    FALSE_CITATION,
    SPAM,
    /** Said in words. */
    OTHER;

    /** Whether moderators look at it before all else. */
    public boolean isUrgent() {
        return this == AT_RISK || this == PRIVATE_DATA;
    }
}
