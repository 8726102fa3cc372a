package contested.discussion;

/** When a comment is looked at by a moderator. */
public enum ThreadMode {
    /** Before it is published; the default. */
    BEFORE,
    /** After it is published; the checks may still hold it. */
    AFTER,
    /** Nobody writes any more. */
    CLOSED
}
