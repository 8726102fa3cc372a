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

    /** The statuses that have words of their own; all others share those of the first of their hundred. */
    private static final Set<Integer> OWN_WORDS = Set.of(400, 404, 405, 410, 500, 503);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Text text;

    /** The HTTP status as text, so that no language groups its digits; readers may quote it when they ask for help. */
    public String getNumber() {
        return Integer.toString(status());
    }

    /** What happened, in a few words. */
    public String getTitle() {
        return text.get(key() + ".title");
    }

    /** Why that may be, without anything of the inside. */
    public String getWhat() {
        return text.get(key() + ".what");
    }

    /** What the reader can do now. */
    public String getNext() {
        return text.get(key() + ".next");
    }

    private int status() {
        return request.getAttribute(ErrorAnswer.STATUS) instanceof Integer code ? code : 500;
    }

    private String key() {
        int status = status();
        return "error." + (OWN_WORDS.contains(status) ? status : status < 500 ? 400 : 500);
    }
}
