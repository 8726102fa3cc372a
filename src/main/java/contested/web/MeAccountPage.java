package contested.web;

import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.Digest;
import contested.account.Passphrases;
import contested.account.Proof;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /me/account}: passphrase, e-mail address, and where one is signed in. */
@Named
@RequestScoped
public class MeAccountPage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    private @Nullable Account account;

    @PostConstruct
    void admit() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
    }

    @Override
    public String submit() {
        switch (form.value("do")) {
            case "passphrase" -> {
                accounts.changePassphrase(
                        visitor.actor(), form.value("present"), form.value(AccountService.NEW_PASSPHRASE));
                outcome.signedOut();
                return links.getSignIn();
            }
            case "email" -> accounts.changeEmail(visitor.actor(), proof(form, visitor), form.value("email"));
            case "digest" -> accounts.chooseDigest(visitor.actor(), chosenDigest(), address.getLanguage());
            case "everywhere" -> {
                accounts.signOutEverywhere(visitor.actor());
                outcome.signedOut();
                return links.getHome();
            }
            default -> throw new UserFacingException("", "form.foreign");
        }
        return links.getMyAccount();
    }

    private Digest chosenDigest() {
        return Stream.of(Digest.values())
                .filter(d -> links.isMailed() && d.name().equals(form.value("digest")))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    public List<Digest> getDigests() {
        return List.of(Digest.values());
    }

    /** Whether that choice is the one in the form. */
    public boolean isChosen(Digest digest) {
        return form.has("do", "digest")
                ? digest.name().equals(form.value("digest"))
                : getAccount().digest() == digest;
    }

    static Proof proof(Form form, Visitor visitor) {
        return new Proof(form.value(Passphrases.FIELD), visitor.token().orElse(""));
    }

    public Account getAccount() {
        if (account == null) {
            account = accounts.own(visitor.actor());
        }
        return Objects.requireNonNull(account);
    }

    /** In how many browsers this person is signed in, this one included. */
    public int getSignIns() {
        return accounts.signIns(visitor.actor()).size();
    }

    public String getEmail() {
        return getAccount().email().orElse("");
    }

    /** Whether that form of the page was sent, so that only there is said what is wrong. */
    public boolean isSent(String act) {
        return form.has("do", act);
    }
}
