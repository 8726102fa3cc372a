package contested.web;

import contested.account.AccountService;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** {@code /sign-in}: back into one's account. */
@Named
@RequestScoped
public class SignInPage implements FormPage {

    /** The question from which somebody came here, and to which they go back. */
    private static final String NEXT = "next";

    @Inject
    private AccountService accounts;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Browsing browsing;

    @Override
    public String submit() {
        String token = accounts.signIn(form.value("pseudonym"), form.value("passphrase"))
                .orElseThrow(() -> new UserFacingException("", "sign-in.wrong"));
        browsing.signedIn(token);
        return next().map(links::question).orElseGet(links::getMe);
    }

    private Optional<Slug> next() {
        return address.parameter(NEXT, Slug::parse);
    }

    public boolean isSignUpOpen() {
        return accounts.isSignUpOpenTo(null);
    }
}
