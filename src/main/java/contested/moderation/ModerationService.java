package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountRepository;
import contested.discussion.Comment;
import contested.discussion.DebateThread;
import contested.discussion.ThreadDoors;
import contested.discussion.ThreadMode;
import contested.discussion.VisibleChanges;
import contested.shared.ContentVersions;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.WorkshopWiped;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What moderators do with comments and threads. Every decision is on record with the act itself, or neither happens. */
@ApplicationScoped
@Transactional
public class ModerationService {

    /** How long the same moderator takes a decision back without a trace on the comment. */
    public static final Duration UNDO = Duration.ofMinutes(10);

    private static final Set<DecisionKind> LASTING =
            EnumSet.of(DecisionKind.REDACT, DecisionKind.MOVE, DecisionKind.UNDO);

    @Inject
    private ModerationRepository repository;

    @Inject
    private DecisionLog log;

    @Inject
    private VisibleChanges visible;

    @Inject
    private AccountRepository accounts;

    @Inject
    private ThreadDoors doors;

    @Inject
    private ContentVersions content;

    @Inject
    private Event<CommentDecided> decided;

    @Inject
    private Clock clock;

    /**
     * Decides on a comment.
     *
     * @param seen the version of the comment that the moderator was looking at
     * @throws NotFoundException   When the actor may not moderate, or there is no such comment.
     * @throws UserFacingException When somebody decided since, and says who; when its author changed it since; when it is
     *     in no state for this; when there is no such rule.
     */
    public Decision decide(Actor actor, Slug slug, long seen, Verdict verdict) {
        if (!verdict.kind().isVerdict()) {
            throw new NotFoundException("no verdict: " + verdict.kind());
        }
        Comment comment = lockUnchanged(actor, slug, seen);
        return log.act(comment, accounts.get(actor.id()), verdict, null);
    }

    /**
     * Hides a comment of a workshop with one tap, whatever its version, and without naming a rule: one teacher cannot read a
     * form while teaching.
     *
     * @throws NotFoundException   When it stands in no workshop that the actor moderates.
     * @throws UserFacingException When readers do not see it.
     */
    public Decision hideAtOnce(Actor actor, Slug slug) {
        Comment comment = repository.lock(slug);
        if (comment.thread().workshop().isEmpty()) {
            throw new NotFoundException("no workshop's comment: " + slug);
        }
        doors.requireModerating(actor, comment);
        return log.hideAtOnce(comment, accounts.get(actor.id()));
    }

    /**
     * Decides on one of many, unless somebody looks at just that one.
     *
     * @throws UserFacingException As {@link #decide}; and when a colleague is on it or was asked to look.
     */
    Decision decideUnattended(Actor actor, Slug slug, long seen, Verdict verdict) {
        Permission.MODERATE.require(actor);
        Comment comment = lockUnchanged(actor, slug, seen);
        Account moderator = accounts.get(actor.id());
        repository
                .findClaim(comment)
                .filter(c -> !c.isFreeFor(moderator, clock.instant()))
                .ifPresent(c -> {
                    throw attended("moderation.bulk.taken", c.moderator());
                });
        repository.findSecondOpinion(comment).ifPresent(s -> {
            throw attended("moderation.bulk.asked", s.askedBy());
        });
        return decide(actor, slug, seen, verdict);
    }

    private static UserFacingException attended(String key, Account by) {
        return new UserFacingException("", key, by.pseudonym().orElse(""));
    }

    /** @throws UserFacingException When somebody decided on the comment since, or its author changed it. */
    public void requireUnchanged(Actor actor, Slug slug, long seen) {
        lockUnchanged(actor, slug, seen);
    }

    private Comment lockUnchanged(Actor actor, Slug slug, long seen) {
        Comment comment = repository.lock(slug);
        doors.requireModerating(actor, comment);
        if (comment.version() != seen) {
            throw repository
                    .findLast(comment)
                    .filter(last -> isNewest(last, comment))
                    .map(ModerationService::decidedMeanwhile)
                    .orElseGet(() -> new UserFacingException("", "moderation.changed"));
        }
        return comment;
    }

    /** Whether the decision came after all that its author did. */
    private static boolean isNewest(Decision decision, Comment comment) {
        return !decision.decidedAt().isBefore(comment.latest().createdAt())
                && !decision.decidedAt().isBefore(comment.stateSince());
    }

    private static UserFacingException decidedMeanwhile(Decision decision) {
        String who = decision.moderator().flatMap(Account::pseudonym).orElse("");
        return who.isEmpty()
                ? new UserFacingException("", "moderation.decided-automatically." + decision.kind())
                : new UserFacingException("", "moderation.decided." + decision.kind(), who);
    }

    /** What a moderator wrote to the author with that decision. For authors and moderators. */
    public Optional<String> words(Actor actor, long decision) {
        Decision found = get(decision);
        boolean isAuthor =
                found.comment().filter(c -> actor.isAccount(c.author().id())).isPresent();
        if (!isAuthor) {
            requireModerating(actor, found);
        }
        return repository.findWords(found).map(DecisionWords::text);
    }

    /** Everything decided on a comment, the first first; for its author and moderators. Authors are not told who decided. */
    public List<Decision> history(Actor actor, Comment comment) {
        if (!actor.isAccount(comment.author().id())) {
            doors.requireModerating(actor, comment);
        }
        return repository.decisionsOn(comment);
    }

    /**
     * Takes the actor's own last decision on a comment or thread back, within {@link #UNDO}.
     *
     * @throws UserFacingException When it is too late, somebody decided or wrote since, or it cannot be undone.
     */
    public Decision undo(Actor actor, long decision) {
        Decision earlier = get(decision);
        requireModerating(actor, earlier);
        if (!earlier.isBy(actor.account())) {
            throw new UserFacingException("", "moderation.undo.other");
        }
        if (earlier.decidedAt().plus(UNDO).isBefore(clock.instant())) {
            throw new UserFacingException("", "moderation.undo.late", UNDO.toMinutes());
        }
        return switch (earlier.kind()) {
            case REDACT -> throw new UserFacingException("", "moderation.undo.redacted");
            case MOVE -> throw new UserFacingException("", "moderation.undo.moved");
            case UNDO -> throw new UserFacingException("", "moderation.undo.undone");
            case CLOSE_THREAD, REOPEN_THREAD, CHANGE_MODE -> undoThread(actor, earlier);
            default -> undoComment(actor, earlier);
        };
    }

    /** Until when the actor can take that decision back; empty where it is another's, too late, or never possible. */
    public Optional<Instant> undoableUntil(Actor actor, long decision) {
        requireModerating(actor, get(decision));
        return repository
                .findDecision(decision)
                .filter(d -> d.isBy(actor.account()) && !LASTING.contains(d.kind()) && !repository.isUndone(d))
                .map(d -> d.decidedAt().plus(UNDO))
                .filter(clock.instant()::isBefore);
    }

    /** The actor's last decision on a comment that can still be taken back. */
    public Optional<Decision> lastUndoable(Actor actor) {
        Permission.MODERATE.require(actor);
        return repository
                .findLastUndoable(
                        accounts.get(actor.id()), LASTING, clock.instant().minus(UNDO))
                .filter(d -> d.comment().filter(c -> isNewest(d, c)).isPresent());
    }

    private Decision undoComment(Actor actor, Decision earlier) {
        Comment comment = repository.lock(earlier.comment()
                .map(Comment::slug)
                .orElseThrow(() -> new NotFoundException("decision " + earlier.id())));
        boolean last = repository
                .findLast(comment)
                .filter(d -> d.equals(earlier) && isNewest(d, comment))
                .isPresent();
        if (!last || repository.isUndone(earlier) || repository.isAppealed(earlier)) {
            throw new UserFacingException("", "moderation.undo.since");
        }
        return log.takeBack(comment, accounts.get(actor.id()), earlier);
    }

    private Decision undoThread(Actor actor, Decision earlier) {
        DebateThread thread = earlier.thread();
        repository.lock(thread);
        if (repository.findLast(thread).filter(earlier::equals).isEmpty() || repository.isUndone(earlier)) {
            throw new UserFacingException("", "moderation.undo.since");
        }
        Decision undo = Decision.on(thread, DecisionKind.UNDO, clock.instant())
                .by(accounts.get(actor.id()))
                .undoing(earlier);
        thread.moderate(earlier.formerMode().orElse(ThreadMode.BEFORE));
        return record(undo);
    }

    /** A comment's decision belongs to whoever moderates where the comment stands; a thread's to the site's moderators. */
    private void requireModerating(Actor actor, Decision decision) {
        decision.comment()
                .ifPresentOrElse(
                        comment -> doors.requireModerating(actor, comment), () -> Permission.MODERATE.require(actor));
    }

    private Decision get(long decision) {
        return repository.findDecision(decision).orElseThrow(() -> new NotFoundException("decision " + decision));
    }

    /** Lets nobody write under that question any more. @throws UserFacingException When it is closed already. */
    public Decision closeThread(Actor actor, Slug question) {
        return moderateThread(actor, question, DecisionKind.CLOSE_THREAD, ThreadMode.CLOSED);
    }

    /** Lets people write again, in that mode. @throws UserFacingException When it is open already. */
    public Decision reopenThread(Actor actor, Slug question, ThreadMode mode) {
        if (mode == ThreadMode.CLOSED) {
            throw new IllegalArgumentException("a closed thread is not open");
        }
        return moderateThread(actor, question, DecisionKind.REOPEN_THREAD, mode);
    }

    /**
     * Puts the thread on a question into that mode: closes it, opens it again, or changes when comments are looked at.
     *
     * @throws UserFacingException When it is in that mode already.
     */
    public Decision moderateThread(Actor actor, Slug question, ThreadMode mode) {
        Permission.MODERATE.require(actor);
        DebateThread thread = repository.lockThread(question);
        if (thread.mode() == mode) {
            throw new UserFacingException("", "moderation.thread.same");
        }
        if (mode == ThreadMode.CLOSED || !thread.isOpen()) {
            return mode == ThreadMode.CLOSED ? closeThread(actor, question) : reopenThread(actor, question, mode);
        }
        Decision decision =
                Decision.on(thread, DecisionKind.CHANGE_MODE, clock.instant()).by(accounts.get(actor.id()));
        thread.moderate(mode);
        return record(decision);
    }

    /** How each thread is moderated, by its question; threads in which nobody has written yet are left out. */
    public Map<Slug, ThreadMode> modes(Actor actor) {
        Permission.MODERATE.require(actor);
        return repository.modes();
    }

    /** What was decided last on threads as a whole, the newest first. */
    public List<Decision> onThreads(Actor actor) {
        Permission.MODERATE.require(actor);
        return repository.lastOnThreads();
    }

    private Decision moderateThread(Actor actor, Slug question, DecisionKind kind, ThreadMode mode) {
        Permission.MODERATE.require(actor);
        DebateThread thread = repository.lockThread(question);
        boolean closing = kind == DecisionKind.CLOSE_THREAD;
        if (thread.isOpen() != closing) {
            throw new UserFacingException("", closing ? "moderation.thread.closed" : "moderation.thread.open");
        }
        Decision decision = Decision.on(thread, kind, clock.instant()).by(accounts.get(actor.id()));
        thread.moderate(mode);
        return record(decision);
    }

    private Decision record(Decision decision) {
        repository.add(decision);
        content.raise();
        return decision;
    }

    /**
     * Takes a comment and what answers it to another question. What they cite stays; positions do not, since they are the
     * old question's.
     *
     * @throws UserFacingException When somebody decided since, or it stands there already.
     */
    public Decision move(Actor actor, Slug slug, long seen, Slug question) {
        Permission.MODERATE.require(actor);
        repository.lockPublic(slug);
        Comment comment = lockUnchanged(actor, slug, seen);
        if (!DecisionKind.MOVE.isPossibleOn(comment)) {
            throw new UserFacingException("", "moderation.state." + comment.state());
        }
        DebateThread to = repository.lockThread(question);
        if (to.equals(comment.thread())) {
            throw new UserFacingException("question", "moderation.move.same");
        }
        Decision decision = Decision.on(comment, DecisionKind.MOVE, clock.instant())
                .by(accounts.get(actor.id()))
                .to(to);
        move(comment, to);
        repository.release(comment);
        record(decision);
        log.settleReports(comment, decision);
        decided.fire(new CommentDecided(decision));
        return decision;
    }

    private void move(Comment comment, DebateThread to) {
        List<Comment> below = below(comment);
        visible.make(comment, () -> comment.moveTo(to));
        below.forEach(answer -> visible.make(answer, answer::follow));
    }

    /** What answers it, and what answers those. */
    private List<Comment> below(Comment comment) {
        Set<Comment> family = new HashSet<>(Set.of(comment));
        List<Comment> below = new ArrayList<>();
        for (Comment other : repository.conversationBelow(comment.root().orElse(comment))) {
            if (other.parent().filter(family::contains).isPresent()) {
                family.add(other);
                below.add(other);
            }
        }
        return below;
    }

    /** With a workshop that is wiped go the decisions on its comments, and everything around them. */
    void forget(@Observes @Priority(WorkshopWiped.DECISIONS) WorkshopWiped wiped) {
        repository.deleteAllIn(wiped.workshop());
    }
}
