package contested.web;

import contested.workshop.ReturnPhrase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the answer to this request tells the browser to keep: a sign-in, with the phrase to come back by, or none any more. */
@RequestScoped
public class SignInOutcome {

    @Inject
    private Visitor visitor;

    private @Nullable String token;
    private @Nullable ReturnPhrase phrase;
    private boolean noted;
    private boolean over;

    void signedIn(String newToken) {
        token = newToken;
        over = false;
    }

    void signedOut() {
        visitor.leave();
        token = null;
        over = true;
    }

    /** The sign-in is somebody's who has just joined and must know how to come back. */
    void tell(ReturnPhrase newPhrase) {
        phrase = newPhrase;
    }

    void phraseNoted() {
        noted = true;
    }

    Optional<ReturnPhrase> phrase() {
        return Optional.ofNullable(phrase);
    }

    boolean isPhraseNoted() {
        return noted;
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    boolean isOver() {
        return over;
    }
}
