package contested.question;

import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and stores questions and their themes. */
@ApplicationScoped
public class QuestionRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Question question) {
        em.persist(question);
    }

    public void add(Theme theme) {
        em.persist(theme);
    }

    /** The question of that name, retired or not, with its theme and positions. */
    public Optional<Question> find(Slug slug) {
        return em.createQuery(
                        "select q from Question q join fetch q.theme left join fetch q.positions where q.slug = :slug",
                        Question.class)
                .setParameter("slug", slug.value())
                .getResultStream()
                .findFirst();
    }

    /** All questions that stand, in their order, with themes and positions: one query. */
    public List<Question> all() {
        return em.createQuery(
                        "select distinct q from Question q join fetch q.theme left join fetch q.positions"
                                + " where q.retiredAt is null order by q.number, q.id",
                        Question.class)
                .getResultList();
    }

    /** How many questions stand. */
    public long count() {
        return em.createQuery("select count(q) from Question q where q.retiredAt is null", Long.class)
                .getSingleResult();
    }

    /** Every question that a pack brought, retired ones too. */
    public List<Question> ofPack(String pack) {
        return em.createQuery(
                        "select distinct q from Question q join fetch q.theme left join fetch q.positions"
                                + " where q.provenance.pack = :pack",
                        Question.class)
                .setParameter("pack", pack)
                .getResultList();
    }

    public Optional<Theme> findTheme(Slug slug) {
        return em.createQuery("select t from Theme t where t.slug = :slug", Theme.class)
                .setParameter("slug", slug.value())
                .getResultStream()
                .findFirst();
    }
}
