package contested.outcome;

import contested.workshop.AgendaItem;
import contested.workshop.Workshop;
import contested.workshop.WorkshopMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and stores outcome sheets, their lines and what participants say to them. */
@ApplicationScoped
public class OutcomeRepository {

    @PersistenceContext
    private EntityManager em;

    void add(Object entity) {
        em.persist(entity);
        em.flush();
    }

    void remove(Object entity) {
        em.remove(entity);
        em.flush();
    }

    Optional<OutcomeSheet> find(Workshop workshop) {
        return em.createQuery("select s from OutcomeSheet s where s.workshop = :workshop", OutcomeSheet.class)
                .setParameter("workshop", workshop)
                .getResultStream()
                .findFirst();
    }

    /** The sheet, made on first use. Nobody else changes it before this transaction ends. */
    OutcomeSheet hold(Workshop workshop) {
        Optional<OutcomeSheet> found = find(workshop);
        if (found.isEmpty()) {
            // Of two who use it first at once, one waits for the other.
            em.lock(workshop, LockModeType.PESSIMISTIC_WRITE);
            found = find(workshop);
        }
        OutcomeSheet sheet = found.orElseGet(() -> {
            OutcomeSheet made = new OutcomeSheet(workshop);
            add(made);
            return made;
        });
        em.refresh(sheet, LockModeType.PESSIMISTIC_WRITE);
        return sheet;
    }

    /** By question, kind and rank. One query. */
    List<OutcomeLine> lines(OutcomeSheet sheet) {
        return em.createQuery(
                        "select l from OutcomeLine l join fetch l.item i where l.sheet = :sheet"
                                + " order by i.position, l.rank, l.id",
                        OutcomeLine.class)
                .setParameter("sheet", sheet)
                .getResultList();
    }

    List<OutcomeLine> lines(OutcomeSheet sheet, AgendaItem item) {
        return lines(sheet).stream().filter(l -> l.item().equals(item)).toList();
    }

    /** Lines that were proposed from one of these. */
    List<OutcomeLine> quoting(List<String> origins) {
        return em.createQuery("select l from OutcomeLine l where l.origin in :origins", OutcomeLine.class)
                .setParameter("origins", origins)
                .getResultList();
    }

    /** What participants say to all lines. One query. */
    List<OutcomeMark> marks(OutcomeSheet sheet) {
        return em.createQuery(
                        "select m from OutcomeMark m join fetch m.line l where l.sheet = :sheet order by m.id",
                        OutcomeMark.class)
                .setParameter("sheet", sheet)
                .getResultList();
    }

    /** What an account says to lines of any workshop. One query. */
    List<OutcomeMark> marksOf(long account) {
        return em.createQuery(
                        "select m from OutcomeMark m join fetch m.line l join fetch l.item i join fetch i.question"
                                + " join fetch i.workshop where m.member.account.id = :account order by m.id",
                        OutcomeMark.class)
                .setParameter("account", account)
                .getResultList();
    }

    List<OutcomeMark> marks(OutcomeLine line) {
        return em.createQuery("select m from OutcomeMark m where m.line = :line", OutcomeMark.class)
                .setParameter("line", line)
                .getResultList();
    }

    /** From now on nobody can tell who said what. */
    void cutMarks(Workshop workshop) {
        em.createQuery("update OutcomeMark m set m.member = null where m.line.id in"
                        + " (select l.id from OutcomeLine l where l.sheet.workshop = :workshop)")
                .setParameter("workshop", workshop)
                .executeUpdate();
    }

    /** With its lines and what participants say to them. */
    void delete(Workshop workshop) {
        for (String delete : List.of(
                "delete from OutcomeMark m where m.line.id in"
                        + " (select l.id from OutcomeLine l where l.sheet.workshop = :workshop)",
                "delete from OutcomeLine l where l.sheet.id in"
                        + " (select s.id from OutcomeSheet s where s.workshop = :workshop)",
                "delete from OutcomeSheet s where s.workshop = :workshop")) {
            em.createQuery(delete).setParameter("workshop", workshop).executeUpdate();
        }
    }

    void deleteMarksOf(WorkshopMember member) {
        em.createQuery("delete from OutcomeMark m where m.member = :member")
                .setParameter("member", member)
                .executeUpdate();
    }
}
