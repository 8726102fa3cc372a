package contested.web;

import contested.shared.Language;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each request comes in: finds the page of an address, answers from what is kept, and renders what is not. A page
 * for an anonymous reader has no session and no cookie.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FrontFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A parameter longer than this is no name of ours. */
    private static final int MAX_PARAMETER_CHARS = 100;

    @Inject
    private transient Address address;

    @Inject
    private transient PageCache pages;

    @Inject
    private transient ErrorAnswer errors;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.set(response);
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (path.startsWith(AssetServlet.PATH) || path.startsWith(OperatorServlet.PATH)) {
            chain.doFilter(request, response);
            return;
        }
        chooseLanguage(request);
        Optional<Route.Match> match = request.getRequestURI().indexOf(';') < 0 ? Route.match(path) : Optional.empty();
        if (match.isEmpty()) {
            errors.send(HttpServletResponse.SC_NOT_FOUND, request, response);
        } else if (!isReading(request)) {
            response.setHeader("Allow", "GET, HEAD");
            errors.send(HttpServletResponse.SC_METHOD_NOT_ALLOWED, request, response);
        } else {
            answer(match.get(), request, response);
        }
    }

    private void answer(Route.Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, String> parameters = knownParameters(match.route(), request);
        address.enter(match.route(), match.slug(), parameters);
        PageCache.Key key = pages.key(match, parameters, address.getLanguage(), address.isLanguageChosen());
        if (key.etag().equals(request.getHeader("If-None-Match"))) {
            KeptPage.describe(response, key.etag(), address.getLanguage());
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        KeptPage page = pages.find(key);
        if (page == null) {
            page = render(match, request, response);
            if (page == null) {
                return;
            }
            pages.keep(key, page);
        }
        page.send(request, response, key.etag(), address.getLanguage());
    }

    private @Nullable KeptPage render(Route.Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CapturedResponse captured = new CapturedResponse(response);
        try {
            request.getRequestDispatcher(match.route().view()).forward(new ReadingRequest(request), captured);
            return captured.page();
        } catch (ServletException | RuntimeException e) {
            errors.sendFor(e, request, response);
            return null;
        }
    }

    private void chooseLanguage(HttpServletRequest request) {
        Optional<Language> chosen = Optional.ofNullable(request.getParameter("lang"))
                .filter(tag -> tag.length() < MAX_PARAMETER_CHARS)
                .flatMap(Language::of);
        address.speak(
                chosen.orElseGet(() -> AcceptedLanguage.of(request.getHeader("Accept-Language"))), chosen.isPresent());
    }

    private static Map<String, String> knownParameters(Route route, HttpServletRequest request) {
        Map<String, String> known = new TreeMap<>();
        for (String name : route.parameters()) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank() && value.length() <= MAX_PARAMETER_CHARS) {
                known.put(name, value);
            }
        }
        return known;
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Renders a HEAD as the GET it stands for, so that both have the same headers. */
    private static final class ReadingRequest extends HttpServletRequestWrapper {

        ReadingRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
