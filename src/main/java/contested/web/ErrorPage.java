package contested.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What went wrong, and what to do about it. */
@Named
@RequestScoped
public class ErrorPage {

    /** What is not told apart to visitors is told as this. */
    private static final int PLAIN_FAULT = 500;

    private static final Set<Integer> TOLD = Set.of(400, 404, 405, 410, PLAIN_FAULT, 503);

    @Inject
    private HttpServletRequest request;

    /** The HTTP status; one of those that have words of their own. */
    public int getStatus() {
        Object status = request.getAttribute(ErrorAnswer.STATUS);
        return status instanceof Integer code && TOLD.contains(code) ? code : PLAIN_FAULT;
    }
}
