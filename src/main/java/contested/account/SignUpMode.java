package contested.account;

/** Who may make an account. */
public enum SignUpMode {
    OPEN,
    INVITED,
    CLOSED
}
