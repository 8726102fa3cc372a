package contested.discussion;

import contested.shared.Slug;

/** What readers see of a comment has changed. Fired inside the changing transaction, for rooms above this one. */
public record CommentChanged(Slug question, Slug comment) {}
