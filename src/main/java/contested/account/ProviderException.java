package contested.account;

/** Signing in through the identity provider came to nothing. */
public class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What whoever wanted to sign in is told. */
    public enum Reason {
        /** It does not answer, or not as a provider does. */
        AWAY,
        /** It, or the person there, said no. */
        REFUSED,
        /** The answer is too old, or belongs to another browser. */
        STALE,
        /** What it answered does not prove who that is. */
        INVALID
    }

    private final Reason reason;

    public ProviderException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    ProviderException(Reason reason, Exception cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
