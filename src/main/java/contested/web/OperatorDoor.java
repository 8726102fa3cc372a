package contested.web;

import contested.operation.OperatorAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/**
 * Lets operators' commands in: a post from this very machine, not through a proxy, with the key of the data folder. To
 * everybody else their addresses are addresses of nothing.
 */
@ApplicationScoped
public class OperatorDoor {

    private static final String SCHEME = "Bearer ";

    @Inject
    private OperatorAccess operators;

    boolean admits(HttpServletRequest request) {
        String given = request.getHeader("Authorization");
        return request.getMethod().equals("POST")
                && isLoopback(request.getRemoteAddr())
                && !isForwarded(request)
                && given != null
                && given.startsWith(SCHEME)
                && operators.opensWith(given.substring(SCHEME.length()));
    }

    /** By the address alone: nothing is looked up. */
    static boolean isLoopback(String address) {
        return address.matches("127(\\.[0-9]{1,3}){3}") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** A reverse proxy on this machine speaks from loopback too, for whoever speaks to it. */
    private static boolean isForwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("forwarded")
                        || name.equals("via")
                        || name.equals("x-real-ip")
                        || name.startsWith("x-forwarded"));
    }
}
