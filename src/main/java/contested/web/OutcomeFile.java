package contested.web;

import contested.access.WorkshopPermission;
import contested.outcome.SheetMarkdown;
import contested.outcome.SheetPdf;
import contested.shared.NotFoundException;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /workshops/{workshop}/outcome-md} and {@code outcome-pdf}: the outcome sheet as a file to take along. */
@ApplicationScoped
public class OutcomeFile {

    @Inject
    private SeatService seats;

    @Inject
    private SheetWords words;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    void sendMarkdown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Seat seat = seat();
        byte[] file = SheetMarkdown.of(words.of(seat.workshop())).getBytes(StandardCharsets.UTF_8);
        send(file, "text/markdown;charset=UTF-8", seat.workshop().slug() + ".md", request, response);
    }

    void sendPdf(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Seat seat = seat();
        byte[] file = SheetPdf.of(words.of(seat.workshop()));
        send(file, "application/pdf", seat.workshop().slug() + ".pdf", request, response);
    }

    /** @throws NotFoundException When the reader is not in the workshop, or people may still vote there. */
    private Seat seat() {
        Seat seat =
                seats.get(visitor.actor(), address.workshop().orElseThrow(() -> new NotFoundException("no workshop")));
        if (!seat.may(WorkshopPermission.SEE_SHIFT)) {
            throw new NotFoundException("no sheet yet");
        }
        return seat;
    }

    /** @param name of letters and digits only, as workshops are named in addresses: nothing that somebody typed */
    private static void send(
            byte[] file, String type, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"outcome-" + name + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(file.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(file);
        }
    }
}
