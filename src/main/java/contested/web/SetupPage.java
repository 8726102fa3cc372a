package contested.web;

import contested.account.AccountService;
import contested.operation.SetupKey;
import contested.shared.NotFoundException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** {@code /setup}: the first administrator, by the one-time link that the first start prints. */
@Named
@RequestScoped
public class SetupPage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private SetupKey setup;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    /** Without the key there is no such page. */
    @PostConstruct
    void check() {
        if (accounts.hasAdministrator() || !setup.opensWith(getKey())) {
            throw new NotFoundException("no set-up");
        }
    }

    @Override
    public String submit() {
        outcome.signedIn(accounts.setUp(SignUpPage.typed(form, null)));
        setup.close();
        return links.getAdmin();
    }

    public String getKey() {
        return address.parameter("key", Optional::of).orElse("");
    }
}
