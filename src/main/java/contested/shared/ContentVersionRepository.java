package contested.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Reads and raises the version of the public content. */
@ApplicationScoped
public class ContentVersionRepository {

    @PersistenceContext
    private EntityManager em;

    /** The version as committed; starts at 1. */
    public long current() {
        return em.createQuery("select v.number from ContentVersion v", Long.class)
                .getSingleResult();
    }

    /** Raises the version within the caller's transaction. The row's lock makes concurrent changes wait for each other. */
    public void raise() {
        em.createQuery("update ContentVersion v set v.number = v.number + 1").executeUpdate();
    }
}
