package contested.discussion;

import contested.question.Slot;
import contested.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Which of a thread's comments a reader wants to see; each condition that is given has to hold.
 *
 * @param stance   what they say of the positions; null for any
 * @param position the position they take; null for any
 * @param passage  the passage they cite; null for any
 */
public record ThreadFilter(@Nullable Stance stance, @Nullable Slot position, @Nullable Slug passage) {

    public static final ThreadFilter ALL = new ThreadFilter(null, null, null);
    public static final ThreadFilter ASKS = new ThreadFilter(Stance.ASKS, null, null);
    public static final ThreadFilter NEITHER = new ThreadFilter(Stance.NONE, null, null);

    public static final ThreadFilter EXERCISES = new ThreadFilter(Stance.EXERCISE, null, null);

    public static ThreadFilter taking(Slot position) {
        return new ThreadFilter(Stance.TAKES, position, null);
    }

    public static ThreadFilter citing(Slug passage) {
        return new ThreadFilter(null, null, passage);
    }

    /** The column of the side by side view that this is: a stance alone or a position alone. */
    boolean isColumn() {
        return stance != null && passage == null;
    }
}
