package contested.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads and raises the version of the public content. */
@ApplicationScoped
public class ContentVersionRepository {

    @PersistenceContext
    private EntityManager em;

    /** The version as committed; it only grows. */
    public long current() {
        return em.createQuery("select v.number from ContentVersion v", Long.class)
                .getSingleResult();
    }

    /**
     * Raises the version, to that second of the epoch at least, so that a database brought back from a backup does not give
     * out again what it gave out before. Within the caller's transaction; the row's lock makes concurrent changes wait
     * for each other.
     */
    public void raise(long second) {
        em.createQuery("update ContentVersion v set v.number ="
                        + " case when v.number + 1 > :second then v.number + 1 else :second end")
                .setParameter("second", second)
                .executeUpdate();
    }
}
