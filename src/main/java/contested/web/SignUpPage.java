package contested.web;

import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.account.Passphrases;
import contested.account.Pseudonym;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /sign-up}: a new account, with a pseudonym and a passphrase and nothing else asked. */
@Named
@RequestScoped
public class SignUpPage implements FormPage {

    private static final int MAX_INVITATION_CHARS = 80;

    @Inject
    private AccountService accounts;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Onward onward;

    @Inject
    private SignInOutcome outcome;

    @Override
    public String submit() {
        outcome.signedIn(accounts.signUp(typed(form, getInvitation())));
        return onward.next();
    }

    static SignUp typed(Form form, @Nullable String invitation) {
        return new SignUp(form.value(Pseudonym.FIELD), form.value(Passphrases.FIELD), form.value("email"), invitation);
    }

    /** The secret of the invitation by which somebody came; null without one. */
    public @Nullable String getInvitation() {
        Optional<String> carried =
                address.parameter("invitation", v -> Optional.of(v).filter(x -> x.length() <= MAX_INVITATION_CHARS));
        return form.find("invitation").or(() -> carried).orElse(null);
    }

    public boolean isOpen() {
        return accounts.isSignUpOpenTo(getInvitation());
    }

    public int getMinLength() {
        return Passphrases.MIN_LENGTH_CHARS;
    }

    public int getMaxLength() {
        return Passphrases.MAX_LENGTH_CHARS;
    }
}
