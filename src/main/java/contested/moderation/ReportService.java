package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountRepository;
import contested.account.Sanctions;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.ThreadDoors;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Readers' reports, and what follows from them by itself until a moderator looks. */
@ApplicationScoped
@Transactional
public class ReportService {

    public static final int PAGE = 30;

    /** So many readers of standing hide a comment until a moderator looks. Source: issue 3. */
    public static final int REPORTS_THAT_HIDE = 3;

    /** Accounts younger than this are easily made in number. */
    static final Duration ESTABLISHED_AFTER = Duration.ofDays(1);

    @Inject
    private ModerationRepository repository;

    @Inject
    private DecisionLog log;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Sanctions sanctions;

    @Inject
    private ThreadDoors doors;

    @Inject
    private Clock clock;

    /**
     * Asks moderators to look at a comment that readers see.
     *
     * @param words what is wrong; needed for {@link ReportReason#OTHER}, empty for nothing
     * @throws UserFacingException When the person reported it before, it is their own, or the words do not fit.
     */
    public Report report(Actor actor, Slug slug, ReportReason reason, String words) {
        String told = Words.within(words, Report.MAX_WORDS_CHARS, "words", "report.words.length");
        if (reason == ReportReason.OTHER && told.isEmpty()) {
            throw new UserFacingException("words", "report.words.needed");
        }
        Permission.OWN_ACCOUNT.require(actor);
        Account reporter = accounts.get(actor.id());
        Comment comment = repository.lock(slug);
        doors.requireTakingPart(actor, comment);
        requireReportable(comment, reporter);
        Report report = new Report(comment, reporter, reason, told, clock.instant());
        repository.add(report);
        if (comment.state() == CommentState.PUBLISHED && hides(report)) {
            log.actAutomatically(comment, DecisionKind.HIDE);
        }
        return report;
    }

    private void requireReportable(Comment comment, Account reporter) {
        if (comment.state() != CommentState.PUBLISHED && !repository.hasReported(reporter, comment)) {
            throw new NotFoundException("no such comment for readers: " + comment.slug());
        }
        if (comment.author().equals(reporter)) {
            throw new UserFacingException("", "report.own");
        }
        if (repository.hasReported(reporter, comment)) {
            throw new UserFacingException("", "report.twice");
        }
        if (sanctions.ban(reporter).isPresent()) {
            throw new UserFacingException("", "report.banned");
        }
    }

    /** Whether the comment goes out of sight until a moderator looks. */
    private boolean hides(Report report) {
        if (report.reason() == ReportReason.AT_RISK) {
            return true;
        }
        return !repository.isUpheld(report.comment(), report.revisionNumber())
                && repository.openReportsOfEstablished(
                                report.comment(), clock.instant().minus(ESTABLISHED_AFTER))
                        >= REPORTS_THAT_HIDE;
    }

    /**
     * A page of what the actor reported, the newest first, each with its outcome.
     *
     * @param before the last id of the page before, or {@link Long#MAX_VALUE}
     */
    public List<Report> own(Actor actor, long before) {
        Permission.OWN_ACCOUNT.require(actor);
        return repository.reportsOf(accounts.get(actor.id()), before, PAGE);
    }

    /** What the actor reported of that comment; empty for nothing. */
    public Optional<Report> own(Actor actor, Slug comment) {
        Permission.OWN_ACCOUNT.require(actor);
        return repository.findReport(actor.id(), comment);
    }

    /** All that the actor reported, for them to keep. */
    public List<Report> export(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return repository.reportsOf(accounts.get(actor.id()), Long.MAX_VALUE, Integer.MAX_VALUE);
    }
}
