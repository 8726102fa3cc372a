package contested.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds and stores wishes to get back into an account. */
@ApplicationScoped
public class RecoveryRepository {

    /** One address may belong to several accounts; more than that is nobody's. */
    private static final int MAX_ACCOUNTS = 5;

    private static final int MAX_ROUND = 20;

    @PersistenceContext
    private EntityManager em;

    void add(Recovery recovery) {
        em.persist(recovery);
    }

    void remove(Recovery recovery) {
        em.remove(recovery);
    }

    /** Accounts with a passphrase and that address. */
    List<Account> accountsWith(String email) {
        return em.createQuery(
                        "select a from Account a where lower(a.email) = :email and a.passphrase is not null"
                                + " order by a.id",
                        Account.class)
                .setParameter("email", email)
                .setMaxResults(MAX_ACCOUNTS)
                .getResultList();
    }

    Optional<Recovery> of(Account account) {
        return em.createQuery("select r from Recovery r where r.account = :account", Recovery.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    Optional<Recovery> find(long id) {
        return Optional.ofNullable(em.find(Recovery.class, id));
    }

    Optional<Recovery> find(String tokenHash) {
        return em.createQuery("select r from Recovery r join fetch r.account where r.tokenHash = :hash", Recovery.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** Whose mail is to be sent now, by id. */
    List<Long> due(Instant now) {
        return em.createQuery(
                        "select r.id from Recovery r where r.sentAt is null and r.nextTryAt <= :now order by r.id",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(MAX_ROUND)
                .getResultList();
    }

    void forgetSentBefore(Instant sent) {
        em.createQuery("delete from Recovery r where r.sentAt < :sent")
                .setParameter("sent", sent)
                .executeUpdate();
    }
}
