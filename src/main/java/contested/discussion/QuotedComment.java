package contested.discussion;

import contested.shared.Slug;

/**
 * A published comment as others quote it: how it begins, and not who wrote it.
 *
 * @param asks    whether it asks instead of taking a position
 * @param replies how many answers readers see below it
 * @param words   its first words, without marks
 */
public record QuotedComment(Slug slug, boolean asks, int replies, String words) {

    /** Enough to know it again; the thread has the rest. */
    static final int MAX_CHARS = 200;
}
