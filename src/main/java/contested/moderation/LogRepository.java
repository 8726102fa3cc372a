package contested.moderation;

import contested.account.Account;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.shared.Bilingual;
import contested.workshop.Workshop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the log of decisions, and what can be counted from it. */
@ApplicationScoped
public class LogRepository {

    private static final int MAX_OF_A_MEMBER = 50;
    private static final Set<DecisionKind> ON_COMMENTS =
            Set.of(DecisionKind.PUBLISH, DecisionKind.SEND_BACK, DecisionKind.DECLINE, DecisionKind.HIDE);

    @PersistenceContext
    private EntityManager em;

    /** One decision as it is counted. */
    record Row(
            DecisionKind kind,
            String question,
            Bilingual title,
            @Nullable Long position,
            @Nullable Bilingual label,
            @Nullable Long moderator,
            @Nullable String pseudonym,
            Instant decidedAt,
            Instant writtenAt,
            long revision) {}

    /** The newest first, before that id. */
    List<Decision> read(LogFilter filter, long before, int limit) {
        StringBuilder where = new StringBuilder(" where d.id < :before and t.workshop is null");
        Map<String, Object> values = new HashMap<>(Map.of("before", before));
        limit(where, values, "d.decidedAt >= :from", "from", filter.from());
        limit(where, values, "d.decidedAt < :until", "until", filter.until());
        limit(where, values, "d.kind = :kind", "kind", filter.kind());
        limit(where, values, "d.ruleKey = :rule", "rule", filter.rule());
        limit(where, values, "d.moderator.id = :moderator", "moderator", filter.moderator());
        limit(where, values, "d.automatic = :automatic", "automatic", filter.automatic());
        TypedQuery<Decision> query = em.createQuery(
                "select d from Decision d left join fetch d.comment join fetch d.thread t join fetch t.question"
                        + " left join fetch d.moderator" + where + " order by d.id desc",
                Decision.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** All in that workshop, the oldest first. One query. */
    List<Decision> read(Workshop workshop) {
        return em.createQuery(
                        "select d from Decision d left join fetch d.comment join fetch d.thread t join fetch t.question"
                                + " left join fetch d.moderator where t.workshop = :workshop order by d.id",
                        Decision.class)
                .setParameter("workshop", workshop)
                .getResultList();
    }

    private static void limit(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /** The slug of each thread's question. */
    Map<Long, String> questionsByThread() {
        Map<Long, String> slugs = new HashMap<>();
        em.createQuery(
                        "select t.id, q.slug from DebateThread t join t.question q where t.workshop is null",
                        Object[].class)
                .getResultStream()
                .forEach(row -> slugs.put((Long) row[0], (String) row[1]));
        return slugs;
    }

    /** Each decision of the period that stands, as it is counted; the first one on a revision first. */
    List<Row> rows(Instant from, Instant until) {
        return em.createQuery(
                        "select d.kind, q.slug, q.title, p.id, p.label, m.id, m.pseudonym, d.decidedAt, r.createdAt, r.id"
                                + " from Decision d join d.comment c join d.thread t join t.question q"
                                + " join Revision r on r.comment = c and r.number = d.revisionNumber"
                                + " left join c.position p left join d.moderator m"
                                + " where t.workshop is null and d.decidedAt >= :from and d.decidedAt < :until and d.kind in :kinds"
                                + " and not exists (select 1 from Decision u where u.undoes = d and u.kind = :undo)"
                                + " order by d.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("kinds", ON_COMMENTS)
                .setParameter("undo", DecisionKind.UNDO)
                .getResultStream()
                .map(v -> new Row(
                        (DecisionKind) v[0],
                        (String) v[1],
                        (Bilingual) v[2],
                        (Long) v[3],
                        (Bilingual) v[4],
                        (Long) v[5],
                        (String) v[6],
                        (Instant) v[7],
                        (Instant) v[8],
                        (Long) v[9]))
                .toList();
    }

    List<Comment> commentsOf(Account member) {
        return em.createQuery(
                        "select c from Comment c join fetch c.thread t join fetch t.question where c.author = :member"
                                + " and t.workshop is null"
                                + " order by c.id desc",
                        Comment.class)
                .setParameter("member", member)
                .setMaxResults(MAX_OF_A_MEMBER)
                .getResultList();
    }

    List<Decision> decisionsOnCommentsOf(Account member) {
        return em.createQuery(
                        "select d from Decision d join fetch d.comment c left join fetch d.moderator"
                                + " where c.author = :member and d.thread.workshop is null order by d.id desc",
                        Decision.class)
                .setParameter("member", member)
                .setMaxResults(MAX_OF_A_MEMBER)
                .getResultList();
    }

    MemberHistory.Counts counts(Account member) {
        return new MemberHistory.Counts(
                count(member, Set.of(CommentState.values())),
                count(member, Set.of(CommentState.PUBLISHED, CommentState.DECLINED, CommentState.HIDDEN)),
                count(member, Set.of(CommentState.DECLINED)));
    }

    private long count(Account member, Set<CommentState> states) {
        return em.createQuery(
                        "select count(c) from Comment c where c.author = :member and c.state in :states"
                                + " and c.thread.workshop is null",
                        Long.class)
                .setParameter("member", member)
                .setParameter("states", states)
                .getSingleResult();
    }
}
