package contested.discussion;

import contested.question.Position;
import contested.question.Slot;
import contested.shared.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment that readers know of, as they see it now: of one that was hidden, withdrawn or redacted only its place.
 *
 * @param group       the small group in whose conversation it stands; 0 for that of everybody
 * @param author      the account's id; never leaves the portal
 * @param answers     the comment that it answers; null when it answers none
 * @param publishedAt null where only its place is known
 * @param editedAt    when readers got a later revision to see; null when they see the first
 * @param position    the slot of the position it takes; null where it takes none, and for an exercise
 * @param argued      the slot of the position that it argues for as an exercise; null for everything that is meant
 * @param revision    the number of the revision that readers see; 0 where only its place is known
 * @param text        as it was typed; empty where only its place is known
 */
public record ArchivedComment(
        Slug slug,
        int group,
        long author,
        @Nullable Slug answers,
        CommentState state,
        Instant writtenAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        Stance stance,
        @Nullable Slot position,
        @Nullable Slot argued,
        int revision,
        String text,
        List<CitedPassage> cites) {

    public boolean isPublished() {
        return state == CommentState.PUBLISHED;
    }

    static ArchivedComment of(Comment comment, @Nullable Revision seen, List<CitedPassage> cites) {
        Slug answers = comment.parent().map(Comment::slug).orElse(null);
        if (comment.state() != CommentState.PUBLISHED || seen == null) {
            return new ArchivedComment(
                    comment.slug(),
                    comment.thread().group(),
                    comment.author().id(),
                    answers,
                    comment.state(),
                    comment.createdAt(),
                    null,
                    null,
                    Stance.NONE,
                    null,
                    null,
                    0,
                    "",
                    List.of());
        }
        return new ArchivedComment(
                comment.slug(),
                comment.thread().group(),
                comment.author().id(),
                answers,
                comment.state(),
                comment.createdAt(),
                comment.publishedAt().orElse(null),
                comment.editedAt().orElse(null),
                comment.stance(),
                comment.position().map(Position::slot).orElse(null),
                comment.argued().map(Position::slot).orElse(null),
                seen.number(),
                seen.text().orElse(""),
                cites);
    }
}
