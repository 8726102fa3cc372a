package contested.outcome;

import contested.workshop.BallotRound;
import contested.workshop.CastBallot;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * How many people went from which answer to which. Rows are answers before the discussion, columns answers after it; the
 * last row is of those who voted after it only, the last column of those who voted before it only. That corner is empty.
 *
 * <p>It knows what a reader could reckon. Whoever is shown all sums of rows and columns and some of the numbers can find
 * a number that is not shown exactly if no other table fits what is shown. Tables that fit differ by steps: one person
 * more here, one fewer in the same row, one more in that column, and so on until the circle is closed. A number is safe
 * if some such circle passes through it without touching what is shown. Source: D. Gusfield, A Graph Theoretic Approach
 * to Statistical Data Security, 1988.
 */
final class BallotTable {

    private static final int LINES = Answer.values().length + 1;

    /** The line of those who did not vote in that round. */
    private static final int ABSENT = LINES - 1;

    private final int[][] people = new int[LINES][LINES];

    /** @throws IllegalArgumentException When one person voted twice in one round. */
    BallotTable(List<CastBallot> ballots) {
        Map<String, Map<BallotRound, Answer>> byPerson = new HashMap<>();
        for (CastBallot ballot : ballots) {
            Answer before = byPerson.computeIfAbsent(ballot.pair(), p -> new EnumMap<>(BallotRound.class))
                    .put(ballot.round(), Answer.of(ballot.position()));
            if (before != null) {
                throw new IllegalArgumentException("two ballots of one person in one round");
            }
        }
        byPerson.values().forEach(b -> people[line(b.get(BallotRound.OPENING))][line(b.get(BallotRound.CLOSING))]++);
    }

    private static int line(@Nullable Answer answer) {
        return answer == null ? ABSENT : answer.ordinal();
    }

    int flow(Answer from, Answer to) {
        return people[from.ordinal()][to.ordinal()];
    }

    /** How many voted both times. */
    int pairs() {
        int pairs = 0;
        for (Answer from : Answer.values()) {
            for (Answer to : Answer.values()) {
                pairs += flow(from, to);
            }
        }
        return pairs;
    }

    int onlyOpening() {
        return Arrays.stream(people).mapToInt(row -> row[ABSENT]).sum();
    }

    int onlyClosing() {
        return Arrays.stream(people[ABSENT]).sum();
    }

    /**
     * From how many people on a flow is shown. Whoever looks may know it: every flow that is not shown is smaller.
     *
     * @param moved  for people who changed their answer
     * @param stayed for people who kept it
     */
    record Limits(int moved, int stayed) {

        static final int NEVER = Integer.MAX_VALUE;

        static final Limits NOTHING = new Limits(NEVER, NEVER);

        int of(int row, int column) {
            return row == column ? stayed : moved;
        }

        boolean show(Flow flow) {
            return flow.people() >= (flow.isStay() ? stayed : moved);
        }
    }

    /** Whether nobody can reckon a number below that one from all sums and the shown flows, knowing the limits. */
    boolean isSafe(Limits limits, int protectedBelow) {
        for (int row = 0; row < LINES; row++) {
            for (int column = 0; column < LINES; column++) {
                int number = people[row][column];
                if (number > 0 && number < protectedBelow && !canDiffer(row, column, limits)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a table with another number there fits what is shown. */
    private boolean canDiffer(int row, int column, Limits limits) {
        Step more = new Step(row, column, true);
        Step fewer = new Step(row, column, false);
        return canClose(more, limits) || canClose(fewer, limits);
    }

    /** One person more or fewer in one place. From its row on to its column, or from its column back to its row. */
    private record Step(int row, int column, boolean more) {

        int start() {
            return more ? row : LINES + column;
        }

        int end() {
            return more ? LINES + column : row;
        }
    }

    /** Whether further steps, in other places, lead from the end of the first to its start. */
    private boolean canClose(Step first, Limits limits) {
        if (!isOpen(first, limits)) {
            return false;
        }
        boolean[] reached = new boolean[2 * LINES];
        Queue<Integer> next = new ArrayDeque<>(List.of(first.end()));
        while (!next.isEmpty()) {
            int at = next.remove();
            if (at == first.start()) {
                return true;
            }
            for (int line = 0; line < LINES; line++) {
                Step step = at < LINES ? new Step(at, line, true) : new Step(line, at - LINES, false);
                boolean same = step.row() == first.row() && step.column() == first.column();
                if (!same && !reached[step.end()] && isOpen(step, limits)) {
                    reached[step.end()] = true;
                    next.add(step.end());
                }
            }
        }
        return false;
    }

    /** Whether the table after that step still fits what is shown of that place. */
    private boolean isOpen(Step step, Limits limits) {
        int number = people[step.row()][step.column()];
        boolean paired = step.row() != ABSENT && step.column() != ABSENT;
        int limit = paired ? limits.of(step.row(), step.column()) : Limits.NEVER;
        boolean corner = step.row() == ABSENT && step.column() == ABSENT;
        if (corner || number >= limit) {
            return false;
        }
        return step.more() ? number + 1 < limit : number > 0;
    }
}
