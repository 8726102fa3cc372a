package contested.web;

import contested.account.AccountService;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

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

    @Override
    public String submit() {
        String token = accounts.signIn(form.value("pseudonym"), form.value("passphrase"))
                .orElseThrow(() -> new UserFacingException("", "sign-in.wrong"));
        browsing.signedIn(token);
        return onward.next();
    }

    public boolean isSignUpOpen() {
        return accounts.isSignUpOpenTo(null);
    }
}
