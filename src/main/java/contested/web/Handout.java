package contested.web;

import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.question.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a question's evidence goes on a sheet of paper. The first page has room for a number of passages in each column;
 * where a position has more, each source that speaks on it is heard before any is heard again, and the sheet says how many
 * it leaves out.
 *
 * @param evidence all that bears on the question
 */
public record Handout(QuestionEvidence evidence) {

    /** Passages, one below the other, that the first A4 page holds in two or three columns. Tried in both languages. */
    static final int ROWS = 6;

    /** Four columns are narrower, so that each passage takes more lines. */
    static final int ROWS_OF_FOUR = 4;

    /** What takes no position stands below the columns, this many in a row. */
    private static final int BESIDES_IN_A_ROW = 3;

    private static final int MAX_BESIDES = 6;

    /**
     * Passages that are printed, and how many are not.
     *
     * @param position whose they are; empty for those that take none
     * @param shown    in their order on the question page, by relation
     * @param left     how many stand on the question page only
     */
    public record Selection(Optional<Position> position, List<Passage> shown, int left) {

        public int all() {
            return shown.size() + left;
        }
    }

    /** One for each position, in the order of every chart. */
    public List<Selection> columns() {
        return evidence.question().positions().stream()
                .map(p -> select(Optional.of(p), perPosition()))
                .toList();
    }

    /** What helps to understand the question, asks it, or tells of a view without a position. */
    public Selection besides() {
        return select(Optional.empty(), MAX_BESIDES);
    }

    /** Whether some passage stands on the question page only. */
    public boolean isShortened() {
        return besides().left() > 0 || columns().stream().anyMatch(c -> c.left() > 0);
    }

    /** The most passages that a position has on the sheet: what stands below the columns takes room from them. */
    public int perPosition() {
        int rows = evidence.question().positions().size() > 3 ? ROWS_OF_FOUR : ROWS;
        int besides = besides().shown().size();
        return rows - (besides + BESIDES_IN_A_ROW - 1) / BESIDES_IN_A_ROW;
    }

    private Selection select(Optional<Position> position, int most) {
        List<Passage> all = evidence.passages().stream()
                .filter(p -> p.position().equals(position))
                .sorted(Comparator.comparing(Passage::relation))
                .toList();
        Set<Passage> first = new HashSet<>(inTurn(all).subList(0, Math.min(most, all.size())));
        List<Passage> shown = all.stream().filter(first::contains).toList();
        return new Selection(position, shown, all.size() - shown.size());
    }

    /** The first of each source, then the second of each, and so on. */
    private static List<Passage> inTurn(List<Passage> passages) {
        Map<Object, List<Passage>> bySource = passages.stream()
                .collect(Collectors.groupingBy(Passage::source, LinkedHashMap::new, Collectors.toList()));
        List<Passage> turns = new ArrayList<>();
        for (int turn = 0; turns.size() < passages.size(); turn++) {
            for (List<Passage> one : bySource.values()) {
                if (turn < one.size()) {
                    turns.add(one.get(turn));
                }
            }
        }
        return turns;
    }
}
