package contested.web;

import contested.shared.GoneException;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;

/** Answers what went wrong with a page that says what to do and tells nothing about the inside. */
@ApplicationScoped
public class ErrorAnswer {

    /** The request attribute by which {@link ErrorPage} learns what to say. */
    static final String STATUS = "contested.error.status";

    private static final String VIEW = "/error.xhtml";

    private static final Logger LOG = Logger.getLogger(ErrorAnswer.class);

    /** Answers the fault that stopped a page. */
    void sendFor(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = statusOf(fault);
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            // The view tells where; the address may carry what somebody searched for and stays out of the log.
            LOG.error("a page failed with " + status, fault);
        }
        send(status, request, response);
    }

    /** Answers what the server or a servlet refused before a page was reached, or a fault that left a servlet. */
    void sendRefusal(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            sendFor(fault, request, response);
        } else {
            send(told((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)), request, response);
        }
    }

    /** The status that visitors are told. What they may not see does not exist; an unknown method is a wrong one. */
    static int told(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> HttpServletResponse.SC_NOT_FOUND;
            case HttpServletResponse.SC_NOT_IMPLEMENTED -> HttpServletResponse.SC_METHOD_NOT_ALLOWED;
            default -> status;
        };
    }

    static int statusOf(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            // What a form would be told in words stands in no page: what may not be looked at now is not there now.
            if (cause instanceof NotFoundException || cause instanceof UserFacingException) {
                return HttpServletResponse.SC_NOT_FOUND;
            }
            if (cause instanceof GoneException) {
                return HttpServletResponse.SC_GONE;
            }
            if (isConnectionLost(cause)
                    || isPoolEmpty(cause)
                    || cause instanceof JDBCConnectionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLNonTransientConnectionException) {
                return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            }
        }
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** Answers with the error page of that status. */
    void send(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setIntHeader("Retry-After", 10);
        }
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD");
        }
        CapturedResponse captured = new CapturedResponse(response);
        try {
            request.setAttribute(STATUS, status);
            request.getRequestDispatcher(VIEW).forward(new ReadingRequest(request), captured);
            captured.page().send(request, response);
        } catch (ServletException | RuntimeException e) {
            LOG.error("the error page failed", e);
            sendBare(status, response);
        }
    }

    /** The last resort, when even the error page cannot be made. */
    private static void sendBare(int status, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((status + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The pool says so by an API that the portal is not compiled against. */
    private static boolean isPoolEmpty(Throwable cause) {
        return cause.getClass().getName().equals("jakarta.resource.ResourceException");
    }

    /** By the SQL state: 08 is a lost connection, 57P a server that is stopping. Source: PostgreSQL, appendix A. */
    private static boolean isConnectionLost(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"));
    }
}
