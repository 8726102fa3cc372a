package contested.passage;

/** How a passage bears on a position, or on the question where it takes none. */
public enum Relation {
    SUPPORTS,
    QUALIFIES,
    CHALLENGES,
    /** Tells another's view, which the one who tells it need not hold. */
    REPORTS,
    /** Asks, without answering. */
    RAISES,
    /** Helps to understand the question and takes no position. */
    CONTEXT;

    /** Whether such a passage speaks to one position: for it, with a condition, or against it. */
    public boolean takesPosition() {
        return this == SUPPORTS || this == QUALIFIES || this == CHALLENGES;
    }

    /** Whether such a passage stands for its position, and counts for that side: a challenge speaks to it, and against it. */
    public boolean standsForPosition() {
        return this == SUPPORTS || this == QUALIFIES;
    }
}
