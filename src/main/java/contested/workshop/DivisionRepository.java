package contested.workshop;

import contested.access.WorkshopRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Finds and stores how participants are divided. Apart from the other repositories, so that nothing that divides people
 * comes near to what they voted; a test holds that.
 */
@ApplicationScoped
public class DivisionRepository {

    @PersistenceContext
    private EntityManager em;

    void add(Object entity) {
        em.persist(entity);
        em.flush();
    }

    /**
     * Of two who divide the same people at once, the second sees what the first did. The workshop is held and not the
     * question: whoever votes refers to the question while their own row is held, and would wait for each other with this.
     */
    void hold(AgendaItem item) {
        em.refresh(item.workshop(), LockModeType.PESSIMISTIC_WRITE);
        em.refresh(item);
    }

    /** Those who are divided: participants who are in the workshop still. One query. */
    List<WorkshopMember> participants(Workshop workshop) {
        return em.createQuery(
                        "select m from WorkshopMember m join fetch m.account where m.workshop = :workshop"
                                + " and m.role = :role and m.leftAt is null and m.removedAt is null order by m.id",
                        WorkshopMember.class)
                .setParameter("workshop", workshop)
                .setParameter("role", WorkshopRole.PARTICIPANT)
                .getResultList();
    }

    /** Of those who are divided. One query. */
    List<GroupSeat> seats(AgendaItem item) {
        return em.createQuery(
                        "select s from GroupSeat s join fetch s.member m join fetch m.account where s.item = :item"
                                + " and m.role = :role and m.leftAt is null and m.removedAt is null"
                                + " order by s.number, m.id",
                        GroupSeat.class)
                .setParameter("item", item)
                .setParameter("role", WorkshopRole.PARTICIPANT)
                .getResultList();
    }

    /** The same for what was drawn. One query. */
    List<DrawnSide> sides(AgendaItem item) {
        return em.createQuery(
                        "select s from DrawnSide s join fetch s.member m join fetch s.position where s.item = :item"
                                + " and m.role = :role and m.leftAt is null and m.removedAt is null order by s.id",
                        DrawnSide.class)
                .setParameter("item", item)
                .setParameter("role", WorkshopRole.PARTICIPANT)
                .getResultList();
    }

    List<GroupSeat> seatsOf(WorkshopMember member) {
        return em.createQuery(
                        "select s from GroupSeat s join fetch s.item i join fetch i.question where s.member = :member"
                                + " order by s.id",
                        GroupSeat.class)
                .setParameter("member", member)
                .getResultList();
    }

    List<DrawnSide> sidesOf(WorkshopMember member) {
        return em.createQuery(
                        "select s from DrawnSide s join fetch s.item i join fetch i.question join fetch s.position"
                                + " where s.member = :member order by s.id",
                        DrawnSide.class)
                .setParameter("member", member)
                .getResultList();
    }

    void forgetSeats(AgendaItem item) {
        em.createQuery("delete from GroupSeat s where s.item = :item")
                .setParameter("item", item)
                .executeUpdate();
    }

    void forget(WorkshopMember member) {
        for (String what : List.of("GroupSeat", "DrawnSide")) {
            em.createQuery("delete from " + what + " s where s.member = :member")
                    .setParameter("member", member)
                    .executeUpdate();
        }
    }

    void forget(Workshop workshop) {
        for (String what : List.of("GroupSeat", "DrawnSide")) {
            em.createQuery("delete from " + what + " s where s.item.id in"
                            + " (select i.id from AgendaItem i where i.workshop = :workshop)")
                    .setParameter("workshop", workshop)
                    .executeUpdate();
        }
    }
}
