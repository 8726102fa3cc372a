package contested.moderation;

/** A comment was decided on. Fired within the transaction. */
public record CommentDecided(Decision decision) {}
