package contested.web;

import contested.export.Archive;
import contested.export.RecordsService;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /workshops/{workshop}/archive-zip} and {@code participation-csv}: what facilitators take along. */
@ApplicationScoped
public class RecordsFile {

    /** The parameter that asks for names; without it there are none. */
    static final String NAMES = "names";

    @Inject
    private RecordsService records;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    /** Gathered first and written then: a slow line holds no transaction, and what fails still answers with its page. */
    void sendArchive(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Archive archive = records.archive(visitor.actor(), workshop(), isNamed());
        describe(response, "application/zip", "workshop-" + workshop() + suffix() + ".zip");
        if (!request.getMethod().equals("HEAD")) {
            archive.writeTo(response.getOutputStream());
        }
    }

    void sendParticipation(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = records.participation(visitor.actor(), workshop(), isNamed())
                .csv()
                .getBytes(StandardCharsets.UTF_8);
        describe(response, "text/csv;charset=UTF-8", "participation-" + workshop() + suffix() + ".csv");
        response.setContentLength(file.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(file);
        }
    }

    private Slug workshop() {
        return address.workshop().orElseThrow(() -> new NotFoundException("no workshop"));
    }

    private boolean isNamed() {
        return address.parameter(NAMES, Optional::of).filter("yes"::equals).isPresent();
    }

    private String suffix() {
        return isNamed() ? "-names" : "";
    }

    /** @param name of letters, digits and hyphens only: nothing that somebody typed */
    private static void describe(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "private, no-store");
    }
}
