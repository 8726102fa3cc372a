package contested.moderation;

/** What a moderator made of a report. */
public enum ReportOutcome {
    /** The comment was changed, hidden, moved or redacted. */
    ACTED,
    /** It stays as it is. */
    KEPT
}
