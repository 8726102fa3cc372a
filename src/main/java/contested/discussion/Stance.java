package contested.discussion;

/** How a comment relates to the question's positions. */
public enum Stance {
    /** Takes one of the positions. */
    TAKES,
    /** Asks something. */
    ASKS,
    /** Neither. */
    NONE,
    /**
     * Argues for a position that the lot drew, in a workshop that lets people do so. It is nobody's opinion: whoever counts
     * positions finds none in it.
     */
    EXERCISE;

    /** Whether a position belongs to it. */
    boolean namesPosition() {
        return this == TAKES || this == EXERCISE;
    }
}
