package contested.web;

import contested.shared.UserFacingException;
import contested.workshop.RosterFile;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file that somebody sends with a form.
 *
 * @param name  as the sender's machine calls it
 * @param bytes what is in it
 */
record Upload(String name, byte[] bytes) {

    private static final String FIELD = "document";

    /** Whether the request says that it carries files, and goes where files are taken. */
    static boolean isIn(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")
                && (UploadServlet.PATH.equals(request.getServletPath()) || isRoster(request));
    }

    private static boolean isRoster(HttpServletRequest request) {
        return RosterServlet.takes(
                request.getServletPath(),
                Optional.ofNullable(request.getPathInfo()).orElse(""));
    }

    /**
     * The files by field; fields in which none was chosen are left out.
     *
     * @throws UserFacingException When the request is cut off, too large, or not what it says it is.
     */
    static Map<String, Upload> of(HttpServletRequest request) {
        Map<String, Upload> all = new TreeMap<>();
        if (isIn(request)) {
            try {
                for (Part part : request.getParts()) {
                    String name =
                            Optional.ofNullable(part.getSubmittedFileName()).orElse("");
                    if (!name.isEmpty()) {
                        all.put(
                                part.getName(),
                                new Upload(name, part.getInputStream().readAllBytes()));
                    }
                }
            } catch (IOException | ServletException | RuntimeException e) {
                throw unreadable(request, e);
            }
        }
        return all;
    }

    /** What was typed beside the files. @throws UserFacingException When the request cannot be read. */
    static Map<String, String[]> fields(HttpServletRequest request) {
        try {
            request.getParts();
            return FormBody.of(request);
        } catch (IOException | ServletException | RuntimeException e) {
            throw unreadable(request, e);
        }
    }

    /** The server says by the kind of its fault whether there was too much, or not enough. */
    private static UserFacingException unreadable(HttpServletRequest request, Exception fault) {
        String field = isRoster(request) ? RosterFile.FIELD : FIELD;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("TooBig")
                    || cause.getClass().getSimpleName().contains("TooLarge")) {
                return isRoster(request)
                        ? new UserFacingException(field, "workshop.roster.large", RosterFile.MAX_KIBIBYTES)
                        : new UserFacingException(field, "upload.large", UploadServlet.MAX_FILE_MEGABYTES);
            }
        }
        return new UserFacingException(field, "upload.cut");
    }
}
