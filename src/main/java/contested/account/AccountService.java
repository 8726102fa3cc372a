package contested.account;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.SiteRole;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing up, in and out, and what becomes of an account. */
@ApplicationScoped
@Transactional
public class AccountService {

    /** Accounts on one page of the administrator's list. */
    public static final int PAGE = 50;

    private static final String SIGN_UP = "sign-up";
    /** The field of the form in which another passphrase is typed. */
    public static final String NEW_PASSPHRASE = "new-passphrase";

    private static final int MAX_EMAIL_CHARS = 200;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Passphrases passphrases;

    @Inject
    private SignInBrake brake;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountErased> erased;

    @Inject
    private Event<SignedIn> signedIn;

    /**
     * What somebody types to make an account.
     *
     * @param invitation the secret of an invitation; null without one
     * @param email      for getting back in; empty for none
     */
    public record SignUp(String pseudonym, String passphrase, String email, @Nullable String invitation) {}

    /**
     * Makes an account and signs it in.
     *
     * @return the token for the browser's cookie
     * @throws UserFacingException When a field cannot be as it was typed, or sign-up is not open to this person.
     */
    public String signUp(SignUp typed) {
        requireOpen(typed.invitation());
        Account account = create(typed, plain(typed.pseudonym()));
        useUp(typed.invitation());
        return signIn(account);
    }

    private void useUp(@Nullable String invitation) {
        if (invitation != null && mode() == SignUpMode.INVITED && !accounts.use(Secrets.hash(invitation))) {
            throw new UserFacingException("", "account.invitation.used");
        }
    }

    /**
     * Makes an account for somebody whom the operator's identity provider knows, and signs it in. All that is taken from
     * there is that it is the same person next time.
     *
     * @param identity   see {@link IdentityProvider#identify}
     * @param invitation the secret of an invitation; null without one
     * @throws UserFacingException When the pseudonym cannot be, or sign-up is not open to this person.
     */
    public String signUpAs(String identity, String pseudonym, @Nullable String invitation) {
        Optional<String> again = signInAs(identity);
        if (again.isPresent()) {
            // The form was sent twice.
            return again.get();
        }
        requireOpen(invitation);
        Account account = Account.known(plain(pseudonym), identity, clock.instant());
        accounts.add(account);
        useUp(invitation);
        return signIn(account);
    }

    /** Signs in whom the operator's identity provider has recognised. Empty where they have no account yet. */
    public Optional<String> signInAs(String identity) {
        return accounts.findIdentity(identity).map(this::signIn);
    }

    /** A free one that pretends no office; whoever sets the portal up may be called as they are. */
    private Pseudonym plain(String typed) {
        Pseudonym pseudonym = free(typed);
        if (pseudonym.pretendsOffice()) {
            throw new UserFacingException(Pseudonym.FIELD, "account.pseudonym.office");
        }
        return pseudonym;
    }

    private Pseudonym free(String typed) {
        Pseudonym pseudonym = Pseudonym.of(typed);
        if (accounts.find(pseudonym).isPresent()) {
            throw new UserFacingException(Pseudonym.FIELD, "account.pseudonym.taken");
        }
        return pseudonym;
    }

    /**
     * Makes an account for somebody who joins a workshop.
     *
     * @param realm what keeps the pseudonyms of one workshop apart from all others
     * @throws UserFacingException When the pseudonym cannot be, pretends an office, or is another's there.
     */
    public Account admitGuest(String realm, String typed) {
        Pseudonym pseudonym = Pseudonym.of(typed);
        if (pseudonym.pretendsOffice()) {
            throw new UserFacingException(Pseudonym.FIELD, "account.pseudonym.office");
        }
        if (!isFreeForGuest(realm, pseudonym)) {
            throw new UserFacingException(Pseudonym.FIELD, "account.pseudonym.taken");
        }
        Account guest = Account.guest(pseudonym, guestKey(realm, pseudonym), clock.instant());
        accounts.add(guest);
        return guest;
    }

    /** Somebody with an account of their own, by the pseudonym that somebody else typed; empty where there is none. */
    public Optional<Account> findMember(String typed) {
        return named(typed).flatMap(accounts::find).filter(account -> !account.isGuest());
    }

    /** Whether nobody there is called so, or almost so. */
    public boolean isFreeForGuest(String realm, Pseudonym pseudonym) {
        return !accounts.isTaken(guestKey(realm, pseudonym));
    }

    /** No pseudonym has a blank in its key, so nobody else can be called so. */
    private static String guestKey(String realm, Pseudonym pseudonym) {
        return realm + " " + pseudonym.key();
    }

    /** Signs a guest in who has just joined, or come back by their phrase. @return the token for the browser's cookie */
    public String signInGuest(Account guest) {
        if (!guest.isGuest()) {
            throw new IllegalArgumentException("not a guest");
        }
        return signIn(guest);
    }

    /** Ends every sign-in of a guest's, as when a facilitator removes them. */
    public void signOutGuest(Account guest) {
        if (guest.isGuest()) {
            accounts.endSignInsOf(guest);
        }
    }

    /** Deletes accounts that were made for a workshop, once nothing refers to them; of accounts of their own it keeps off. */
    public void deleteGuests(Collection<Long> ids) {
        for (long id : ids) {
            accounts.find(id).filter(Account::isGuest).ifPresent(guest -> {
                accounts.endSignInsOf(guest);
                accounts.eraseWhatIsAbout(guest);
                accounts.remove(guest);
            });
        }
    }

    /** Makes the first administrator. The caller has checked the one-time link. @return the token for the cookie */
    public String setUp(SignUp typed) {
        if (hasAdministrator()) {
            throw new NotFoundException("set up already");
        }
        Account account = create(typed, free(typed.pseudonym()));
        account.trustAs(SiteRole.ADMINISTRATOR);
        account.trustAs(SiteRole.MODERATOR);
        return signIn(account);
    }

    public boolean hasAdministrator() {
        return accounts.countOf(SiteRole.ADMINISTRATOR) > 0;
    }

    private Account create(SignUp typed, Pseudonym pseudonym) {
        passphrases.requireAllowed(typed.passphrase(), pseudonym);
        Account account =
                new Account(pseudonym, passphrases.hash(typed.passphrase()), email(typed.email()), clock.instant());
        accounts.add(account);
        return account;
    }

    private static @Nullable String email(String typed) {
        String email = typed.strip();
        if (email.isEmpty()) {
            return null;
        }
        if (!isEmail(email)) {
            throw new UserFacingException("email", "account.email.form");
        }
        return email;
    }

    static boolean isEmail(String text) {
        return text.length() <= MAX_EMAIL_CHARS
                && text.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]+");
    }

    /** @throws UserFacingException When somebody without an invitation may not sign up, or this one is not valid. */
    private void requireOpen(@Nullable String invitation) {
        switch (mode()) {
            case OPEN -> {}
            case CLOSED -> throw new UserFacingException("", "account.sign-up.closed");
            case INVITED -> {
                if (invitation == null || !isInvited(invitation)) {
                    throw new UserFacingException("", "account.invitation.needed");
                }
            }
        }
    }

    /** Whether an account can be made now, with that invitation or without one. */
    public boolean isSignUpOpenTo(@Nullable String invitation) {
        return mode() == SignUpMode.OPEN || mode() == SignUpMode.INVITED && invitation != null && isInvited(invitation);
    }

    private boolean isInvited(String secret) {
        return accounts.findInvitation(Secrets.hash(secret))
                .filter(i -> i.isOpenAt(clock.instant()))
                .isPresent();
    }

    /**
     * Signs in. Says neither which part was wrong nor, by its time, whether there is such an account.
     *
     * @return the token for the browser's cookie; empty when name or passphrase is wrong
     * @throws UserFacingException When this name has failed too often lately and must wait.
     */
    public Optional<String> signIn(String pseudonym, String passphrase) {
        Optional<Pseudonym> name = named(pseudonym);
        String key = name.map(Pseudonym::key).orElse("");
        requireNoWait(key, "");
        Optional<Account> account = name.flatMap(accounts::find);
        boolean right =
                passphrases.matches(passphrase, account.map(Account::passphrase).orElse(null));
        if (!right) {
            brake.failed(key);
            return Optional.empty();
        }
        brake.succeeded(key);
        return account.map(this::signIn);
    }

    private static Optional<Pseudonym> named(String typed) {
        try {
            return Optional.of(Pseudonym.of(typed));
        } catch (UserFacingException e) {
            return Optional.empty();
        }
    }

    private String signIn(Account account) {
        accounts.endExpired(clock.instant());
        signedIn.fire(new SignedIn(account.id()));
        String token = Secrets.fresh();
        accounts.add(new SignIn(account, Secrets.hash(token), Secrets.fresh(), clock.instant()));
        return token;
    }

    /** Who holds that token; empty when it is none, has ended, or the account is gone. One query. */
    public Optional<Visit> visit(String token) {
        return accounts.findSignIn(Secrets.hash(token), clock.instant())
                .filter(s -> !s.account().isErased())
                .map(s -> new Visit(
                        s.account().actor(),
                        s.account().pseudonym().orElse(""),
                        s.account().mark(),
                        s.formToken(),
                        s.expiresAt()));
    }

    /** Lets the sign-in last its full time again from now on. */
    public void extend(String token) {
        accounts.findSignIn(Secrets.hash(token), clock.instant()).ifPresent(s -> s.extend(clock.instant()));
    }

    public void signOut(String token) {
        accounts.endSignIn(Secrets.hash(token));
    }

    /** Ends every sign-in of the actor's, in this browser too. */
    public void signOutEverywhere(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        accounts.endSignInsOf(accounts.get(actor.id()));
    }

    /** @throws UserFacingException When the present passphrase is wrong, or the new one is not allowed. */
    public void changePassphrase(Actor actor, String present, String wanted) {
        Permission.OWN_ACCOUNT.require(actor);
        Account account = accounts.get(actor.id());
        if (!account.hasPassphrase()) {
            throw new NotFoundException("no passphrase to change");
        }
        requirePassphrase(account, present, "present");
        passphrases.requireAllowed(wanted, Pseudonym.of(account.pseudonym().orElse("")), NEW_PASSPHRASE);
        account.changePassphrase(passphrases.hash(wanted));
        accounts.endSignInsOf(account);
        accounts.forgetRecoveryOf(account);
    }

    /**
     * Erases the actor's account for good and ends all its sign-ins.
     *
     * @param eraseTexts whether what they wrote goes too; else it stays without a name
     * @throws UserFacingException When the proof does not hold, or the last administrator would be gone.
     */
    public void erase(Actor actor, Proof proof, boolean eraseTexts) {
        Permission.OWN_ACCOUNT.require(actor);
        if (actor.is(SiteRole.ADMINISTRATOR)) {
            accounts.holdAdministrators();
        }
        Account account = accounts.hold(actor.id());
        requireOwner(account, proof);
        if (account.is(SiteRole.ADMINISTRATOR) && accounts.countOf(SiteRole.ADMINISTRATOR) == 1) {
            throw new UserFacingException("", "me.delete.last");
        }
        accounts.endSignInsOf(account);
        accounts.eraseWhatIsAbout(account);
        account.erase(clock.instant());
        erased.fire(new AccountErased(actor.id(), eraseTexts));
    }

    /** Keeps, changes or, with an empty text, forgets the actor's e-mail address. */
    public void changeEmail(Actor actor, Proof proof, String email) {
        Permission.OWN_ACCOUNT.require(actor);
        Account account = accounts.hold(actor.id());
        if (account.isGuest()) {
            throw new NotFoundException("guests give nothing but a pseudonym");
        }
        String wanted = email(email);
        requireOwner(account, proof);
        account.changeEmail(wanted);
        accounts.forgetRecoveryOf(account);
    }

    /**
     * Has news mailed to the actor from time to time, or not any more.
     *
     * @throws UserFacingException When there is no address to mail it to.
     */
    public void chooseDigest(Actor actor, Digest digest, Language language) {
        Permission.OWN_ACCOUNT.require(actor);
        Account account = accounts.hold(actor.id());
        if (digest != Digest.OFF && account.email().isEmpty()) {
            throw new UserFacingException("digest", "me.digest.no-address");
        }
        account.chooseDigest(digest, language, clock.instant());
    }

    /** @throws UserFacingException When the proof does not hold, or was tried too often. */
    private void requireOwner(Account account, Proof proof) {
        if (account.isGuest()) {
            // There is nothing else that a guest could prove it with.
            return;
        }
        if (!account.hasPassphrase()) {
            boolean fresh = accounts.findSignIn(Secrets.hash(proof.token()), clock.instant())
                    .filter(s -> s.account().equals(account) && s.isFreshAt(clock.instant()))
                    .isPresent();
            if (!fresh) {
                throw new UserFacingException("", "account.proof.stale", SignIn.FRESH.toMinutes());
            }
            return;
        }
        requirePassphrase(account, proof.passphrase(), Passphrases.FIELD);
    }

    /** Guessing in an open browser is slowed down as at the sign-in. */
    private void requirePassphrase(Account account, String typed, String field) {
        String key = "proof " + account.id();
        requireNoWait(key, field);
        if (!passphrases.matches(typed, account.passphrase())) {
            brake.failed(key);
            throw new UserFacingException(field, "account.passphrase.wrong");
        }
        brake.succeeded(key);
    }

    private void requireNoWait(String key, String field) {
        Duration wait = brake.waitOf(key);
        if (!wait.isZero()) {
            throw new UserFacingException(field, "account.sign-in.wait", Math.max(1, wait.toSeconds() + 1));
        }
    }

    /** Where the actor is signed in now, the newest first. */
    public List<SignIn> signIns(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return accounts.signInsOf(accounts.get(actor.id()), clock.instant());
    }

    /** What the portal knows of the actor. */
    public Account own(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return accounts.get(actor.id());
    }

    /**
     * A page of the accounts whose pseudonym begins like this, the newest first; of all for an empty text.
     *
     * @param before the id of the last one on the page before, or {@link Long#MAX_VALUE}
     */
    public List<Account> search(Actor actor, String beginning, long before) {
        Permission.ADMINISTER.require(actor);
        return accounts.search(beginning.strip(), before, PAGE);
    }

    /** How many accounts stand. */
    public long count(Actor actor) {
        Permission.ADMINISTER.require(actor);
        return accounts.count();
    }

    /** Gives or takes a role. @throws UserFacingException When the last administrator would be gone. */
    public void trust(Actor actor, long account, SiteRole role, boolean trusted) {
        Permission.ADMINISTER.require(actor);
        Account other = accounts.get(account);
        if (other.isGuest()) {
            throw new NotFoundException("guests have no roles");
        }
        if (trusted) {
            other.trustAs(role);
            return;
        }
        if (role == SiteRole.ADMINISTRATOR && other.is(role) && accounts.countOf(role) == 1) {
            throw new UserFacingException("role", "account.role.last");
        }
        other.trustNoLongerAs(role);
    }

    /** The secret of a new invitation, shown once. */
    public String invite(Actor actor) {
        Permission.ADMINISTER.require(actor);
        String secret = Secrets.freshForAddress();
        accounts.add(new Invitation(Secrets.hash(secret), accounts.get(actor.id()), clock.instant()));
        return secret;
    }

    /** Those that can still be used, the newest first. */
    public List<Invitation> invitations(Actor actor) {
        Permission.ADMINISTER.require(actor);
        return accounts.openInvitations(clock.instant());
    }

    /** Takes an invitation back. @throws UserFacingException When it was used or has ended meanwhile. */
    public void revoke(Actor actor, long invitation) {
        Permission.ADMINISTER.require(actor);
        if (!accounts.revoke(invitation)) {
            throw new UserFacingException("", "account.invitation.gone");
        }
    }

    /** Who may make an account; open until an administrator decides otherwise. */
    public SignUpMode mode() {
        return accounts.findSetting(SIGN_UP)
                .map(s -> SignUpMode.valueOf(s.value()))
                .orElse(SignUpMode.OPEN);
    }

    public void openSignUpTo(Actor actor, SignUpMode mode) {
        Permission.ADMINISTER.require(actor);
        accounts.findSetting(SIGN_UP)
                .ifPresentOrElse(s -> s.decide(mode.name()), () -> accounts.add(new SiteSetting(SIGN_UP, mode.name())));
    }
}
