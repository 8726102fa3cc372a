package contested.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and stores the record of loaded packs. */
@ApplicationScoped
public class PackRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Pack pack) {
        em.persist(pack);
    }

    public Optional<Pack> find(String id) {
        return Optional.ofNullable(em.find(Pack.class, id));
    }

    /** In the order in which they were first loaded, so that the first is the featured one. */
    public List<Pack> all() {
        return em.createQuery("select p from Pack p order by p.firstLoadedAt, p.id", Pack.class)
                .getResultList();
    }
}
