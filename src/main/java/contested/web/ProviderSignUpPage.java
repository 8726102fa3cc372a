package contested.web;

import contested.account.AccountService;
import contested.account.Pseudonym;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /sign-up/provider}: a pseudonym for somebody whom the identity provider has recognised; nothing else is asked. */
@Named
@RequestScoped
public class ProviderSignUpPage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private Newcomer newcomer;

    @Inject
    private Form form;

    @Inject
    private SignInOutcome outcome;

    @Override
    public String submit() {
        Newcomer.Recognised who =
                newcomer.recognised().orElseThrow(() -> new UserFacingException("", "provider.failed.stale"));
        outcome.signedIn(accounts.signUpAs(who.identity(), form.value(Pseudonym.FIELD), who.invitation()));
        newcomer.settle();
        return who.next();
    }

    /** Whether somebody was recognised a few minutes ago. */
    public boolean isRecognised() {
        return newcomer.recognised().isPresent();
    }

    public boolean isOpen() {
        return newcomer.recognised()
                .filter(who -> accounts.isSignUpOpenTo(who.invitation()))
                .isPresent();
    }
}
