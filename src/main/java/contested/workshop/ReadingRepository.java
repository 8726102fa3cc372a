package contested.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds and stores what is to be read first, and who has read it. */
@ApplicationScoped
public class ReadingRepository {

    @PersistenceContext
    private EntityManager em;

    void add(Object entity) {
        em.persist(entity);
        em.flush();
    }

    void remove(Reading reading) {
        em.createQuery("delete from ReadingTick t where t.reading = :reading")
                .setParameter("reading", reading)
                .executeUpdate();
        em.remove(reading);
        em.flush();
    }

    /** In their order, without passages that were taken back since. One query. */
    List<Reading> of(AgendaItem item) {
        return em.createQuery(
                        "select r from Reading r join fetch r.passage p join fetch p.source left join fetch p.position"
                                + " where r.item = :item and p.retiredAt is null and p.source.retiredAt is null"
                                + " order by r.rank, r.id",
                        Reading.class)
                .setParameter("item", item)
                .getResultList();
    }

    /** By whom each was read, as numbers. One query. */
    Map<Long, Long> readers(AgendaItem item) {
        Map<Long, Long> all = new HashMap<>();
        em.createQuery(
                        "select t.reading.id, count(t) from ReadingTick t where t.reading.item = :item"
                                + " group by t.reading.id",
                        Object[].class)
                .setParameter("item", item)
                .getResultStream()
                .forEach(row -> all.put((Long) row[0], (Long) row[1]));
        return all;
    }

    /** Which of them that member has read. One query. */
    Set<Long> readBy(AgendaItem item, WorkshopMember member) {
        return new HashSet<>(em.createQuery(
                        "select t.reading.id from ReadingTick t where t.reading.item = :item and t.member = :member",
                        Long.class)
                .setParameter("item", item)
                .setParameter("member", member)
                .getResultList());
    }

    /** All that somebody says they have read, over all questions. One query. */
    List<Reading> readBy(WorkshopMember member) {
        return em.createQuery(
                        "select r from ReadingTick t join t.reading r join fetch r.passage join fetch r.item i"
                                + " join fetch i.question where t.member = :member order by r.id",
                        Reading.class)
                .setParameter("member", member)
                .getResultList();
    }

    void untick(Reading reading, WorkshopMember member) {
        em.createQuery("delete from ReadingTick t where t.reading = :reading and t.member = :member")
                .setParameter("reading", reading)
                .setParameter("member", member)
                .executeUpdate();
    }

    void forget(WorkshopMember member) {
        em.createQuery("delete from ReadingTick t where t.member = :member")
                .setParameter("member", member)
                .executeUpdate();
    }

    /** From now on nobody can tell who read what; how many did stays. */
    void cut(Workshop workshop) {
        em.createQuery("update ReadingTick t set t.member = null where t.reading.id in"
                        + " (select r.id from Reading r where r.item.workshop = :workshop)")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }
}
