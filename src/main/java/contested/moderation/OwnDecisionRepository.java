package contested.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what was decided on a person's comments and takes it away with the person, many comments in one query. */
@ApplicationScoped
public class OwnDecisionRepository {

    @PersistenceContext
    private EntityManager em;

    /** What was decided on these of the author's comments, the first first. */
    List<Decision> decisionsOn(long author, Collection<String> comments) {
        return comments.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d from Decision d join fetch d.comment c where c.author.id = :author"
                                        + " and c.slug in :slugs order by d.id",
                                Decision.class)
                        .setParameter("author", author)
                        .setParameter("slugs", comments)
                        .getResultList();
    }

    /** Of each decision what its author was told, by its id. */
    Map<Long, String> wordsOf(Collection<Long> decisions) {
        return decisions.isEmpty()
                ? Map.of()
                : em.createQuery("select w from DecisionWords w where w.decisionId in :ids", DecisionWords.class)
                        .setParameter("ids", decisions)
                        .getResultStream()
                        .collect(Collectors.toMap(DecisionWords::decisionId, DecisionWords::text));
    }

    List<Appeal> appealsAgainst(Collection<Long> decisions) {
        return decisions.isEmpty()
                ? List.of()
                : em.createQuery("select a from Appeal a where a.decision.id in :ids", Appeal.class)
                        .setParameter("ids", decisions)
                        .getResultList();
    }

    /** The rules of these versions. */
    List<HouseRule> rulesOf(Set<Integer> versions) {
        return versions.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r from HouseRule r join fetch r.version v where v.number in :numbers",
                                HouseRule.class)
                        .setParameter("numbers", versions)
                        .getResultList();
    }

    // ---- When an account is erased

    /** Takes away what passed between moderators and the author, and what the person told moderators. */
    void eraseWordsOf(long account) {
        run("update Appeal a set a.words = null where a.comment in " + OF_AUTHOR, account);
        run(
                "delete from DecisionWords w where w.decisionId in (select d.id from Decision d where d.comment in "
                        + OF_AUTHOR + ")",
                account);
        run("update Report r set r.words = null where r.reporter.id = :account", account);
        run("delete from SecondOpinion s where s.askedBy.id = :account", account);
        run("delete from Claim c where c.moderator.id = :account", account);
    }

    /** Takes away what readers said about the person's comments, since it may repeat them. */
    void eraseWordsAboutCommentsOf(long account) {
        run("update Report r set r.words = null where r.comment in " + OF_AUTHOR, account);
    }

    private static final String OF_AUTHOR = "(select c from Comment c where c.author.id = :account)";

    private void run(String update, long account) {
        em.createQuery(update).setParameter("account", account).executeUpdate();
    }
}
