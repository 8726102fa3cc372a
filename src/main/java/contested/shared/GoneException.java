package contested.shared;

/** There was such a thing and editors took it back. Answered with 410, so that links to it are understood. */
public class GoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GoneException(String what) {
        super(what);
    }
}
