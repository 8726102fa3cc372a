package contested.web;

import contested.account.AccountService;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** {@code /sign-in}: back into one's account. */
@Named
@RequestScoped
public class SignInPage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private Form form;

    @Inject
    private Onward onward;

    @Inject
    private Browsing browsing;

    @Inject
    private Visitor visitor;

    @Inject
    private Carried carried;

    @Override
    public @Nullable String submit() {
        String token = accounts.signIn(form.value("pseudonym"), form.value("passphrase"))
                .orElseThrow(() -> new UserFacingException("", "sign-in.wrong"));
        browsing.signedIn(token);
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
}
