package contested.web;

import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /me}: one's own account. */
@Named
@RequestScoped
public class MePage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Browsing browsing;

    private Account account;

    @PostConstruct
    void load() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
        account = accounts.own(visitor.actor());
    }

    @Override
    public String submit() {
        switch (form.value("do")) {
            case "passphrase" -> {
                accounts.changePassphrase(visitor.actor(), form.value("present"), form.value("passphrase"));
                browsing.signedOut();
                return links.getSignIn();
            }
            case "extend" ->
                visitor.token().ifPresent(token -> {
                    accounts.extend(token);
                    browsing.signedIn(token);
                });
            default -> {}
        }
        return links.getMe();
    }

    public Account getAccount() {
        return account;
    }
}
