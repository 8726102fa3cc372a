package contested.moderation;

/** A moderator looked at what somebody reported. Fired within the transaction. */
public record ReportSettled(Report report) {}
