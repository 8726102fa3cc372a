package contested.web;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/**
 * Tells the server that files may be sent to this one address, and how large. It is never called: the {@link FrontFilter}
 * answers. But only a request on its way to a servlet with such bounds may be read as a form with files.
 */
@WebServlet(UploadServlet.PATH)
@MultipartConfig(
        maxFileSize = UploadServlet.MAX_REQUEST_BYTES,
        maxRequestSize = UploadServlet.MAX_REQUEST_BYTES,
        // What was sent is looked at in memory and never lies on the disk.
        fileSizeThreshold = (int) UploadServlet.MAX_REQUEST_BYTES)
public class UploadServlet extends HttpServlet {

    static final String PATH = "/admin/documents";

    /** What a document may have; whoever sends a little more is still told so on the page. */
    static final int MAX_FILE_MEGABYTES = 5;

    static final long MAX_REQUEST_BYTES = 9_000_000;

    private static final long serialVersionUID = 1L;
}
