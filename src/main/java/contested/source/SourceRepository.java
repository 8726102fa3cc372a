package contested.source;

import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and stores sources. */
@ApplicationScoped
public class SourceRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Source source) {
        em.persist(source);
    }

    /** The source of that name, retired or not, with its paragraphs. */
    public Optional<Source> find(Slug slug) {
        return em.createQuery("select s from Source s left join fetch s.paragraphs where s.slug = :slug", Source.class)
                .setParameter("slug", slug.value())
                .getResultStream()
                .findFirst();
    }

    /** @throws NotFoundException When there is no source of that name. */
    public Source get(Slug slug) {
        return find(slug).orElseThrow(() -> new NotFoundException("source " + slug));
    }

    /** The catalogue in its order, without paragraphs. */
    public List<Source> catalogue() {
        return em.createQuery(
                        "select s from Source s where s.retiredAt is null order by s.position, s.id", Source.class)
                .getResultList();
    }

    /** How many body paragraphs each source has, by the source's id. */
    public Map<Long, Integer> paragraphCounts() {
        Map<Long, Integer> counts = new HashMap<>();
        em.createQuery("select p.source.id, count(p) from Paragraph p group by p.source.id", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((Long) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    /** The catalogue in its order, with all paragraphs: one query, for recognising documents. */
    public List<Source> catalogueWithParagraphs() {
        return em.createQuery(
                        "select distinct s from Source s left join fetch s.paragraphs where s.retiredAt is null"
                                + " order by s.position, s.id",
                        Source.class)
                .getResultList();
    }

    /** Every source that a pack brought, retired ones too. */
    public List<Source> ofPack(String pack) {
        return em.createQuery(
                        "select distinct s from Source s left join fetch s.paragraphs where s.provenance.pack = :pack",
                        Source.class)
                .setParameter("pack", pack)
                .getResultList();
    }
}
