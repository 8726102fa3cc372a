package contested.outcome;

import java.util.OptionalDouble;

/**
 * How often an answer was given in one round.
 *
 * @param answer     which
 * @param people     how many ballots say so
 * @param confidence how sure these people were on average, from 1 to 5; empty where they are too few to tell
 */
public record AnswerCount(Answer answer, int people, OptionalDouble confidence) {}
