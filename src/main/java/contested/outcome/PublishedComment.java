package contested.outcome;

import contested.question.Slot;
import contested.shared.Slug;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comment that readers see, as the figures need it.
 *
 * @param slug     its name
 * @param author   the name, unlike all others in the workshop; null for somebody who takes no part, or left
 * @param at       when it was written
 * @param position of the position it takes; null where it takes none, asks, or is an exercise that counts as nobody's
 *                 opinion
 * @param answers  the comment that it answers; null when it answers none
 * @param cites    the passages that it cites
 */
public record PublishedComment(
        Slug slug,
        @Nullable String author,
        Instant at,
        @Nullable Slot position,
        @Nullable Slug answers,
        Set<Slug> cites) {

    boolean isReply() {
        return answers != null;
    }
}
