package contested.web;

import contested.operation.OperatorAnswer;
import contested.operation.OperatorDesk;
import contested.operation.OperatorKey;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where operators' commands come in, once {@link OperatorDoor} has let them. Speaks plain text. */
@WebServlet(OperatorServlet.PATH + "*")
public class OperatorServlet extends HttpServlet {

    static final String PATH = "/operator/";

    private static final long serialVersionUID = 1L;

    /** The name of a folder, at its longest. */
    private static final int MAX_ARGUMENT_BYTES = 10_000;

    private static final Logger LOG = Logger.getLogger(OperatorServlet.class);

    @Inject
    private transient OperatorDesk desk;

    @Inject
    private transient ErrorAnswer errors;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] argument = request.getInputStream().readNBytes(MAX_ARGUMENT_BYTES + 1);
        if (argument.length > MAX_ARGUMENT_BYTES) {
            errors.send(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request, response);
            return;
        }
        String verb = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<OperatorAnswer> answer = answer(verb, new String(argument, StandardCharsets.UTF_8));
        if (answer.isEmpty()) {
            errors.send(HttpServletResponse.SC_NOT_FOUND, request, response);
            return;
        }
        response.setHeader(
                OperatorKey.STATUS_HEADER, Integer.toString(answer.get().status()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(answer.get().text().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<OperatorAnswer> answer(String verb, String argument) {
        try {
            return desk.answer(verb, argument);
        } catch (RuntimeException e) {
            // The one page that may tell the inside: the operator reads the log anyway.
            LOG.error("the operator's command failed: " + verb, e);
            return Optional.of(new OperatorAnswer(1, "failed: " + e.getMessage() + "; more in the log\n"));
        }
    }
}
