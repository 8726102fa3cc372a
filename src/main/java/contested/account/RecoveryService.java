package contested.account;

import contested.shared.Language;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Getting back into an account by a mailed link. Mails are written down here and sent elsewhere, outside of transactions. */
@ApplicationScoped
@Transactional
public class RecoveryService {

    @Inject
    private RecoveryRepository recoveries;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Passphrases passphrases;

    @Inject
    private SignInBrake brake;

    @Inject
    private Clock clock;

    /**
     * A mail to be sent.
     *
     * @param token the link's secret
     */
    public record Letter(String email, String pseudonym, String token, Language language) {}

    /**
     * Writes down that a link is wanted. Says nothing of whether anybody has that address.
     *
     * @throws UserFacingException When this address was asked for too often lately.
     */
    public void ask(String typed, Language language) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        if (!AccountService.isEmail(email)) {
            throw new UserFacingException("email", "account.email.form");
        }
        String key = "recovery " + email;
        Duration wait = brake.waitOf(key);
        if (!wait.isZero()) {
            throw new UserFacingException("", "account.sign-in.wait", Math.max(1, wait.toSeconds() + 1));
        }
        brake.failed(key);
        recoveries.accountsWith(email).forEach(account -> ask(account, language));
    }

    private void ask(Account account, Language language) {
        accounts.hold(account.id());
        Optional<Recovery> before = recoveries.of(account);
        if (before.isEmpty()) {
            recoveries.add(new Recovery(account, language, clock.instant()));
        } else if (!before.get().isRecentAt(clock.instant())) {
            before.get().ask(language, clock.instant());
        }
    }

    /** Whose mail is to be sent now. Links that have had their time are forgotten. */
    public List<Long> due() {
        recoveries.forgetSentBefore(clock.instant().minus(Recovery.LASTS));
        return recoveries.due(clock.instant());
    }

    /** The mail, with a new link; empty where it is not wanted any more. */
    public Optional<Letter> prepare(long id) {
        return recoveries.find(id).filter(r -> r.account().email().isPresent()).map(r -> {
            String token = Secrets.freshForAddress();
            r.prepare(Secrets.hash(token));
            return new Letter(
                    r.account().email().orElseThrow(), r.account().pseudonym().orElse(""), token, r.language());
        });
    }

    /** The mail was handed over: the link works from now on. */
    public void sent(long id) {
        recoveries.find(id).ifPresent(r -> r.sent(clock.instant()));
    }

    /** The mail could not be handed over: it is tried again later, and in the end given up. */
    public void failed(long id) {
        recoveries.find(id).filter(r -> !r.failed(clock.instant())).ifPresent(recoveries::remove);
    }

    /** Whether that link works now. */
    public boolean isOpen(String token) {
        return open(token).isPresent();
    }

    private Optional<Recovery> open(String token) {
        return recoveries.find(Secrets.hash(token)).filter(r -> r.isOpenAt(clock.instant()));
    }

    /**
     * Sets another passphrase by that link, which works no more, and ends every sign-in.
     *
     * @throws UserFacingException When the link does not work, or the passphrase is not allowed.
     */
    public void recover(String token, String passphrase) {
        Recovery recovery = open(token).orElseThrow(() -> new UserFacingException("", "recover.over"));
        Account account = accounts.hold(recovery.account().id());
        // Of two who use it at once, the second finds it used.
        if (recoveries.find(Secrets.hash(token)).isEmpty()) {
            throw new UserFacingException("", "recover.over");
        }
        Pseudonym owner = Pseudonym.of(account.pseudonym().orElse(""));
        passphrases.requireAllowed(passphrase, owner);
        account.changePassphrase(passphrases.hash(passphrase));
        accounts.endSignInsOf(account);
        recoveries.remove(recovery);
        brake.succeeded(owner.key());
    }
}
