package contested.web;

import contested.account.SignIn;
import contested.operation.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The return phrase of whoever has just joined, in their own browser until they say that they noted it: here nobody keeps
 * it, and no address carries it. It is encrypted under the token of their sign-in, of which only a hash is here. So the
 * phrase is never shown to whoever uses that browser next, and nobody reads it once the sign-in has ended.
 */
@ApplicationScoped
public class PhraseCookie {

    private static final String NAME = "contested-phrase";
    private static final String PHRASE = "phrase";

    @Inject
    private Settings settings;

    @Inject
    private Visitor visitor;

    @Inject
    private SignInOutcome outcome;

    @Inject
    private KeptPhrase kept;

    @Inject
    private Clock clock;

    /** Finds out what is to be shown still. */
    void read(HttpServletRequest request) {
        visitor.token()
                .flatMap(token -> under(token).read(request))
                .flatMap(content -> Optional.ofNullable(content.get(PHRASE)))
                .ifPresent(kept::show);
    }

    /** Tells the browser what to keep from now on. */
    void write(HttpServletResponse response) {
        outcome.phrase().ifPresent(phrase -> under(outcome.token().orElseThrow())
                .set(response, Map.of(PHRASE, phrase.shown())));
        if (outcome.isPhraseNoted() || outcome.isOver()) {
            under("").clear(response);
        }
    }

    private SealedCookie under(String token) {
        boolean secure = settings.publicUrl()
                .filter(url -> url.getScheme().equals("https"))
                .isPresent();
        return new SealedCookie(NAME, token, secure, SignIn.LASTS, clock);
    }
}
