package contested.web;

import contested.operation.Settings;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where forms come in: refuses what another site has sent, lets the page act, and says where its result is seen. */
@ApplicationScoped
public class FormDoor {

    /** The field that each form of somebody signed in carries. */
    static final String TOKEN_FIELD = "form-token";

    /** The field that says whose page it was in which something was typed, see {@link Visitor#getMark}. */
    static final String AUTHOR_FIELD = "author";

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Settings settings;

    @Inject
    @Any
    private Instance<FormPage> pages;

    /**
     * Acts on a form.
     *
     * @return where its result is seen; empty when the page must be shown again, with what is wrong
     */
    Optional<String> submit(Route route, HttpServletRequest request) {
        try {
            form.take(read(request), Upload.of(request));
        } catch (UserFacingException e) {
            form.refuse(e);
            return Optional.empty();
        }
        if (!isOurs(request)) {
            refuse();
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    pages.select(Objects.requireNonNull(route.form())).get().submit());
        } catch (UserFacingException e) {
            form.refuse(e);
            return Optional.empty();
        }
    }

    /**
     * Takes what somebody typed whose sign-in has ended, without acting on it.
     *
     * @return whether it came from a page of ours, so that it may be shown to whoever typed it
     */
    boolean keep(HttpServletRequest request) {
        if (!isOfOurOrigin(request)) {
            return false;
        }
        form.take(read(request));
        return true;
    }

    /** Sent again with one click where the visitor typed it; another's words are shown to nobody else. */
    private void refuse() {
        String author = form.value(AUTHOR_FIELD);
        if (visitor.isSignedIn() && !author.equals(visitor.getMark())) {
            form.take(Map.of());
        }
        boolean others = visitor.isSignedIn() && !author.isEmpty() && !author.equals(visitor.getMark());
        form.refuse(new UserFacingException("", others ? "form.other" : "form.foreign"));
    }

    /** What the body says; what stands in the address is no answer to a form. */
    private static Map<String, String[]> read(HttpServletRequest request) {
        try {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
        return Upload.isIn(request) ? Upload.fields(request) : FormBody.of(request);
    }

    /** Source: OWASP Cross-Site Request Forgery Prevention: a token for whoever is signed in, the origin for all. */
    private boolean isOurs(HttpServletRequest request) {
        return isOfOurOrigin(request) && (!visitor.isSignedIn() || hasToken());
    }

    private boolean hasToken() {
        return MessageDigest.isEqual(
                visitor.getFormToken().getBytes(StandardCharsets.UTF_8),
                form.value(TOKEN_FIELD).getBytes(StandardCharsets.UTF_8));
    }

    /** Each browser of the last years says where a form comes from; what says nothing is no browser and has no cookie. */
    boolean isOfOurOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site == null || site.equals("same-origin") || site.equals("none");
        }
        return isPublic(origin) || isHost(origin, request);
    }

    private boolean isPublic(String origin) {
        return settings.publicUrl()
                .map(Object::toString)
                .filter(origin::equalsIgnoreCase)
                .isPresent();
    }

    /** The host that the browser itself asked; under another name than the public one the portal is reached too. */
    private static boolean isHost(String origin, HttpServletRequest request) {
        return origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    }

    /** Answers where to go: with GET, so that reloading or going back sends nothing twice. */
    static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", address);
    }
}
