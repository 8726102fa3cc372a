package contested.pack;

/** A pack cannot be loaded. Says where, what is wrong and what was expected, in one line for the operator. */
public class BrokenPackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file     the file, as a path within the packs' folder
     * @param pointer  JSON Pointer (RFC 6901) into it; empty for the whole file
     * @param wrong    what is wrong there
     * @param expected what would be right
     */
    public BrokenPackException(String file, String pointer, String wrong, String expected) {
        super("pack file " + file + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + wrong + "; expected "
                + expected);
    }
}
