package contested.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the answer to this request tells the browser to keep: a sign-in, or none any more. */
@RequestScoped
public class SignInOutcome {

    @Inject
    private Visitor visitor;

    private @Nullable String token;
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

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    boolean isOver() {
        return over;
    }
}
