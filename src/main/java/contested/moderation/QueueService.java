package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.WorkshopPermission;
import contested.account.Account;
import contested.account.AccountRepository;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.SeatService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What waits for moderators, and who of them is on what. */
@ApplicationScoped
@Transactional
public class QueueService {

    /** What one screen of the desk holds. */
    public static final int PAGE = 20;

    /** More than one can look through. */
    public static final int FOUND = 50;

    /** What somebody can work through while the claim lasts. */
    public static final int CLAIMED_AT_ONCE = 10;

    /** Where colleagues work through the front of the queue, the free ones stand behind that. */
    private static final int LOOKED_THROUGH = 200;

    @Inject
    private QueueRepository queue;

    @Inject
    private ModerationRepository repository;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SeatService seats;

    @Inject
    private Clock clock;

    /** The next page after that key; {@link QueueKey#START} for the first. */
    public List<QueueItem> page(Actor actor, QueueFilter filter, QueueKey after) {
        requireDesk(actor, filter);
        return items(queue.keys(filter, after, clock.instant(), PAGE));
    }

    /**
     * Comments in whatever state, waiting or not, with these words in their last revision, the newest first.
     *
     * @param names whether also those whose author's pseudonym begins so; not for whoever wants to see no names
     */
    public List<QueueItem> search(Actor actor, String words, boolean names) {
        Permission.MODERATE.require(actor);
        return words.isBlank() ? List.of() : items(queue.search(words.strip(), names, FOUND));
    }

    /** How many wait. */
    public long count(Actor actor, QueueFilter filter) {
        requireDesk(actor, filter);
        return queue.count(filter, clock.instant());
    }

    /** What waits in a workshop is for whoever moderates there, and for nobody else. */
    private void requireDesk(Actor actor, QueueFilter filter) {
        if (filter.workshop() == null) {
            Permission.MODERATE.require(actor);
        } else {
            seats.get(actor, filter.workshop()).require(WorkshopPermission.MODERATE);
        }
    }

    /**
     * Opens one comment, whether it waits or not, and marks that the actor is on it unless a colleague is.
     *
     * @throws NotFoundException When there is none.
     */
    public QueueItem open(Actor actor, Slug slug) {
        Permission.MODERATE.require(actor);
        Comment comment = repository.lockPublic(slug);
        claim(comment.id(), accounts.get(actor.id()));
        return items(List.of(queue.key(comment))).get(0);
    }

    /** Takes the first ten that nobody is on, and those that the actor has already. */
    public List<QueueItem> claimTen(Actor actor, QueueFilter filter) {
        Permission.MODERATE.require(actor);
        Account moderator = accounts.get(actor.id());
        Instant now = clock.instant();
        List<QueueKey> candidates = queue.keys(filter, QueueKey.START, now, LOOKED_THROUGH);
        List<QueueKey> free = freeFor(moderator, candidates, now);
        if (free.isEmpty()) {
            return List.of();
        }
        queue.lock(free.stream().map(QueueKey::comment).toList());
        List<QueueKey> claimed =
                freeFor(moderator, free, now).stream().limit(CLAIMED_AT_ONCE).toList();
        claimed.forEach(key -> claim(key.comment(), moderator));
        return items(claimed);
    }

    private List<QueueKey> freeFor(Account moderator, List<QueueKey> keys, Instant now) {
        if (keys.isEmpty()) {
            return keys;
        }
        Set<Long> taken = queue.claims(ids(keys), now).stream()
                .filter(c -> !c.isFreeFor(moderator, now))
                .map(Claim::commentId)
                .collect(Collectors.toSet());
        return keys.stream().filter(k -> !taken.contains(k.comment())).toList();
    }

    /** Leaves a comment to colleagues. */
    public void release(Actor actor, Slug slug) {
        Permission.MODERATE.require(actor);
        repository
                .findClaim(repository.lockPublic(slug))
                .filter(c -> actor.isAccount(c.moderator().id()))
                .ifPresent(repository::remove);
    }

    private void claim(long comment, Account moderator) {
        Instant now = clock.instant();
        Optional<Claim> claim = repository.findClaim(comment);
        if (claim.isEmpty()) {
            repository.add(new Claim(comment, moderator, now));
        } else if (claim.get().isFreeFor(moderator, now)) {
            claim.get().pass(moderator, now);
        }
    }

    /** Asks a colleague to look. @throws UserFacingException When the note is empty or too long. */
    public void askColleague(Actor actor, Slug slug, String note) {
        Permission.MODERATE.require(actor);
        String told = Words.within(note, SecondOpinion.MAX_NOTE_CHARS, "note", "moderation.note.length");
        if (told.isEmpty()) {
            throw new UserFacingException("note", "moderation.note.empty");
        }
        Comment comment = repository.lockPublic(slug);
        Account asking = accounts.get(actor.id());
        repository
                .findSecondOpinion(comment)
                .ifPresentOrElse(
                        s -> s.ask(asking, told, clock.instant()),
                        () -> repository.add(new SecondOpinion(comment.id(), asking, told, clock.instant())));
        repository.findClaim(comment).ifPresent(repository::remove);
    }

    private List<QueueItem> items(List<QueueKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = ids(keys);
        Map<Long, Comment> comments = byId(queue.comments(ids), Comment::id);
        Map<Long, List<Report>> reports = queue.openReports(ids).stream()
                .collect(Collectors.groupingBy(r -> r.comment().id()));
        Map<Long, List<Appeal>> appeals = queue.openAppeals(ids).stream()
                .collect(Collectors.groupingBy(a -> a.comment().id()));
        Map<Long, Claim> claims = byId(queue.claims(ids, clock.instant()), Claim::commentId);
        Map<Long, SecondOpinion> opinions = byId(queue.opinions(ids), SecondOpinion::commentId);
        Set<Long> waiting = new HashSet<>(queue.waitingAmong(ids));
        List<QueueItem> items = new ArrayList<>();
        for (QueueKey key : keys) {
            long id = key.comment();
            Comment comment = comments.get(id);
            if (comment == null) {
                continue;
            }
            List<Report> reported = reports.getOrDefault(id, List.of());
            Optional<Appeal> appeal =
                    appeals.getOrDefault(id, List.of()).stream().min(Comparator.comparing(Appeal::id));
            items.add(new QueueItem(
                    comment,
                    key,
                    reasons(comment, waiting.contains(id), !reported.isEmpty(), appeal.isPresent()),
                    queue.findings(comment),
                    reported,
                    appeal,
                    claims.get(id),
                    opinions.get(id)));
        }
        return List.copyOf(items);
    }

    private static Set<QueueReason> reasons(Comment comment, boolean waiting, boolean reported, boolean appealed) {
        Set<QueueReason> reasons = EnumSet.noneOf(QueueReason.class);
        if (comment.state() == CommentState.PENDING) {
            reasons.add(comment.latest().number() > 1 ? QueueReason.RESUBMITTED : QueueReason.PENDING);
        }
        if (waiting) {
            reasons.add(QueueReason.WAITING_REVISION);
        }
        if (reported) {
            reasons.add(QueueReason.REPORTED);
        }
        if (appealed) {
            reasons.add(QueueReason.APPEALED);
        }
        return reasons;
    }

    private static Set<Long> ids(List<QueueKey> keys) {
        return keys.stream().map(QueueKey::comment).collect(Collectors.toSet());
    }

    private static <T> Map<Long, T> byId(List<T> things, Function<T, Long> id) {
        Map<Long, T> all = new HashMap<>();
        things.forEach(thing -> all.put(id.apply(thing), thing));
        return all;
    }
}
