package contested.moderation;

import contested.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and stores the versions of the house rules, and the replies saved for each rule. */
@ApplicationScoped
public class HouseRulesRepository {

    @PersistenceContext
    private EntityManager em;

    /** The version in force, with its rules: one query. There is always one, since the first ships. */
    HouseRulesVersion current() {
        return em.createQuery(
                        "select distinct v from HouseRulesVersion v join fetch v.rules where v.number ="
                                + " (select max(w.number) from HouseRulesVersion w)",
                        HouseRulesVersion.class)
                .getSingleResult();
    }

    /** With its rules. */
    Optional<HouseRulesVersion> find(int number) {
        return em.createQuery(
                        "select distinct v from HouseRulesVersion v join fetch v.rules where v.number = :number",
                        HouseRulesVersion.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Lets whoever wants to follow the same version wait until this transaction ends. */
    void lock(int number) {
        em.createQuery("select v from HouseRulesVersion v where v.number = :number", HouseRulesVersion.class)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** With their rules and who wrote them, the newest first. */
    List<HouseRulesVersion> all() {
        return em.createQuery(
                        "select distinct v from HouseRulesVersion v join fetch v.rules left join fetch v.writtenBy"
                                + " order by v.number desc",
                        HouseRulesVersion.class)
                .getResultList();
    }

    void add(HouseRulesVersion version) {
        em.persist(version);
        em.flush();
    }

    List<SavedReply> replies(String rule, Language language) {
        return em.createQuery(
                        "select s from SavedReply s where s.ruleKey = :rule and s.language = :language order by s.id",
                        SavedReply.class)
                .setParameter("rule", rule)
                .setParameter("language", language)
                .getResultList();
    }

    /** Of all rules, in both languages. */
    List<SavedReply> replies() {
        return em.createQuery("select s from SavedReply s order by s.ruleKey, s.language, s.id", SavedReply.class)
                .getResultList();
    }

    Optional<SavedReply> findReply(long id) {
        return Optional.ofNullable(em.find(SavedReply.class, id));
    }

    void add(SavedReply reply) {
        em.persist(reply);
    }

    void remove(SavedReply reply) {
        em.remove(reply);
    }
}
