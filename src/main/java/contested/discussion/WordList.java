package contested.discussion;

/** A list of words that administrators keep. */
public enum WordList {
    /** Nobody may write them here. */
    REFUSED,
    /** A moderator looks first. */
    HELD
}
