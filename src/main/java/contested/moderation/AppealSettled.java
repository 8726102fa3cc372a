package contested.moderation;

/** An appeal has its outcome. Fired within the transaction. */
public record AppealSettled(Appeal appeal) {}
