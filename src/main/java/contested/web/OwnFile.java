package contested.web;

import contested.export.OwnDataService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /me/data-json}: all that is held of whoever asks, as a file of their own. */
@ApplicationScoped
public class OwnFile {

    @Inject
    private OwnDataService data;

    @Inject
    private Visitor visitor;

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = data.of(visitor.actor()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"contested-own-data.json\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(file.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(file);
        }
    }
}
