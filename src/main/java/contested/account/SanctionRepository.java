package contested.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds and stores sanctions on members, and notes about them. */
@ApplicationScoped
public class SanctionRepository {

    @PersistenceContext
    private EntityManager em;

    void add(Sanction sanction) {
        em.persist(sanction);
    }

    Optional<Sanction> find(long id) {
        return Optional.ofNullable(em.find(Sanction.class, id));
    }

    /** All of that member's, the newest first. */
    public List<Sanction> of(Account account) {
        return em.createQuery(
                        "select s from Sanction s join fetch s.imposedBy where s.account = :account order by s.id desc",
                        Sanction.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Those in force, of these accounts. */
    List<Sanction> inForce(Collection<Long> accounts, Instant now) {
        return em.createQuery(
                        "select s from Sanction s join fetch s.account a where a.id in (:accounts) and s.liftedAt is null"
                                + " and (s.until is null or s.until > :now) order by s.id desc",
                        Sanction.class)
                .setParameter("accounts", accounts)
                .setParameter("now", now)
                .getResultList();
    }

    void add(MemberNote note) {
        em.persist(note);
    }

    Optional<MemberNote> findNote(long id) {
        return Optional.ofNullable(em.find(MemberNote.class, id));
    }

    void remove(MemberNote note) {
        em.remove(note);
    }

    /** All about that member, the newest first. */
    public List<MemberNote> notesOn(Account account) {
        return em.createQuery(
                        "select n from MemberNote n join fetch n.writtenBy where n.account = :account order by n.id desc",
                        MemberNote.class)
                .setParameter("account", account)
                .getResultList();
    }
}
