package contested.web;

import contested.account.AccountService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /sign-out}: out of this browser, or out of all. */
@Named
@RequestScoped
public class SignOutPage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    @Override
    public String submit() {
        if (form.has("where", "everywhere")) {
            accounts.signOutEverywhere(visitor.actor());
        }
        visitor.token().ifPresent(accounts::signOut);
        outcome.signedOut();
        return links.getHome();
    }
}
