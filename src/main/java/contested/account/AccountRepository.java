package contested.account;

import contested.access.SiteRole;
import contested.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds and stores accounts, sign-ins, invitations and what administrators decided. */
@ApplicationScoped
public class AccountRepository {

    @PersistenceContext
    private EntityManager em;

    void add(Account account) {
        em.persist(account);
        em.flush();
    }

    void remove(Account account) {
        em.remove(account);
    }

    void add(SignIn signIn) {
        em.persist(signIn);
    }

    void add(Invitation invitation) {
        em.persist(invitation);
    }

    public Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    /** @throws NotFoundException When there is none, or it was erased. */
    public Account get(long id) {
        return find(id).filter(a -> !a.isErased()).orElseThrow(() -> new NotFoundException("account " + id));
    }

    /**
     * The same, and nothing else is done in this account's name before this transaction ends: of two forms sent at once,
     * or of a form and the account's end, the second sees what the first did.
     */
    public Account hold(long id) {
        return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(a -> !a.isErased())
                .orElseThrow(() -> new NotFoundException("account " + id));
    }

    Optional<Account> find(Pseudonym pseudonym) {
        return em.createQuery("select a from Account a where a.pseudonymKey = :key", Account.class)
                .setParameter("key", pseudonym.key())
                .getResultStream()
                .findFirst();
    }

    boolean isTaken(String key) {
        return !em.createQuery("select a.id from Account a where a.pseudonymKey = :key", Long.class)
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
    }

    Optional<Account> findIdentity(String hash) {
        return em.createQuery("select a from Account a where a.identityHash = :hash", Account.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** With its account, in one query. */
    Optional<SignIn> findSignIn(String tokenHash, Instant now) {
        return em.createQuery(
                        "select s from SignIn s join fetch s.account where s.tokenHash = :hash and s.expiresAt > :now",
                        SignIn.class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    void endSignIn(String tokenHash) {
        em.createQuery("delete from SignIn s where s.tokenHash = :hash")
                .setParameter("hash", tokenHash)
                .executeUpdate();
    }

    void endSignInsOf(Account account) {
        em.createQuery("delete from SignIn s where s.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /** Where the account is signed in now, the newest first. */
    List<SignIn> signInsOf(Account account, Instant now) {
        return em.createQuery(
                        "select s from SignIn s where s.account = :account and s.expiresAt > :now order by s.id desc",
                        SignIn.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultList();
    }

    /** Of two administrators who act at once, the second waits and sees what the first has done. */
    public void holdAdministrators() {
        em.createQuery(
                        "select a from Account a where a.id in (select b.id from Account b where :role member of b.roles)"
                                + " order by a.id",
                        Account.class)
                .setParameter("role", SiteRole.ADMINISTRATOR)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** A link that is under way leads nowhere any more. */
    void forgetRecoveryOf(Account account) {
        em.createQuery("delete from Recovery r where r.account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /** What belongs to an account alone and goes with it. */
    void eraseWhatIsAbout(Account account) {
        for (String delete : List.of(
                "delete from Sanction s where s.account = :account",
                "delete from MemberNote n where n.account = :account",
                "delete from Invitation i where i.invitedBy = :account",
                "delete from Recovery r where r.account = :account")) {
            em.createQuery(delete).setParameter("account", account).executeUpdate();
        }
    }

    void endExpired(Instant now) {
        em.createQuery("delete from SignIn s where s.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
        em.createQuery("delete from Invitation i where i.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    Optional<Invitation> findInvitation(String secretHash) {
        return em.createQuery("select i from Invitation i where i.secretHash = :hash", Invitation.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst();
    }

    /** Uses it up. Whether it was still there: of two who use it at once, one succeeds. */
    boolean use(String secretHash) {
        return em.createQuery("delete from Invitation i where i.secretHash = :hash")
                        .setParameter("hash", secretHash)
                        .executeUpdate()
                == 1;
    }

    long countOf(SiteRole role) {
        return em.createQuery("select count(a) from Account a where :role member of a.roles", Long.class)
                .setParameter("role", role)
                .getSingleResult();
    }

    /** Those whose pseudonym begins like this, the newest first; all for an empty text. */
    List<Account> search(String beginning, long before, int limit) {
        return em.createQuery(
                        "select a from Account a where a.erasedAt is null and a.guest = false and a.id < :before"
                                + " and lower(a.pseudonym) like :beginning escape '!' order by a.id desc",
                        Account.class)
                .setParameter("before", before)
                .setParameter("beginning", beginning.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those that have not ended, with who made them, the newest first. */
    List<Invitation> openInvitations(Instant now) {
        return em.createQuery(
                        "select i from Invitation i join fetch i.invitedBy where i.expiresAt > :now order by i.id desc",
                        Invitation.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Whether it was still there. */
    boolean revoke(long invitation) {
        return em.createQuery("delete from Invitation i where i.id = :id")
                        .setParameter("id", invitation)
                        .executeUpdate()
                == 1;
    }

    long count() {
        return em.createQuery("select count(a) from Account a where a.erasedAt is null and a.guest = false", Long.class)
                .getSingleResult();
    }

    Optional<SiteSetting> findSetting(String name) {
        return Optional.ofNullable(em.find(SiteSetting.class, name));
    }

    void add(SiteSetting setting) {
        em.persist(setting);
    }
}
