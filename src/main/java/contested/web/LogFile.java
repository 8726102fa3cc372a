package contested.web;

import contested.moderation.LogService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /moderation/log-csv}: the log of decisions as a file for spreadsheets. */
@ApplicationScoped
public class LogFile {

    @Inject
    private LogService log;

    @Inject
    private LogView view;

    @Inject
    private Visitor visitor;

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] lines = log.export(visitor.actor(), view.filter()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"moderation-log.csv\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(lines.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(lines);
        }
    }
}
