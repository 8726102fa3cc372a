package contested.discussion;

import contested.question.Slot;
import contested.shared.Slug;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One comment as a certain reader sees it in its thread: the published one, a place where one was, or the reader's own in
 * whatever state.
 *
 * @param answers          the comment it answers; null at the top
 * @param depth            steps below the top; the deepest ones follow each other flat
 * @param state            for others than the author published, hidden, withdrawn or redacted
 * @param own              whether the reader wrote it
 * @param author           null once the author's account is erased, and for a place
 * @param stance           null for a place
 * @param position         null unless it takes one
 * @param argued           for which position it argues as an exercise; null for everything that is meant
 * @param html             safe to put into the page; empty for a place
 * @param waitingHtml      the reader's own later revision that waits for a moderator; null when none does
 * @param at               when readers got it to see; for the author of one that waits, when it was written
 * @param editedAt         when readers got a later revision to see; null for the first
 * @param since            since when it is in its state
 * @param publishedReplies how many answers readers see below it, here or on later pages
 * @param hasMoreReplies   whether its conversation has more than stand here
 */
public record Entry(
        Slug slug,
        @Nullable Slug answers,
        int depth,
        CommentState state,
        boolean own,
        @Nullable String author,
        @Nullable Stance stance,
        @Nullable Slot position,
        @Nullable Slot argued,
        String html,
        @Nullable String waitingHtml,
        List<CitedPassage> citations,
        Instant at,
        @Nullable Instant editedAt,
        Instant since,
        int publishedReplies,
        List<Entry> replies,
        boolean hasMoreReplies) {

    private static final int FIRST_WORDS = 6;

    /** That comment, if it is this one or stands below it. */
    public Optional<Entry> find(Slug wanted) {
        return slug.equals(wanted)
                ? Optional.of(this)
                : replies.stream().flatMap(reply -> reply.find(wanted).stream()).findFirst();
    }

    /** How it begins, so that links to comments of one author differ. */
    public String firstWords() {
        String[] words = CommentText.plain(html).split(" ", FIRST_WORDS + 1);
        boolean more = words.length > FIRST_WORDS;
        return String.join(" ", Arrays.asList(words).subList(0, more ? FIRST_WORDS : words.length)) + (more ? "…" : "");
    }

    /** Whether it is nobody's opinion. */
    public boolean isExercise() {
        return stance == Stance.EXERCISE;
    }

    /** Whether only the place of a comment stands here. */
    public boolean isPlace() {
        return stance == null;
    }
}
