package contested.moderation;

import contested.discussion.Comment;
import contested.discussion.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/** Finds what waits for moderators, in its order, by key and never by counting pages. */
@ApplicationScoped
public class QueueRepository {

    private static final String OPEN_REPORT =
            "exists (select 1 from report r where r.comment_id = c.id and r.outcome is null)";
    private static final String OPEN_APPEAL =
            "exists (select 1 from appeal a where a.comment_id = c.id and a.outcome is null)";
    /** What is said in workshops is nothing for the site's moderators. */
    private static final String PUBLIC = "c.thread_id in (select t.id from thread t where t.workshop_id is null)";

    private static final String PENDING = "c.state = 'PENDING'";

    /** Behind a published one, and not refused itself. */
    private static final String WAITING_REVISION = "(c.state = 'PUBLISHED' and c.published_number < c.latest_number"
            + " and not exists (select 1 from decision d where d.comment_id = c.id"
            + " and d.revision_number = c.latest_number and d.kind in ('SEND_BACK', 'DECLINE')"
            + " and not exists (select 1 from decision u where u.undoes_id = d.id)))";

    private static final String URGENCY = "case when exists (select 1 from report r where r.comment_id = c.id"
            + " and r.outcome is null and r.reason in ('AT_RISK', 'PRIVATE_DATA')) then 0 else 1 end";

    /** What a comment has waited for longest: a look at it, at its last revision, at a report or at an appeal. */
    private static final String SINCE = "coalesce(case when c.state = 'PENDING' then c.state_since end,"
            + " (select min(r.made_at) from report r where r.comment_id = c.id and r.outcome is null),"
            + " (select min(a.made_at) from appeal a where a.comment_id = c.id and a.outcome is null),"
            + " (select v.created_at from revision v where v.comment_id = c.id and v.number = c.latest_number))";

    @PersistenceContext
    private EntityManager em;

    /** The next keys after that one. */
    List<QueueKey> keys(QueueFilter filter, QueueKey after, Instant now, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, now, values);
        values.put("urgency", after.urgency());
        values.put("since", after.since());
        values.put("comment", after.comment());
        NativeQuery<?> query = query(
                "select q.urgency, q.since, q.id from (select c.id, " + URGENCY + " as urgency, " + SINCE
                        + " as since from comment c where " + where + ") q"
                        + " where (q.urgency > :urgency or q.urgency = :urgency and (q.since > :since"
                        + " or q.since = :since and q.id > :comment)) " + age(filter)
                        + " order by q.urgency, q.since, q.id",
                values);
        return keys(query, limit);
    }

    private static List<QueueKey> keys(NativeQuery<?> query, int limit) {
        query.addScalar("urgency", Integer.class)
                .addScalar("since", Instant.class)
                .addScalar("id", Long.class);
        return query.setMaxResults(limit).getResultList().stream()
                .map(row -> (Object[]) row)
                .map(row -> new QueueKey((Integer) row[0], (Instant) row[1], (Long) row[2]))
                .toList();
    }

    /** Of the comments that say so, or whose author is called so. */
    List<QueueKey> search(String words, boolean names, int limit) {
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        Map<String, Object> values = new HashMap<>(Map.of("words", "%" + plain + "%"));
        String where = "exists (select 1 from revision r where r.comment_id = c.id and r.number = c.latest_number"
                + " and lower(r.text) like :words escape '!')";
        if (names) {
            values.put("name", plain + "%");
            where += " or c.author_id in (select a.id from account a where lower(a.pseudonym) like :name escape '!')";
        }
        where = "(" + where + ") and " + PUBLIC;
        NativeQuery<?> query = query(
                "select " + URGENCY + " as urgency, " + SINCE + " as since, c.id as id from comment c where " + where
                        + " order by c.id desc",
                values);
        return keys(query, limit);
    }

    /** The key of one comment, whether it waits or not. */
    QueueKey key(Comment comment) {
        NativeQuery<?> query = query(
                "select " + URGENCY + " as urgency, " + SINCE + " as since from comment c where c.id = :id",
                Map.of("id", comment.id()));
        query.addScalar("urgency", Integer.class).addScalar("since", Instant.class);
        Object[] row = (Object[]) query.getSingleResult();
        return new QueueKey((Integer) row[0], (Instant) row[1], comment.id());
    }

    /** How many wait. */
    long count(QueueFilter filter, Instant now) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, now, values);
        NativeQuery<?> query = query(
                "select count(*) as n from (select " + SINCE + " as since from comment c where " + where
                        + ") q where 1 = 1 " + age(filter),
                values);
        query.addScalar("n", Long.class);
        return (Long) query.getSingleResult();
    }

    private static String where(QueueFilter filter, Instant now, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        all.add(waits(filter.reason()));
        if (filter.workshop() == null) {
            all.add(PUBLIC);
        } else {
            values.put("workshop", filter.workshop().value());
            all.add("c.thread_id in (select t.id from thread t join workshop w on w.id = t.workshop_id"
                    + " where w.slug = :workshop)");
        }
        if (filter.question() != null) {
            values.put("question", filter.question().value());
            all.add("c.thread_id in (select t.id from thread t join question q on q.id = t.question_id"
                    + " where q.slug = :question)");
        }
        if (filter.position() != null) {
            values.put("position", filter.position());
            all.add("c.position_id = :position");
        }
        if (filter.reportReason() != null) {
            values.put("reason", filter.reportReason().name());
            all.add("exists (select 1 from report r where r.comment_id = c.id and r.outcome is null"
                    + " and r.reason = :reason)");
        }
        if (filter.olderThan() != null) {
            values.put("before", now.minus(filter.olderThan()));
        }
        return String.join(" and ", all);
    }

    private static String age(QueueFilter filter) {
        return filter.olderThan() == null ? "" : "and q.since <= :before";
    }

    private static String waits(@org.jspecify.annotations.Nullable QueueReason reason) {
        if (reason == null) {
            return "(" + String.join(" or ", PENDING, OPEN_REPORT, OPEN_APPEAL, WAITING_REVISION) + ")";
        }
        return switch (reason) {
            case PENDING -> PENDING + " and c.latest_number = 1";
            case RESUBMITTED -> PENDING + " and c.latest_number > 1";
            case WAITING_REVISION -> WAITING_REVISION;
            case REPORTED -> OPEN_REPORT;
            case APPEALED -> OPEN_APPEAL;
        };
    }

    private NativeQuery<?> query(String sql, Map<String, Object> values) {
        NativeQuery<?> query = em.createNativeQuery(sql).unwrap(NativeQuery.class);
        values.forEach(query::setParameter);
        return query;
    }

    /** Which of these have a revision that waits behind a published one. */
    List<Long> waitingAmong(Collection<Long> comments) {
        NativeQuery<?> query =
                query("select c.id from comment c where c.id in (:ids) and " + WAITING_REVISION, Map.of());
        query.setParameterList("ids", comments);
        query.addScalar("id", Long.class);
        return query.getResultList().stream().map(Long.class::cast).toList();
    }

    /** With all that a moderator sees of them. */
    List<Comment> comments(Collection<Long> ids) {
        loadPeople(ids);
        List<Comment> comments = em.createQuery(
                        "select distinct c from Comment c join fetch c.thread t join fetch t.question join fetch c.author"
                                + " left join fetch c.position left join fetch c.argued left join fetch c.parent p left join fetch p.author"
                                + " left join fetch c.revisions where c.id in :ids",
                        Comment.class)
                .setParameter("ids", ids)
                .getResultList();
        for (String collection : List.of("citations", "findings")) {
            em.createQuery("select distinct r from Revision r left join fetch r." + collection
                            + " where r.comment.id in :ids")
                    .setParameter("ids", ids)
                    .getResultList();
        }
        em.createQuery(
                        "select distinct p from Comment c join c.parent p left join fetch p.revisions where c.id in :ids")
                .setParameter("ids", ids)
                .getResultList();
        return comments;
    }

    /** Whoever wrote or reported, with their roles, which would else be asked for one by one. */
    private void loadPeople(Collection<Long> ids) {
        em.createQuery(
                        "select distinct a from Account a left join fetch a.roles where a.id in"
                                + " (select c.author.id from Comment c where c.id in :ids) or a.id in"
                                + " (select p.author.id from Comment c join c.parent p where c.id in :ids) or a.id in"
                                + " (select r.reporter.id from Report r where r.comment.id in :ids and r.outcome is null)",
                        contested.account.Account.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<Finding> findings(Comment comment) {
        return comment.latest().findings();
    }

    List<Report> openReports(Collection<Long> ids) {
        return em.createQuery(
                        "select r from Report r join fetch r.reporter where r.comment.id in :ids and r.outcome is null"
                                + " order by r.id",
                        Report.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<Appeal> openAppeals(Collection<Long> ids) {
        return em.createQuery(
                        "select a from Appeal a join fetch a.decision where a.comment.id in :ids and a.outcome is null"
                                + " order by a.id",
                        Appeal.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Those whose time is not over. */
    List<Claim> claims(Collection<Long> ids, Instant now) {
        return em.createQuery(
                        "select c from Claim c join fetch c.moderator where c.commentId in :ids and c.until > :now",
                        Claim.class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .getResultList();
    }

    List<SecondOpinion> opinions(Collection<Long> ids) {
        return em.createQuery(
                        "select s from SecondOpinion s join fetch s.askedBy where s.commentId in :ids",
                        SecondOpinion.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Lets colleagues who claim the same ones wait. */
    void lock(Collection<Long> ids) {
        em.createQuery("select c from Comment c where c.id in :ids order by c.id desc", Comment.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
