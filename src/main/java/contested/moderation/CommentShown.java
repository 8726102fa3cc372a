package contested.moderation;

import contested.discussion.Comment;

/** Readers see a comment for the first time. Fired within the transaction. */
public record CommentShown(Comment comment) {}
