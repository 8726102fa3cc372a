package contested.discussion;

import contested.shared.Slug;

/**
 * What readers see of a comment has changed. Fired inside the changing transaction, for rooms above this one.
 *
 * @param appeared whether readers of that thread did not see it before and do now
 */
public record CommentChanged(ThreadKey thread, Slug comment, boolean appeared) {}
