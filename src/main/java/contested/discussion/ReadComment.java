package contested.discussion;

import contested.question.Slot;
import contested.shared.Slug;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published comment without its words, for whoever counts.
 *
 * @param author   the account's id; never leaves the portal
 * @param at       when it was written
 * @param position the slot of the position it takes; null where it takes none
 * @param answers  the comment that it answers; null when it answers none
 * @param cites    the passages that its published revision cites
 */
public record ReadComment(
        Slug slug, long author, Instant at, @Nullable Slot position, @Nullable Slug answers, Set<Slug> cites) {}
