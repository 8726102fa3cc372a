package contested.outcome;

import contested.question.QuestionRepository;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Remembers that the demonstration was played. */
@ApplicationScoped
public class DemonstrationRepository {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private QuestionRepository questions;

    boolean wasPlayed() {
        return em.createQuery("select count(d) from Demonstration d", Long.class)
                        .getSingleResult()
                > 0;
    }

    void add(Demonstration played) {
        em.persist(played);
    }

    /** Whether this portal has that question. */
    boolean asks(Slug question) {
        return questions.find(question).filter(q -> !q.isRetired()).isPresent();
    }
}
