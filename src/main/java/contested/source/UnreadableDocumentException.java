package contested.source;

import java.util.List;

/**
 * A file or folder gives no document. The message is one line for the operator: what is wrong, and what to do. Who sends a
 * document on a page is told by the {@link Fault} in their own language.
 */
public class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<Object> arguments;

    /** What is wrong, as part of a message key. */
    public enum Fault {
        /** The file or folder itself cannot be opened. */
        FILE,
        EMPTY,
        PDF,
        OFFICE,
        UTF_16,
        BINARY,
        /** The argument is the line where it begins. */
        NOT_UTF_8,
        /** The argument is the limit in megabytes. */
        LARGE,
        /** The argument is the limit in lines. */
        LONG
    }

    UnreadableDocumentException(String wrong) {
        this(Fault.FILE, wrong);
    }

    UnreadableDocumentException(Fault fault, String wrong, Object... arguments) {
        super(wrong);
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    public Fault fault() {
        return fault;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
