package contested.discussion;

/** How a comment relates to the question's positions. */
public enum Stance {
    /** Takes one of the positions. */
    TAKES,
    /** Asks something. */
    ASKS,
    /** Neither. */
    NONE
}
