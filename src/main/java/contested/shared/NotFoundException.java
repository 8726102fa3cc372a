package contested.shared;

/** There is no such thing, or none that this visitor may know of. Answered with 404 either way. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String what) {
        super(what);
    }
}
