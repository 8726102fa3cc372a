package contested.web;

import contested.access.Permission;
import contested.account.AccountService;
import contested.shared.UserFacingException;
import contested.workshop.JoinService;
import contested.workshop.Workshop;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /me/delete}: leaving for good, with what one wrote or without it. */
@Named
@RequestScoped
public class MeDeletePage implements FormPage {

    private static final String TEXTS = "texts";
    private static final String ERASE = "erase";
    private static final String LEAVE = "leave";

    @Inject
    private AccountService accounts;

    @Inject
    private JoinService joining;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    @PostConstruct
    void admit() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
    }

    @Override
    public String submit() {
        boolean erase = form.has(TEXTS, ERASE);
        if (!erase && !form.has(TEXTS, LEAVE)) {
            throw new UserFacingException(TEXTS, "me.delete.choose");
        }
        accounts.erase(visitor.actor(), MeAccountPage.proof(form, visitor), erase);
        outcome.signedOut();
        return links.getAccountDeleted();
    }

    /** Workshops that nobody would lead any more: they come first. */
    public List<Workshop> getLedAlone() {
        return joining.ledAlone(visitor.actor());
    }

    public boolean isPassphraseAsked() {
        return accounts.own(visitor.actor()).hasPassphrase();
    }
}
