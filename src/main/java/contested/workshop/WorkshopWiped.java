package contested.workshop;

/**
 * A workshop is deleted with everything in it. Fired inside that transaction, after its ballots are gone and before the
 * workshop itself is: each room deletes what it holds of it, the upper one first, since it refers to the lower.
 */
public record WorkshopWiped(Workshop workshop) {

    /** Of the rooms that only refer to comments and decisions. */
    public static final int NOTICES = 1;

    public static final int OUTCOMES = 2;

    public static final int DECISIONS = 3;

    public static final int COMMENTS = 4;
}
