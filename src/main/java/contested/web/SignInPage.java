package contested.web;

import contested.account.AccountService;
import contested.account.ProviderException.Reason;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /sign-in}: back into one's account. */
@Named
@RequestScoped
public class SignInPage implements FormPage {

    /** Why the identity provider led nowhere. */
    static final String FAILED = "failed";

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

    @Inject
    private Visitor visitor;

    @Inject
    private CarriedWords carried;

    @Override
    public @Nullable String submit() {
        String token = accounts.signIn(form.value("pseudonym"), form.value("passphrase"))
                .orElseThrow(() -> new UserFacingException("", "sign-in.wrong"));
        outcome.signedIn(token);
        accounts.visit(token).ifPresent(visit -> visitor.arrive(visit, token));
        if (!carried.isTypedBy(visitor)) {
            return onward.next();
        }
        carried.unpack();
        onward.goOn();
        return null;
    }

    public boolean isSignUpOpen() {
        return accounts.isSignUpOpenTo(null);
    }

    /** Key of why signing in through the identity provider came to nothing; empty where it did not. */
    public String getFailed() {
        return address.parameter(FAILED, SignInPage::reason)
                .map(reason -> "provider.failed." + reason.name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Optional<Reason> reason(String name) {
        return Stream.of(Reason.values())
                .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
