package contested.moderation;

import contested.discussion.Comment;
import contested.discussion.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comment that waits for a moderator, with what is needed to decide. Its parent, question, author, position and
 * revisions are loaded with it.
 *
 * @param comment  decide on it with its {@code version()}
 * @param key      its place; the last one of a page leads to the next
 * @param findings what the intake checks said of the latest revision
 * @param reports  the open ones
 * @param claim    who is on it; null for nobody, or where the time is over
 * @param opinion  that a colleague is asked to look; null for none
 */
public record QueueItem(
        Comment comment,
        QueueKey key,
        Set<QueueReason> reasons,
        List<Finding> findings,
        List<Report> reports,
        Optional<Appeal> appeal,
        @Nullable Claim claim,
        @Nullable SecondOpinion opinion) {

    /** What of the findings held the latest revision back; empty where no check did. */
    public List<Finding> held() {
        return findings.stream().filter(Finding::isHeld).toList();
    }

    /** Whether somebody else than that account is on it. */
    public boolean isTakenFrom(long account) {
        return claim != null && !claim.moderator().id().equals(account);
    }
}
