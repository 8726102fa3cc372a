package contested.web;

import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before they had to sign in, as the address of the sign-in carries it. */
@Named
@RequestScoped
public class Onward {

    /** The question from which somebody came, and to which they go back. */
    static final String NEXT = "next";

    /** The question under which somebody wanted to write. */
    static final String WRITE = "write";

    /** The comment that somebody wanted to report. */
    static final String REPORT = "report";

    /** The workshop into which somebody wanted. */
    static final String WORKSHOP = "workshop";

    private static final List<String> COMPOSER =
            List.of(CommentPage.REPLY, CommentPage.CITE, CommentPage.EDIT, Address.GROUP);

    @Inject
    private Address address;

    @Inject
    private Links links;

    private Route.@Nullable Match instead;

    /**
     * The address of the door for somebody who asked for that page without being signed in: of the sign-in, or, since most
     * who are in a workshop have nothing to sign in with, of where it is joined.
     */
    String through(Route.Match wanted, Map<String, String> parameters) {
        Slug workshop = wanted.workshop();
        if (workshop != null) {
            return links.to(Route.JOIN, "", Map.of(WORKSHOP, workshop.value()));
        }
        return links.to(Route.SIGN_IN, "", parametersFor(wanted, parameters));
    }

    /** Shows the sign-in, or where one comes back into a workshop, in the place of that page. */
    Route.Match door(Route.Match wanted, Map<String, String> parameters) {
        Route door = wanted.workshop() == null ? Route.SIGN_IN : Route.JOIN;
        address.enter(door, null, parametersFor(wanted, parameters));
        return new Route.Match(door, null);
    }

    private static Map<String, String> parametersFor(Route.Match wanted, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>();
        if (wanted.slug() == null) {
            return all;
        }
        if (wanted.route() == Route.COMMENT || wanted.route() == Route.WORKSHOP_COMMENT) {
            all.putAll(parameters);
            all.keySet().retainAll(COMPOSER);
            all.put(WRITE, wanted.slug().value());
            Slug workshop = wanted.workshop();
            if (workshop != null) {
                all.put(WORKSHOP, workshop.value());
            }
        } else if (wanted.route() == Route.REPORT && parameters.containsKey(ThreadPart.COMMENT)) {
            all.put(REPORT, parameters.get(ThreadPart.COMMENT));
            all.put(NEXT, wanted.slug().value());
        }
        return all;
    }

    /** Where they are led once signed in: to what they wanted, else to their account. */
    String next() {
        Optional<Slug> question = address.parameter(NEXT, Slug::parse);
        Optional<Slug> reported = address.parameter(REPORT, Slug::parse);
        return address.parameter(WRITE, Slug::parse)
                .map(written -> links.to(Route.COMMENT, written.value(), wanted()))
                .or(() -> question.flatMap(q -> reported.map(comment -> links.report(q, comment))))
                .or(() -> question.map(links::question))
                .or(() -> address.parameter(WORKSHOP, Slug::parse).map(links::workshop))
                .orElseGet(links::getMe);
    }

    /** Shows the form for a comment in the place of this page, and no address in between. */
    void goOn() {
        Slug question = address.parameter(WRITE, Slug::parse).orElseThrow();
        Slug workshop = address.parameter(WORKSHOP, Slug::parse).orElse(null);
        Route.Match form =
                new Route.Match(workshop == null ? Route.COMMENT : Route.WORKSHOP_COMMENT, workshop, question);
        Map<String, String> wanted = wanted();
        instead = form;
        address.enter(form, wanted);
    }

    /** The page to show in the place of the one that was asked. */
    Route.Match shownFor(Route.Match asked) {
        return instead == null ? asked : instead;
    }

    /** What the form was to begin with. */
    private Map<String, String> wanted() {
        Map<String, String> all = new TreeMap<>();
        COMPOSER.forEach(name -> carry(name, all));
        return all;
    }

    private void carry(String name, Map<String, String> all) {
        address.parameter(name, Slug::parse).ifPresent(slug -> all.put(name, slug.value()));
    }

    private Map<String, String> carried() {
        Map<String, String> all = wanted();
        carry(NEXT, all);
        carry(WRITE, all);
        carry(REPORT, all);
        carry(WORKSHOP, all);
        return all;
    }

    /** Back into a workshop, and on from there. */
    public String getJoin() {
        return links.to(Route.JOIN, "", carried());
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
