package contested.outcome;

import contested.workshop.BallotRound;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who knows all that is shown of a swing, and tries tables of people until they find two that fit it and differ.
 * Where they find only one number for a place, it is found out. The last row and column are of those who voted once.
 */
final class Reckoner {

    private final List<Answer> answers;
    private final int size;
    private final boolean rowsKnown;
    private final int[] rowsLeft;
    private final int[] columnsLeft;
    private final int[][] shown;
    private final BallotTable.Limits limits;
    private int openingLeft;

    Reckoner(Swing swing) {
        answers = swing.answers();
        size = answers.size() + 1;
        rowsKnown = !swing.isOpeningWithheld();
        rowsLeft = sums(swing, BallotRound.OPENING, swing.onlyClosing());
        columnsLeft = sums(swing, BallotRound.CLOSING, swing.onlyOpening());
        openingLeft = swing.total(BallotRound.OPENING);
        shown = new int[size][size];
        swing.flows().forEach(f -> shown[answers.indexOf(f.from())][answers.indexOf(f.to())] = f.people());
        limits = swing.limits();
    }

    private int[] sums(Swing swing, BallotRound round, int once) {
        int[] sums = new int[size];
        swing.counts(round).forEach(c -> sums[answers.indexOf(c.answer())] = c.people());
        sums[size - 1] = once;
        return sums;
    }

    /** Whether only one number of people can have gone that way. */
    boolean knows(Answer from, Answer to) {
        int row = answers.indexOf(from);
        int column = answers.indexOf(to);
        return IntStream.rangeClosed(0, columnsLeft[column])
                        .filter(people -> fits(0, row, column, people))
                        .limit(2)
                        .count()
                == 1;
    }

    /** Whether the places from there on can be filled with that number in the one that is asked for. */
    private boolean fits(int place, int askedRow, int askedColumn, int asked) {
        if (place == size * size) {
            return true;
        }
        int row = place / size;
        int column = place % size;
        boolean isAsked = row == askedRow && column == askedColumn;
        int least = Math.max(shown[row][column], isAsked ? asked : 0);
        int most = Math.min(most(row, column), isAsked ? asked : Integer.MAX_VALUE);
        for (int people = least; people <= Math.min(most, room(row, column)); people++) {
            take(row, column, people);
            boolean filled = isFilled(row, column) && fits(place + 1, askedRow, askedColumn, asked);
            take(row, column, -people);
            if (filled) {
                return true;
            }
        }
        return false;
    }

    private int most(int row, int column) {
        boolean onceBefore = column == size - 1;
        boolean onceAfter = row == size - 1;
        if (onceBefore || onceAfter) {
            return onceBefore && onceAfter ? 0 : Integer.MAX_VALUE;
        }
        return shown[row][column] > 0 ? shown[row][column] : limits.of(row, column) - 1;
    }

    private int room(int row, int column) {
        return Math.min(columnsLeft[column], isKnown(row) ? rowsLeft[row] : openingLeft);
    }

    private void take(int row, int column, int people) {
        columnsLeft[column] -= people;
        if (isKnown(row)) {
            rowsLeft[row] -= people;
        } else {
            openingLeft -= people;
        }
    }

    private boolean isFilled(int row, int column) {
        boolean rowIs = column < size - 1 || !isKnown(row) || rowsLeft[row] == 0;
        return rowIs && (row < size - 1 || columnsLeft[column] == 0);
    }

    private boolean isKnown(int row) {
        return rowsKnown || row == size - 1;
    }
}
