package contested.web;

import contested.account.AccountService;
import contested.account.IdentityProvider;
import contested.account.ProviderException;
import contested.account.ProviderException.Reason;
import contested.account.ProviderSettings;
import contested.account.SignInAttempt;
import contested.operation.Settings;
import contested.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Where people leave for the operator's identity provider and where they come back. Without such a setting there is no
 * such address. What must be known in between lies sealed in the browser's own cookie.
 */
@ApplicationScoped
public class ProviderDoor {

    static final String INVITATION = "invitation";

    private static final String ATTEMPT_COOKIE = "contested-way";
    private static final String NEWCOMER_COOKIE = "contested-new";

    /** More than any provider sends. */
    private static final int MAX_ANSWER_CHARS = 4_000;

    private static final Logger LOG = Logger.getLogger(ProviderDoor.class);

    @Inject
    private IdentityProvider provider;

    @Inject
    private AccountService accounts;

    @Inject
    private Settings settings;

    @Inject
    private Address address;

    @Inject
    private Onward onward;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    @Inject
    private SignInCookie cookies;

    @Inject
    private Newcomer newcomer;

    @Inject
    private Clock clock;

    private ProviderSettings configured() {
        return settings.identityProvider().orElseThrow(() -> new NotFoundException("no identity provider"));
    }

    private SealedCookie attempts() {
        return new SealedCookie(ATTEMPT_COOKIE, configured(), clock);
    }

    private SealedCookie newcomers() {
        return new SealedCookie(NEWCOMER_COOKIE, configured(), clock);
    }

    /** {@code /sign-in/provider}: off to the provider. */
    void leave(HttpServletResponse response) {
        ProviderSettings configured = configured();
        SignInAttempt attempt = provider.attempt();
        try {
            URI there = provider.address(configured, attempt);
            Map<String, String> content = new HashMap<>();
            content.put("state", attempt.state());
            content.put("nonce", attempt.nonce());
            content.put("verifier", attempt.verifier());
            content.put("next", onward.next());
            address.parameter(INVITATION, Optional::of).ifPresent(secret -> content.put(INVITATION, secret));
            attempts().set(response, content);
            FormDoor.redirect(response, there.toString());
        } catch (ProviderException e) {
            fail(response, e);
        }
    }

    /** {@code /sign-in/answer}: back from the provider. */
    void arrive(HttpServletRequest request, HttpServletResponse response) {
        ProviderSettings configured = configured();
        Optional<Map<String, String>> carried = attempts().read(request);
        // One answer for each attempt, whatever comes of it.
        attempts().clear(response);
        try {
            Map<String, String> content =
                    carried.orElseThrow(() -> new ProviderException(Reason.STALE, "no attempt in this browser"));
            SignInAttempt attempt =
                    new SignInAttempt(content.get("state"), content.get("nonce"), content.get("verifier"));
            String identity = provider.identify(configured, attempt, answer(request, configured));
            admit(identity, content, response);
        } catch (ProviderException e) {
            fail(response, e);
        }
    }

    private static URI answer(HttpServletRequest request, ProviderSettings configured) throws ProviderException {
        String query = request.getQueryString();
        if (query == null || query.length() > MAX_ANSWER_CHARS) {
            throw new ProviderException(Reason.INVALID, "no answer");
        }
        try {
            return URI.create(configured.answersAt() + "?" + query);
        } catch (IllegalArgumentException e) {
            throw new ProviderException(Reason.INVALID, "no answer");
        }
    }

    private void admit(String identity, Map<String, String> content, HttpServletResponse response) {
        Optional<String> token = accounts.signInAs(identity);
        if (token.isPresent()) {
            outcome.signedIn(token.get());
            cookies.write(response);
            FormDoor.redirect(response, content.get("next"));
            return;
        }
        Map<String, String> kept = new HashMap<>(content);
        kept.keySet().retainAll(java.util.Set.of("next", INVITATION));
        kept.put("identity", identity);
        newcomers().set(response, kept);
        FormDoor.redirect(response, links.getProviderSignUp());
    }

    private void fail(HttpServletResponse response, ProviderException e) {
        // The reason and no more: what came from elsewhere may hold a name.
        LOG.warn("signing in through the identity provider failed: " + e.reason()
                + (e.getCause() == null ? "" : ", " + e.getCause().getClass().getSimpleName()));
        FormDoor.redirect(
                response,
                links.to(
                        Route.SIGN_IN,
                        "",
                        Map.of(SignInPage.FAILED, e.reason().name().toLowerCase(Locale.ROOT))));
    }

    /** {@code /sign-up/provider}: finds out who it is that has no pseudonym yet. */
    void recognise(HttpServletRequest request) {
        newcomers()
                .read(request)
                .ifPresent(content -> newcomer.recognise(new Newcomer.Recognised(
                        content.get("identity"), content.get("next"), content.get(INVITATION))));
    }

    /** Tells the browser to forget what is settled. */
    void write(HttpServletResponse response) {
        if (newcomer.isSettled()) {
            newcomers().clear(response);
        }
    }
}
