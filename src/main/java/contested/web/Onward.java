package contested.web;

import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where somebody wanted to go before they had to sign in, as the address of the sign-in carries it. */
@Named
@RequestScoped
public class Onward {

    /** The question from which somebody came, and to which they go back. */
    static final String NEXT = "next";

    /** The question under which somebody wanted to write. */
    static final String WRITE = "write";

    @Inject
    private Address address;

    @Inject
    private Links links;

    /** The address of the sign-in for somebody who asked for that page without being signed in. */
    String through(Route.Match wanted, Map<String, String> parameters) {
        if (wanted.route() != Route.COMMENT || wanted.slug() == null) {
            return links.getSignIn();
        }
        Map<String, String> all = new TreeMap<>(parameters);
        all.keySet().retainAll(Route.SIGN_IN.parameters());
        all.put(WRITE, wanted.slug().value());
        return links.to(Route.SIGN_IN, "", all);
    }

    /** Where they are led once signed in: to what they wanted, else to their account. */
    String next() {
        Optional<Slug> written = address.parameter(WRITE, Slug::parse);
        return written.map(question -> links.to(Route.COMMENT, question.value(), wanted()))
                .or(() -> address.parameter(NEXT, Slug::parse).map(links::question))
                .orElseGet(links::getMe);
    }

    /** What the form was to begin with. */
    private Map<String, String> wanted() {
        Map<String, String> all = new TreeMap<>();
        carry(CommentPage.REPLY, all);
        carry(CommentPage.CITE, all);
        carry(CommentPage.EDIT, all);
        return all;
    }

    private void carry(String name, Map<String, String> all) {
        address.parameter(name, Slug::parse).ifPresent(slug -> all.put(name, slug.value()));
    }

    private Map<String, String> carried() {
        Map<String, String> all = wanted();
        carry(NEXT, all);
        carry(WRITE, all);
        return all;
    }

    /** From the sign-in to a new account, and on from there. */
    public String getSignUp() {
        return links.to(Route.SIGN_UP, "", carried());
    }

    /** From the form for a new account to the sign-in, and on from there. */
    public String getSignIn() {
        return links.to(Route.SIGN_IN, "", carried());
    }

    /** From the sign-in or the form for a new account to the identity provider, and on from there. */
    public String getProvider() {
        Map<String, String> all = carried();
        address.parameter(ProviderDoor.INVITATION, Optional::of)
                .ifPresent(secret -> all.put(ProviderDoor.INVITATION, secret));
        return links.to(Route.SIGN_IN_PROVIDER, "", all);
    }
}
