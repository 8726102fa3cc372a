package contested.moderation;

import contested.access.Actor;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What moderation adds to a thread as people read it: why something is not shown. */
@ApplicationScoped
@Transactional
public class ThreadRemarkService {

    /** What leaves the reason of an earlier decision as it was. */
    private static final Set<DecisionKind> NO_REASONS =
            EnumSet.of(DecisionKind.UNDO, DecisionKind.UPHOLD, DecisionKind.MOVE);

    @Inject
    private ThreadRemarkRepository repository;

    /** Which of these places stand empty by themselves, after reports, until a moderator looks. One query; for everybody. */
    public Set<Slug> hiddenAutomatically(Collection<Slug> places) {
        return decisionsOn(places, EnumSet.of(DecisionKind.UNDO)).stream()
                .filter(d -> d.isAutomatic() && d.kind() == DecisionKind.HIDE)
                .map(ThreadRemarkService::comment)
                .filter(c -> c.state() == CommentState.HIDDEN)
                .map(Comment::slug)
                .collect(Collectors.toSet());
    }

    /** Why these comments of the actor's are not shown as they left them; those of others, and those that are, are left out. */
    public Map<Slug, ThreadRemark> remarksFor(Actor actor, Collection<Slug> comments) {
        Map<Slug, ThreadRemark> all = new HashMap<>();
        for (Decision decision : decisionsOn(comments, NO_REASONS)) {
            Comment comment = comment(decision);
            if (actor.isAccount(comment.author().id()) && isInForce(decision, comment)) {
                all.put(comment.slug(), remark(decision));
            }
        }
        return all;
    }

    private List<Decision> decisionsOn(Collection<Slug> comments, Set<DecisionKind> without) {
        return repository.standingDecisionsOn(comments.stream().map(Slug::value).toList(), without);
    }

    private static Comment comment(Decision decision) {
        return decision.comment().orElseThrow();
    }

    /** Whether the comment is as it is because of it; what the author did since counts more. */
    private static boolean isInForce(Decision decision, Comment comment) {
        return switch (decision.kind()) {
            case SEND_BACK -> comment.state() == CommentState.SENT_BACK || isAboutWaiting(decision, comment);
            case DECLINE -> comment.state() == CommentState.DECLINED || isAboutWaiting(decision, comment);
            case HIDE -> comment.state() == CommentState.HIDDEN;
            case REDACT -> comment.state() == CommentState.REDACTED;
            default -> false;
        };
    }

    private static boolean isAboutWaiting(Decision decision, Comment comment) {
        return comment.hasWaitingRevision()
                && decision.revisionNumber()
                        .filter(number -> number == comment.latest().number())
                        .isPresent();
    }

    private ThreadRemark remark(Decision decision) {
        return new ThreadRemark(
                decision.kind(),
                decision.decidedAt(),
                decision.isAutomatic(),
                rule(decision),
                repository.findWords(decision).map(DecisionWords::text).orElse(""));
    }

    private ThreadRemark.@Nullable CitedRule rule(Decision decision) {
        int version = decision.rulesVersion().orElse(0);
        return decision.rule()
                .flatMap(key -> repository.findRule(key, version))
                .map(r -> new ThreadRemark.CitedRule(r.key(), version, r.rank(), r.title()))
                .orElse(null);
    }
}
