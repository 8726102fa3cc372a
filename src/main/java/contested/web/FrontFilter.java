package contested.web;

import contested.shared.Language;
import contested.shared.Slug;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where each request comes in: finds the page of an address, answers from what is kept, and renders what is not. A page
 * for an anonymous reader has no session and no cookie.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        // What the server itself refuses comes here too, by the error page of web.xml, and gets the same answer.
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class FrontFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A parameter longer than this is no name of ours. */
    private static final int MAX_PARAMETER_CHARS = 100;

    /** What was typed cannot be taken as it stands. Source: RFC 9110, section 15.5.21. */
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient Address address;

    @Inject
    private transient PageCache pages;

    @Inject
    private transient ErrorAnswer errors;

    @Inject
    private transient OperatorDoor operators;

    @Inject
    private transient SignInCookie cookies;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient FormDoor forms;

    @Inject
    private transient Form form;

    @Inject
    private transient Text text;

    @Inject
    private transient CarriedWords carried;

    @Inject
    private transient Onward onward;

    @Inject
    private transient LogFile log;

    @Inject
    private transient OwnFile own;

    @Inject
    private transient OutcomeFile outcome;

    @Inject
    private transient RecordsFile records;

    @Inject
    private transient ProviderDoor provider;

    @Inject
    private transient JoinDoor joinDoor;

    @Inject
    private transient PhraseCookie phrases;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.set(response);
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        boolean refused = request.getDispatcherType() == DispatcherType.ERROR;
        boolean forServlet = path.startsWith(AssetServlet.PATH)
                || path.startsWith(LiveServlet.PATH)
                || path.startsWith(OperatorServlet.PATH) && operators.admits(request);
        if (!refused && forServlet) {
            chain.doFilter(request, response);
            return;
        }
        ReadingRequest reading = new ReadingRequest(request);
        chooseLanguage(reading);
        Optional<Route.Match> match = isPlain(request.getRequestURI()) ? Route.match(path) : Optional.empty();
        Optional<String> join = match.isEmpty() && isReading(request) ? JoinDoor.canonical(path) : Optional.empty();
        if (refused) {
            errors.sendRefusal(request, response);
        } else if (join.isPresent()) {
            FormDoor.redirect(response, join.get());
        } else if (match.isEmpty()) {
            errors.send(HttpServletResponse.SC_NOT_FOUND, request, response);
        } else if (!isReading(request) && !isForm(match.get().route(), request)) {
            errors.send(HttpServletResponse.SC_METHOD_NOT_ALLOWED, request, response);
        } else {
            answer(match.get(), knownParameters(match.get().route(), reading), request, response);
        }
    }

    private void answer(
            Route.Match match, Map<String, String> parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        address.enter(match, parameters);
        try {
            cookies.read(request);
            if (match.route().isForSignedIn() && !visitor.isSignedIn()) {
                boolean inWorkshop = match.route() == Route.WORKSHOP_COMMENT;
                boolean words = inWorkshop || match.route() == Route.COMMENT;
                if (words && !isReading(request) && forms.keep(request)) {
                    carried.pack();
                    form.refuse("", text.get(inWorkshop ? "join.ended" : "sign-in.ended"));
                    sendAgain(onward.door(match, parameters), request, response);
                } else {
                    FormDoor.redirect(response, onward.through(match, parameters));
                }
                return;
            }
            if (match.route() == Route.PROVIDER_SIGN_UP) {
                provider.recognise(request);
            }
            if (match.route() == Route.JOIN_CODE) {
                Optional<String> in = joinDoor.approach();
                if (in.isPresent()) {
                    FormDoor.redirect(response, in.get());
                    return;
                }
            }
            if (match.route().isInWorkshop()) {
                phrases.read(request);
            }
            if (!isReading(request)) {
                act(match, request, response);
                return;
            }
            if (match.route() == Route.SIGN_IN_PROVIDER) {
                provider.leave(response);
                return;
            }
            if (match.route() == Route.SIGN_IN_ANSWER) {
                provider.arrive(request, response);
                return;
            }
            if (match.route() == Route.MODERATION_CSV) {
                log.send(request, response);
                return;
            }
            if (match.route() == Route.WORKSHOP_OUTCOME_MD) {
                outcome.sendMarkdown(request, response);
                return;
            }
            if (match.route() == Route.WORKSHOP_OUTCOME_PDF) {
                outcome.sendPdf(request, response);
                return;
            }
            if (match.route() == Route.WORKSHOP_ARCHIVE) {
                records.sendArchive(request, response);
                return;
            }
            if (match.route() == Route.WORKSHOP_PARTICIPATION) {
                records.sendParticipation(request, response);
                return;
            }
            if (match.route() == Route.ME_FILE) {
                own.send(request, response);
                return;
            }
            if (visitor.isSignedIn() || !match.route().isKept()) {
                KeptPage page = render(match, request, response);
                if (form.isRefused()) {
                    // The address itself leads nowhere: a code that opens nothing.
                    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                }
                page.sendPrivately(request, response, address.getLanguage());
                return;
            }
            PageCache.Key key = pages.key(match, parameters, address.getLanguage(), address.isLanguageChosen());
            if (IfNoneMatch.names(request.getHeader("If-None-Match"), key.etag())) {
                KeptPage.describe(response, key.etag(), address.getLanguage());
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            KeptPage page = pages.find(key);
            if (page == null) {
                page = render(match, request, response);
                if (address.isMeaningful()) {
                    // Made-up values of parameters must not push out the pages that people read.
                    pages.keep(key, page);
                }
            }
            page.send(request, response, key.etag(), address.getLanguage());
        } catch (ServletException | RuntimeException e) {
            errors.sendFor(e, request, response);
        }
    }

    /** What a form asks for; then either its result elsewhere, or the page again with what is wrong and what was typed. */
    private void act(Route.Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> next = forms.submit(match.route(), request);
        cookies.write(response);
        phrases.write(response);
        provider.write(response);
        if (next.isPresent()) {
            FormDoor.redirect(response, next.get());
            return;
        }
        sendAgain(onward.shownFor(match), request, response);
    }

    /** A page with what was typed; with what is wrong with it, unless it was only to be looked at. */
    private void sendAgain(Route.Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        KeptPage again = render(match, request, response);
        if (form.isRefused()) {
            response.setStatus(UNPROCESSABLE);
        }
        again.sendPrivately(request, response, address.getLanguage());
    }

    private static boolean isForm(Route route, HttpServletRequest request) {
        return route.form() != null && request.getMethod().equals("POST");
    }

    private static KeptPage render(Route.Match match, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        CapturedResponse captured = new CapturedResponse(response);
        request.getRequestDispatcher(match.route().view()).forward(new ReadingRequest(request), captured);
        return captured.page();
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
            // What we put into addresses has the form of a slug; all else names nothing here.
            boolean ours = value != null && (Slug.parse(value).isPresent() || route.isTyped(name) && isTyped(value));
            if (ours) {
                known.put(name, value);
            }
        }
        return known;
    }

    private static boolean isTyped(String value) {
        return !value.isBlank()
                && value.length() <= MAX_PARAMETER_CHARS
                && value.codePoints().noneMatch(Character::isISOControl);
    }

    /** The server forgives path parameters and doubled slashes; a page has one address all the same. */
    private static boolean isPlain(String requestUri) {
        return requestUri.indexOf(';') < 0 && !requestUri.contains("//");
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
