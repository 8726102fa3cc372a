package contested.notice;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountErased;
import contested.account.AccountRepository;
import contested.account.SignedIn;
import contested.discussion.Comment;
import contested.moderation.AppealSettled;
import contested.moderation.CommentDecided;
import contested.moderation.CommentShown;
import contested.moderation.Decision;
import contested.moderation.ReportSettled;
import contested.shared.NotFoundException;
import contested.workshop.WorkshopWiped;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells people what became of what they wrote, and who answered. Within the transaction in which it happened. */
@ApplicationScoped
@Transactional
public class NoticeService {

    public static final int PAGE = 30;

    /** So long somebody finds again what they have read. */
    public static final Duration KEPT_ONCE_READ = Duration.ofDays(90);

    /** So long something waits for somebody who does not come: a school year. */
    public static final Duration KEPT_UNREAD = Duration.ofDays(365);

    @Inject
    private NoticeRepository notices;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Clock clock;

    /** The actor's own, the newest first; {@code before} is the last id of the page before, or {@link Long#MAX_VALUE}. */
    public List<Notice> own(Actor actor, long before) {
        Permission.OWN_ACCOUNT.require(actor);
        return notices.of(accounts.get(actor.id()), before, PAGE);
    }

    /** How many of the actor's own are new. */
    public long countNew(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return notices.countNew(actor.id());
    }

    /** Marks the actor's own as read, up to the one that the page began with. */
    public void read(Actor actor, long upTo) {
        Permission.OWN_ACCOUNT.require(actor);
        notices.read(actor.id(), upTo, clock.instant());
    }

    /**
     * Marks one as read, since the actor goes to see what it is about.
     *
     * @throws NotFoundException When the actor has no such notice.
     */
    public Notice open(Actor actor, long id) {
        Permission.OWN_ACCOUNT.require(actor);
        Notice notice = notices.find(actor.id(), id).orElseThrow(() -> new NotFoundException("notice " + id));
        notice.read(clock.instant());
        return notice;
    }

    /** All of the actor's own, for them to keep. */
    public List<Notice> export(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return notices.of(accounts.get(actor.id()), Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Deletes what has had its time, of everybody. @return how many */
    public int forgetOld() {
        Instant now = clock.instant();
        return notices.forget(now.minus(KEPT_ONCE_READ), now.minus(KEPT_UNREAD));
    }

    /** Where people come and go, the old goes too; no clock of its own has to run. */
    void onSignedIn(@Observes SignedIn event) {
        forgetOld();
    }

    void onErased(@Observes AccountErased event) {
        notices.forgetAllOf(event.account());
    }

    void onWiped(@Observes @Priority(WorkshopWiped.NOTICES) WorkshopWiped event) {
        notices.forgetAllIn(event.workshop());
    }

    void onDecided(@Observes CommentDecided event) {
        Decision decision = event.decision();
        decision.comment()
                .filter(c -> !decision.isBy(c.author().id()))
                .ifPresent(c -> tell(c.author(), NoticeKind.DECIDED, c, decision));
    }

    void onShown(@Observes CommentShown event) {
        Comment comment = event.comment();
        Set<Account> told = new HashSet<>(Set.of(comment.author()));
        comment.parent()
                .map(Comment::author)
                .filter(told::add)
                .ifPresent(a -> tell(a, NoticeKind.REPLY, comment, null));
        notices.citingTheSame(comment).stream()
                .filter(told::add)
                .forEach(a -> tell(a, NoticeKind.CITATION, comment, null));
    }

    void onReportSettled(@Observes ReportSettled event) {
        tell(
                event.report().reporter(),
                NoticeKind.REPORT,
                event.report().comment(),
                event.report().decision().orElse(null));
    }

    void onAppealSettled(@Observes AppealSettled event) {
        Comment comment = event.appeal().comment();
        tell(
                comment.author(),
                NoticeKind.APPEAL,
                comment,
                event.appeal().settledBy().orElse(null));
    }

    private void tell(Account who, NoticeKind kind, Comment comment, @Nullable Decision decision) {
        if (!who.isErased()) {
            notices.add(new Notice(who, kind, comment, decision, clock.instant()));
        }
    }
}
