package contested.workshop;

import contested.question.Slot;
import org.jspecify.annotations.Nullable;

/**
 * One ballot without a name.
 *
 * @param pair       the same for both ballots of one person on one question
 * @param position   null for somebody who is not sure
 * @param confidence 1, a guess, to 5, certain
 */
public record CastBallot(String pair, BallotRound round, @Nullable Slot position, int confidence) {}
