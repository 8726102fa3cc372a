package contested.discussion;

import contested.question.Slot;
import contested.shared.Bilingual;
import contested.shared.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its author finds it among the own contributions, with all that is stored of it.
 *
 * @param answers           the comment it answers; null at the top
 * @param since             since when it is in its state
 * @param publishedRevision the number of the revision that readers see or saw last; null before one was published
 * @param revisions         the first one first
 */
public record OwnComment(
        Slug slug,
        ThreadKey thread,
        Bilingual questionTitle,
        @Nullable Slug answers,
        CommentState state,
        Instant since,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable Integer publishedRevision,
        int publishedReplies,
        List<OwnRevision> revisions) {

    /**
     * What it said at one time.
     *
     * @param argued for which position it argued as an exercise; null for everything that was meant
     * @param text as typed; null once redacted
     */
    public record OwnRevision(
            int number,
            Stance stance,
            @Nullable Slot position,
            @Nullable Slot argued,
            @Nullable String text,
            List<CitedPassage> citations,
            Instant createdAt) {}
}
