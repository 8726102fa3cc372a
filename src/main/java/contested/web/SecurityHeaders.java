package contested.web;

import jakarta.servlet.http.HttpServletResponse;

/** What each answer tells the browser not to do. */
final class SecurityHeaders {

    /** Nothing inline, nothing from elsewhere, no frame around us. Source: CSP Level 3. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Which page somebody read here is no business of the site they go to next.
        // With no-referrer a browser calls the origin of our own forms null. To others it says nothing either way.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
    }
}
