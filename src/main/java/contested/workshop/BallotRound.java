package contested.workshop;

/** Before and after the discussion. */
public enum BallotRound {
    OPENING,
    CLOSING
}
