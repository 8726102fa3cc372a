package contested.workshop;

/**
 * A workshop is over for good. Fired inside the closing transaction: whatever else of it still leads to single people is
 * cut from them now, as ballots are.
 */
public record WorkshopClosed(Workshop workshop) {}
