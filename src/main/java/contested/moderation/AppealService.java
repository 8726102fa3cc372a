package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.AccountRepository;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.ThreadDoors;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Authors ask for another pair of eyes, and another moderator answers, once and for all. */
@ApplicationScoped
@Transactional
public class AppealService {

    @Inject
    private ModerationRepository repository;

    @Inject
    private DecisionLog log;

    @Inject
    private AccountRepository accounts;

    @Inject
    private ThreadDoors doors;

    @Inject
    private Event<AppealSettled> settled;

    @Inject
    private Clock clock;

    /**
     * Asks another moderator to look at a decision on the actor's own comment.
     *
     * @param words why; empty for nothing
     * @throws NotFoundException   When it is no decision on a comment of the actor's.
     * @throws UserFacingException When it is too late, was appealed before, took nothing away, or was undone.
     */
    public Appeal appeal(Actor actor, long decision, String words) {
        Permission.OWN_ACCOUNT.require(actor);
        Decision appealed = get(decision);
        Comment own = appealed.comment()
                .filter(c -> actor.isAccount(c.author().id()))
                .orElseThrow(() -> new NotFoundException("decision " + decision));
        Comment comment = repository.lock(own.slug());
        requireOpen(appealed);
        String told = Words.within(words, Appeal.MAX_WORDS_CHARS, "words", "appeal.words.length");
        Appeal appeal = new Appeal(appealed, comment, told, clock.instant());
        repository.add(appeal);
        return appeal;
    }

    private void requireOpen(Decision decision) {
        if (!Appeal.isPossibleAgainst(decision.kind()) || repository.isUndone(decision)) {
            throw new UserFacingException("", "appeal.nothing");
        }
        if (repository.findAppeal(decision).isPresent()) {
            throw new UserFacingException("", "appeal.twice");
        }
        if (repository.isAppealed(decision)) {
            throw new UserFacingException("", "appeal.final");
        }
        if (repository.isSuperseded(decision)) {
            throw new UserFacingException("", "appeal.superseded");
        }
        if (decision.decidedAt().plus(Appeal.WITHIN).isBefore(clock.instant())) {
            throw new UserFacingException("", "appeal.late", Appeal.WITHIN.toDays());
        }
    }

    /** The appeal against that decision, for its author and moderators; empty when there is none. */
    public Optional<Appeal> find(Actor actor, long decision) {
        Decision appealed = get(decision);
        if (appealed.comment().filter(c -> actor.isAccount(c.author().id())).isEmpty()) {
            appealed.comment()
                    .ifPresentOrElse(
                            comment -> doors.requireModerating(actor, comment),
                            () -> Permission.MODERATE.require(actor));
        }
        return repository.findAppeal(appealed);
    }

    /**
     * Reverses the decision or lets it stand; final.
     *
     * @param words what the author is told; empty for nothing
     * @throws UserFacingException When it was settled before, or the actor decided first and a colleague could look.
     */
    public Appeal settle(Actor actor, long appeal, AppealOutcome outcome, String words) {
        Appeal open = repository.findAppeal(appeal).orElseThrow(() -> new NotFoundException("appeal " + appeal));
        Comment comment = repository.lock(open.comment().slug());
        doors.requireModerating(actor, comment);
        repository.refresh(open);
        if (open.outcome().isPresent()) {
            throw new UserFacingException("", "appeal.settled");
        }
        boolean same = open.decision().isBy(actor.account());
        boolean alone = comment.thread().workshop().isPresent() || repository.countModerators() <= 1;
        if (same && !alone) {
            throw new UserFacingException("", "appeal.same");
        }
        Verdict verdict = new Verdict(kindFor(outcome, open.decision(), comment), null, words);
        open.settle(outcome, log.act(comment, accounts.get(actor.id()), verdict, open.decision()), same);
        settled.fire(new AppealSettled(open));
        return open;
    }

    /** What has to be done with the comment as it stands now. */
    private static DecisionKind kindFor(AppealOutcome outcome, Decision appealed, Comment comment) {
        boolean nothingToDo = outcome == AppealOutcome.UPHELD || appealed.kind() == DecisionKind.MOVE;
        if (nothingToDo || comment.state() == CommentState.REDACTED || comment.state() == CommentState.WITHDRAWN) {
            return DecisionKind.UPHOLD;
        }
        if (comment.state() == CommentState.HIDDEN) {
            return DecisionKind.RESTORE;
        }
        return DecisionKind.PUBLISH.isPossibleOn(comment) ? DecisionKind.PUBLISH : DecisionKind.UPHOLD;
    }

    private Decision get(long decision) {
        return repository.findDecision(decision).orElseThrow(() -> new NotFoundException("decision " + decision));
    }

    /** The open appeal on a comment, for the desk. */
    public Optional<Appeal> open(Actor actor, Slug comment) {
        doors.requireModerating(actor, repository.lock(comment));
        return repository.findOpenAppeal(comment);
    }
}
