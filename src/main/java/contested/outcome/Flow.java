package contested.outcome;

/**
 * People who went from one answer to another between the ballots, or stayed where they were.
 *
 * @param from   what they answered before the discussion
 * @param to     what they answered after it
 * @param people how many
 */
public record Flow(Answer from, Answer to, int people) {

    /** Whether these people answered the same both times. */
    public boolean isStay() {
        return from == to;
    }
}
