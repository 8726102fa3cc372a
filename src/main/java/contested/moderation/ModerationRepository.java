package contested.moderation;

import contested.account.Account;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.DebateThread;
import contested.discussion.ThreadMode;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.workshop.Workshop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what moderators decide on, and stores what they decided. Rows are locked in one order, so that decisions wait for
 * each other and never block each other: the thread, then a comment.
 */
@ApplicationScoped
public class ModerationRepository {

    /** What one looks back over. */
    private static final int LISTED = 20;

    @PersistenceContext
    private EntityManager em;

    /**
     * The comment, locked until the transaction ends: whoever decides at the same time waits, and then sees what was
     * decided.
     *
     * @throws NotFoundException When there is none.
     */
    Comment lock(Slug slug) {
        // The thread first, as whoever writes in it does.
        em.createQuery(
                        "select t from DebateThread t where t.id = (select c.thread.id from Comment c where c.slug = :slug)",
                        DebateThread.class)
                .setParameter("slug", slug.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return em.createQuery("select c from Comment c where c.slug = :slug", Comment.class)
                .setParameter("slug", slug.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("comment " + slug));
    }

    /**
     * The same, of a comment that everybody may read: the site's moderators have no business in workshops.
     *
     * @throws NotFoundException When there is none.
     */
    Comment lockPublic(Slug slug) {
        Comment comment = lock(slug);
        if (comment.thread().workshop().isPresent()) {
            throw new NotFoundException("comment " + slug);
        }
        return comment;
    }

    /** Marks a comment as changed where the change is not its own, such as a refused revision behind a published one. */
    void raiseVersion(Comment comment) {
        em.lock(comment, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The thread of that question, locked; made where nobody has written yet. */
    DebateThread lockThread(Slug question) {
        if (findThread(question).isEmpty()) {
            em.createNativeQuery("insert into thread (question_id, mode, published_count)"
                            + " select q.id, :mode, 0 from question q where q.slug = :slug and q.retired_at is null")
                    .setParameter("mode", ThreadMode.BEFORE.name())
                    .setParameter("slug", question.value())
                    .executeUpdate();
        }
        return findThread(question).orElseThrow(() -> new NotFoundException("question " + question));
    }

    private Optional<DebateThread> findThread(Slug question) {
        return em.createQuery(
                        "select t from DebateThread t where t.id in"
                                + " (select u.id from DebateThread u where u.question.slug = :slug and u.workshop is null)",
                        DebateThread.class)
                .setParameter("slug", question.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Map<Slug, ThreadMode> modes() {
        Map<Slug, ThreadMode> modes = new HashMap<>();
        em.createQuery(
                        "select q.slug, t.mode from DebateThread t join t.question q where t.workshop is null",
                        Object[].class)
                .getResultStream()
                .forEach(row -> modes.put(new Slug((String) row[0]), (ThreadMode) row[1]));
        return modes;
    }

    /** With thread, question and moderator. */
    List<Decision> lastOnThreads() {
        return em.createQuery(
                        "select d from Decision d join fetch d.thread t join fetch t.question left join fetch d.moderator"
                                + " where d.comment is null order by d.id desc",
                        Decision.class)
                .setMaxResults(LISTED)
                .getResultList();
    }

    void lock(DebateThread thread) {
        em.lock(thread, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(thread);
    }

    /** All below the top of that comment's conversation, what is answered before what answers it. */
    List<Comment> conversationBelow(Comment top) {
        return em.createQuery("select c from Comment c where c.root = :top order by c.id", Comment.class)
                .setParameter("top", top)
                .getResultList();
    }

    void add(Decision decision) {
        em.persist(decision);
    }

    void add(DecisionWords words) {
        em.persist(words);
    }

    public Optional<Decision> findDecision(long id) {
        return Optional.ofNullable(em.find(Decision.class, id));
    }

    Optional<DecisionWords> findWords(Decision decision) {
        return Optional.ofNullable(em.find(DecisionWords.class, decision.id()));
    }

    /** The last thing that was decided on a comment. */
    Optional<Decision> findLast(Comment comment) {
        return em.createQuery(
                        "select d from Decision d left join fetch d.moderator where d.comment = :comment order by d.id desc",
                        Decision.class)
                .setParameter("comment", comment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The last thing that was decided on a thread as a whole. */
    Optional<Decision> findLast(DebateThread thread) {
        return em.createQuery(
                        "select d from Decision d where d.thread = :thread and d.comment is null order by d.id desc",
                        Decision.class)
                .setParameter("thread", thread)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Everything decided on a comment, the first first. */
    List<Decision> decisionsOn(Comment comment) {
        return em.createQuery(
                        "select d from Decision d left join fetch d.moderator where d.comment = :comment order by d.id",
                        Decision.class)
                .setParameter("comment", comment)
                .getResultList();
    }

    boolean isUndone(Decision decision) {
        return isAny("select count(d) from Decision d where d.undoes = :it", decision);
    }

    /** The last decision of that moderator after that time, of none of those kinds, that nothing followed. */
    Optional<Decision> findLastUndoable(Account moderator, Set<DecisionKind> lasting, Instant after) {
        return em.createQuery(
                        "select d from Decision d join fetch d.comment where d.moderator = :moderator"
                                + " and d.decidedAt > :after and d.kind not in :lasting and not exists"
                                + " (select 1 from Decision l where l.comment = d.comment and l.id > d.id)"
                                + " and not exists (select 1 from Appeal a where a.decision = d or a.settledBy = d)"
                                + " order by d.id desc",
                        Decision.class)
                .setParameter("moderator", moderator)
                .setParameter("after", after)
                .setParameter("lasting", lasting)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether an appeal was made against it, or settled by it. */
    boolean isAppealed(Decision decision) {
        return isAny("select count(a) from Appeal a where a.decision = :it or a.settledBy = :it", decision);
    }

    /** Whether something the author wrote later was decided on since. */
    boolean isSuperseded(Decision decision) {
        return decision.kind().needsRule()
                && em.createQuery(
                                        "select count(d) from Decision d where d.comment = :comment and d.id > :id"
                                                + " and d.revisionNumber > :revision and d.kind in :kinds"
                                                + " and not exists (select 1 from Decision u where u.undoes = d)",
                                        Long.class)
                                .setParameter("comment", decision.comment().orElseThrow())
                                .setParameter("id", decision.id())
                                .setParameter(
                                        "revision", decision.revisionNumber().orElseThrow())
                                .setParameter("kinds", DecisionKind.ON_WAITING)
                                .getSingleResult()
                        > 0;
    }

    private boolean isAny(String count, Decision it) {
        return em.createQuery(count, Long.class).setParameter("it", it).getSingleResult() > 0;
    }

    /** Whether a moderator left this revision as it is, after somebody complained. */
    boolean isUpheld(Comment comment, int revision) {
        return em.createQuery(
                                "select count(d) from Decision d where d.comment = :comment and d.revisionNumber = :revision"
                                        + " and d.automatic = false and d.kind in :kinds"
                                        + " and not exists (select 1 from Decision u where u.undoes = d)",
                                Long.class)
                        .setParameter("comment", comment)
                        .setParameter("revision", revision)
                        .setParameter("kinds", List.of(DecisionKind.RESTORE, DecisionKind.UPHOLD))
                        .getSingleResult()
                > 0;
    }

    /** Takes away what others wrote about a redacted comment, since it may repeat what was redacted. */
    void eraseWordsAbout(Comment comment) {
        for (String update : List.of(
                "update Report r set r.words = null where r.comment = :comment",
                "update Appeal a set a.words = null where a.comment = :comment",
                "update Finding f set f.detail = null where f.revision in"
                        + " (select r from Revision r where r.comment = :comment)",
                "delete from DecisionWords w where w.decisionId in"
                        + " (select d.id from Decision d where d.comment = :comment)")) {
            em.createQuery(update).setParameter("comment", comment).executeUpdate();
        }
    }

    // ---- When a workshop is wiped

    /** Everything that moderators and readers did about its comments. */
    void deleteAllIn(Workshop workshop) {
        String comments = "(select c.id from Comment c where c.thread.workshop = :workshop)";
        String decisions = "(select d.id from Decision d where d.thread.workshop = :workshop)";
        for (String delete : List.of(
                "delete from Appeal a where a.comment.id in " + comments,
                "delete from Report r where r.comment.id in " + comments,
                "delete from Claim c where c.commentId in " + comments,
                "delete from SecondOpinion s where s.commentId in " + comments,
                "delete from DecisionWords w where w.decisionId in " + decisions)) {
            em.createQuery(delete).setParameter("workshop", workshop).executeUpdate();
        }
        // What undoes another decision goes before it.
        int gone;
        do {
            gone = em.createQuery("delete from Decision d where d.id in " + decisions
                            + " and d.id not in (select u.undoes.id from Decision u where u.undoes is not null)")
                    .setParameter("workshop", workshop)
                    .executeUpdate();
        } while (gone > 0);
    }

    // ---- Claims and second opinions

    Optional<Claim> findClaim(Comment comment) {
        return findClaim(comment.id());
    }

    Optional<Claim> findClaim(long comment) {
        return Optional.ofNullable(em.find(Claim.class, comment));
    }

    void remove(Claim claim) {
        em.remove(claim);
    }

    void add(Claim claim) {
        em.persist(claim);
    }

    Optional<SecondOpinion> findSecondOpinion(Comment comment) {
        return Optional.ofNullable(em.find(SecondOpinion.class, comment.id()));
    }

    void add(SecondOpinion opinion) {
        em.persist(opinion);
    }

    /** Ends the claim on a comment and the wish for a second opinion, once it was decided on. */
    void release(Comment comment) {
        em.createQuery("delete from Claim c where c.commentId = :id")
                .setParameter("id", comment.id())
                .executeUpdate();
        em.createQuery("delete from SecondOpinion s where s.commentId = :id")
                .setParameter("id", comment.id())
                .executeUpdate();
    }

    // ---- Reports and appeals

    void add(Report report) {
        em.persist(report);
    }

    boolean hasReported(Account reporter, Comment comment) {
        return em.createQuery(
                                "select count(r) from Report r where r.reporter = :reporter and r.comment = :comment",
                                Long.class)
                        .setParameter("reporter", reporter)
                        .setParameter("comment", comment)
                        .getSingleResult()
                > 0;
    }

    List<Report> openReports(Comment comment) {
        return em.createQuery(
                        "select r from Report r where r.comment = :comment and r.outcome is null order by r.id",
                        Report.class)
                .setParameter("comment", comment)
                .getResultList();
    }

    List<Report> settledBy(Decision decision) {
        return em.createQuery("select r from Report r where r.decision = :decision", Report.class)
                .setParameter("decision", decision)
                .getResultList();
    }

    /** Open reports of the comment by accounts made before that time that readers have seen a comment of. */
    long openReportsOfEstablished(Comment comment, Instant madeBefore) {
        return em.createQuery(
                        "select count(r) from Report r where r.comment = :comment and r.outcome is null"
                                + " and r.reporter.createdAt < :before and exists (select 1 from Comment c"
                                + " where c.author = r.reporter and c.state = :published)",
                        Long.class)
                .setParameter("comment", comment)
                .setParameter("before", madeBefore)
                .setParameter("published", CommentState.PUBLISHED)
                .getSingleResult();
    }

    Optional<Report> findReport(long reporter, Slug comment) {
        return em.createQuery(
                        "select r from Report r join fetch r.comment c where r.reporter.id = :reporter and c.slug = :slug",
                        Report.class)
                .setParameter("reporter", reporter)
                .setParameter("slug", comment.value())
                .getResultStream()
                .findFirst();
    }

    /** What that person reported, the newest first, before that id. */
    List<Report> reportsOf(Account reporter, long before, int limit) {
        return em.createQuery(
                        "select r from Report r join fetch r.comment c join fetch c.thread t join fetch t.question"
                                + " left join fetch r.decision where r.reporter = :reporter and r.id < :before order by r.id desc",
                        Report.class)
                .setParameter("reporter", reporter)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    void add(Appeal appeal) {
        em.persist(appeal);
    }

    Optional<Appeal> findAppeal(long id) {
        return Optional.ofNullable(em.find(Appeal.class, id));
    }

    Optional<Appeal> findAppeal(Decision decision) {
        return em.createQuery("select a from Appeal a where a.decision = :decision", Appeal.class)
                .setParameter("decision", decision)
                .getResultStream()
                .findFirst();
    }

    Optional<Appeal> findOpenAppeal(Slug comment) {
        return em.createQuery(
                        "select a from Appeal a join fetch a.decision where a.comment.slug = :slug and a.outcome is null"
                                + " order by a.id",
                        Appeal.class)
                .setParameter("slug", comment.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** As the database has it now, after its comment was locked. */
    void refresh(Appeal appeal) {
        em.refresh(appeal);
    }

    /** How many may decide on comments. */
    long countModerators() {
        return em.createQuery(
                        "select count(a) from Account a where a.erasedAt is null and :role member of a.roles",
                        Long.class)
                .setParameter("role", contested.access.SiteRole.MODERATOR)
                .getSingleResult();
    }
}
