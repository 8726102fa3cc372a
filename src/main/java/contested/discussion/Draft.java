package contested.discussion;

import contested.question.Slot;
import contested.shared.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the form for a comment.
 *
 * @param position      the position it takes; null unless the stance is {@link Stance#TAKES}, also for an exercise
 * @param text          as the browser sent it
 * @param citations     the passages it cites, in the author's order; empty for none
 * @param parent        the comment it answers; null when it answers none. Ignored when a comment is edited.
 * @param submissionKey made with the form; the same one again is the same comment. Ignored when a comment is edited.
 */
public record Draft(
        Stance stance,
        @Nullable Slot position,
        String text,
        List<Slug> citations,
        @Nullable Slug parent,
        String submissionKey) {

    /** The fields' names, for refusals and forms. */
    public static final String POSITION = "position";

    public static final String TEXT = "text";
    public static final String CITATIONS = "citations";
    public static final String PARENT = "parent";

    public Draft {
        citations = List.copyOf(citations);
    }
}
