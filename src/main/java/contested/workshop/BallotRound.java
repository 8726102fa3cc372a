package contested.workshop;

/** Before and after the discussion. */
public enum BallotRound {
    OPENING(Phase.OPENING_BALLOT),
    CLOSING(Phase.CLOSING_BALLOT);

    private final Phase phase;

    BallotRound(Phase phase) {
        this.phase = phase;
    }

    /** Whether people vote in it in that phase, or have: from then on answers on paper are counted. */
    public boolean hasBegunIn(Phase present) {
        return present.ordinal() >= phase.ordinal();
    }
}
