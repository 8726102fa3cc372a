package contested.discussion;

import contested.account.Account;
import contested.passage.Passage;
import contested.question.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment or a new revision of one at the door: what the checks look at.
 *
 * @param edited     the comment of which it is a new revision; null for a new comment
 * @param correction whether it corrects what readers see already and nobody has answered
 */
record Submission(
        DebateThread thread,
        Account author,
        @Nullable Comment edited,
        boolean correction,
        Stance stance,
        @Nullable Position position,
        CommentText text,
        List<Passage> citations) {}
