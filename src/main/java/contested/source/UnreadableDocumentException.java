package contested.source;

/** A file or folder gives no document. The message is one line for the operator: what is wrong, and what to do. */
public class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableDocumentException(String wrong) {
        super(wrong);
    }
}
