package contested.web;

import contested.account.AccountService;
import contested.account.SignIn;
import contested.operation.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cookie by which a browser shows that somebody is signed in. Nobody else gets one. */
@ApplicationScoped
public class SignInCookie {

    private static final String NAME = "contested";
    private static final int MAX_TOKEN_CHARS = 100;

    @Inject
    private AccountService accounts;

    @Inject
    private Visitor visitor;

    @Inject
    private SignInOutcome outcome;

    @Inject
    private Settings settings;

    /** Finds out who asks. */
    void read(HttpServletRequest request) {
        token(request).ifPresent(token -> accounts.visit(token).ifPresent(visit -> visitor.arrive(visit, token)));
    }

    private static Optional<String> token(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(c -> c.getName().equals(NAME) && c.getValue().length() <= MAX_TOKEN_CHARS)
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Tells the browser what to keep from now on. */
    void write(HttpServletResponse response) {
        outcome.token().ifPresent(token -> set(response, token, (int) SignIn.LASTS.toSeconds()));
        if (outcome.isOver()) {
            set(response, "", 0);
        }
    }

    private void set(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        // Lax: a link from elsewhere finds the reader signed in; a form from elsewhere does not.
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(settings.publicUrl()
                .filter(url -> url.getScheme().equals("https"))
                .isPresent());
        response.addCookie(cookie);
    }
}
