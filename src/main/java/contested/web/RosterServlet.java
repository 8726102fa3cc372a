package contested.web;

import contested.workshop.RosterFile;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/**
 * Tells the server that files may be sent to the pages of workshops, and how large; see {@link UploadServlet}. Of these
 * pages only that of its people takes one.
 */
@WebServlet(RosterServlet.FOLDER + "/*")
@MultipartConfig(
        maxFileSize = RosterServlet.MAX_REQUEST_BYTES,
        maxRequestSize = RosterServlet.MAX_REQUEST_BYTES,
        // Real names are looked at in memory and never lie on the disk.
        fileSizeThreshold = (int) RosterServlet.MAX_REQUEST_BYTES)
public class RosterServlet extends HttpServlet {

    static final String FOLDER = "/workshops";

    /** Whoever sends a little more than a roster may have is still told so on the page. */
    static final long MAX_REQUEST_BYTES = 2L * RosterFile.MAX_KIBIBYTES * 1024;

    private static final long serialVersionUID = 1L;

    private static final String PEOPLE = "/people";

    /** Whether that is the address of a workshop's people. */
    static boolean takes(String folder, String path) {
        return FOLDER.equals(folder) && path.endsWith(PEOPLE);
    }
}
