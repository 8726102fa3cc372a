package contested.notice;

import contested.account.Account;
import contested.account.Digest;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.Revision;
import contested.workshop.Workshop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and stores notices. */
@ApplicationScoped
public class NoticeRepository {

    /** More people than that are not told of one comment. */
    private static final int MAX_TOLD = 50;

    @PersistenceContext
    private EntityManager em;

    void add(Notice notice) {
        em.persist(notice);
    }

    /** The newest first, before that id. */
    List<Notice> of(Account account, long before, int limit) {
        return em.createQuery(
                        "select n from Notice n join fetch n.comment c join fetch c.thread t join fetch t.question"
                                + " join fetch c.author left join fetch n.decision where n.account = :account and n.id < :before"
                                + " order by n.id desc",
                        Notice.class)
                .setParameter("account", account)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The one of that id, if it is the account's. */
    Optional<Notice> find(long account, long id) {
        return em.createQuery(
                        "select n from Notice n join fetch n.comment c join fetch c.thread t join fetch t.question"
                                + " where n.account.id = :account and n.id = :id",
                        Notice.class)
                .setParameter("account", account)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    long countNew(long account) {
        return em.createQuery("select count(n) from Notice n where n.account.id = :id and n.readAt is null", Long.class)
                .setParameter("id", account)
                .getSingleResult();
    }

    void read(long account, long upTo, Instant now) {
        em.createQuery("update Notice n set n.readAt = :now where n.account.id = :id and n.id <= :last"
                        + " and n.readAt is null")
                .setParameter("now", now)
                .setParameter("id", account)
                .setParameter("last", upTo)
                .executeUpdate();
    }

    /** Those of everybody that were read before the one time, or made before the other and never read. */
    int forget(Instant readBefore, Instant madeBefore) {
        return em.createQuery("delete from Notice n where n.madeAt < :readBefore"
                        + " and (n.readAt < :readBefore or n.madeAt < :madeBefore)")
                .setParameter("readBefore", readBefore)
                .setParameter("madeBefore", madeBefore)
                .executeUpdate();
    }

    void forgetAllIn(Workshop workshop) {
        em.createQuery("delete from Notice n where n.comment.id in"
                        + " (select c.id from Comment c where c.thread.workshop = :workshop)")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    void forgetAllOf(long account) {
        em.createQuery("delete from Notice n where n.account.id = :id")
                .setParameter("id", account)
                .executeUpdate();
    }

    /** Accounts that want a digest and had none since. */
    List<Long> digestsDue(Digest often, Instant oftenBefore, Digest seldom, Instant seldomBefore, int limit) {
        return em.createQuery(
                        "select a.id from Account a where a.email is not null and (a.digest = :often and"
                                + " a.digestSince <= :oftenBefore or a.digest = :seldom and a.digestSince <= :seldomBefore)"
                                + " order by a.digestSince",
                        Long.class)
                .setParameter("often", often)
                .setParameter("oftenBefore", oftenBefore)
                .setParameter("seldom", seldom)
                .setParameter("seldomBefore", seldomBefore)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<Account> wantingDigest(long account) {
        return Optional.ofNullable(em.find(Account.class, account))
                .filter(a -> a.digest() != Digest.OFF && a.email().isPresent());
    }

    /** Unread ones made after the one time and not after the other. */
    long countNewSince(long account, Instant after, Instant until) {
        return em.createQuery(
                        "select count(n) from Notice n where n.account.id = :id and n.readAt is null"
                                + " and n.madeAt > :after and n.madeAt <= :until",
                        Long.class)
                .setParameter("id", account)
                .setParameter("after", after)
                .setParameter("until", until)
                .getSingleResult();
    }

    /** Who has a published comment in the thread that rests on exactly the same passages. */
    Set<Account> citingTheSame(Comment comment) {
        Revision shown = comment.published().orElseThrow();
        Set<?> passages = new HashSet<>(shown.citations());
        if (passages.isEmpty()) {
            return Set.of();
        }
        List<Comment> candidates = em.createQuery(
                        "select distinct c from Comment c join c.revisions r join r.citations p"
                                + " where c.thread = :thread and c.state = :published and c.id <> :id"
                                + " and c.citationCount = :count and p in :passages order by c.id desc",
                        Comment.class)
                .setParameter("thread", comment.thread())
                .setParameter("published", CommentState.PUBLISHED)
                .setParameter("id", comment.id())
                .setParameter("count", shown.citations().size())
                .setParameter("passages", passages)
                .setMaxResults(MAX_TOLD)
                .getResultList();
        Set<Account> told = new HashSet<>();
        for (Comment other : candidates) {
            other.published()
                    .filter(r -> passages.equals(new HashSet<Object>(r.citations())))
                    .ifPresent(r -> told.add(other.author()));
        }
        return told;
    }
}
