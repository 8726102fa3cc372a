package contested.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what moderation has to say of comments where they stand in their thread. */
@ApplicationScoped
public class ThreadRemarkRepository {

    @PersistenceContext
    private EntityManager em;

    /** Of each of these comments the last decision, but for these kinds, that was not taken back. One query. */
    List<Decision> standingDecisionsOn(Collection<String> comments, Set<DecisionKind> without) {
        return comments.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d from Decision d join fetch d.comment c where c.slug in :slugs and d.id ="
                                        + " (select max(e.id) from Decision e where e.comment = c and e.kind not in :without"
                                        + " and not exists (select 1 from Decision u where u.undoes = e and u.kind = :undo))",
                                Decision.class)
                        .setParameter("slugs", comments)
                        .setParameter("without", without)
                        .setParameter("undo", DecisionKind.UNDO)
                        .getResultList();
    }

    Optional<DecisionWords> findWords(Decision decision) {
        return Optional.ofNullable(em.find(DecisionWords.class, decision.id()));
    }

    Optional<HouseRule> findRule(String key, int version) {
        return em.createQuery(
                        "select r from HouseRule r where r.ruleKey = :key and r.version.number = :version",
                        HouseRule.class)
                .setParameter("key", key)
                .setParameter("version", version)
                .getResultStream()
                .findFirst();
    }
}
