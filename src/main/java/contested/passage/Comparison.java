package contested.passage;

import contested.question.Position;
import contested.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two sources side by side on one question: what each says on each position, and where it says nothing.
 *
 * @param evidence all that bears on the question
 * @param sources  the two; fewer only where the catalogue has fewer
 * @param remark   why they are not the two that were asked for
 */
public record Comparison(QuestionEvidence evidence, List<Source> sources, Remark remark) {

    private static final int SIDES = 2;

    /** What a reader must be told of the choice. */
    public enum Remark {
        /** The sources are those that were asked for, or none were. */
        NONE,
        /** One that was asked for is not in the catalogue. */
        UNKNOWN_SOURCE,
        /** The same source was asked for twice. */
        SAME_SOURCE
    }

    /**
     * What the sources say on one position.
     *
     * @param position empty for the passages that take none
     * @param cells    one for each source, in their order
     */
    public record Row(Optional<Position> position, List<Cell> cells) {

        public boolean isSilent() {
            return cells.stream().allMatch(Cell::isSilent);
        }
    }

    /**
     * What one source says on one position.
     *
     * @param source   who says it
     * @param passages by relation; empty where the source is silent
     */
    public record Cell(Source source, List<Passage> passages) {

        public boolean isSilent() {
            return passages.isEmpty();
        }
    }

    /**
     * The sources of these names. What was not asked for, or cannot be had, is taken from the catalogue in its order,
     * sources that speak to the question first.
     */
    public static Comparison of(QuestionEvidence evidence, Optional<String> a, Optional<String> b) {
        Optional<Source> left = a.flatMap(name -> named(evidence, name));
        Optional<Source> right = b.flatMap(name -> named(evidence, name));
        boolean same = left.isPresent() && left.equals(right);
        List<Source> spare = new ArrayList<>(bySpeaking(evidence));
        left.ifPresent(spare::remove);
        right.ifPresent(spare::remove);
        List<Source> sources = new ArrayList<>();
        left.or(() -> next(spare)).ifPresent(sources::add);
        right.filter(r -> !same).or(() -> next(spare)).ifPresent(sources::add);
        boolean unknown = a.isPresent() && left.isEmpty() || b.isPresent() && right.isEmpty();
        Remark remark = unknown ? Remark.UNKNOWN_SOURCE : same ? Remark.SAME_SOURCE : Remark.NONE;
        return new Comparison(evidence, List.copyOf(sources), remark);
    }

    private static Optional<Source> named(QuestionEvidence evidence, String name) {
        return evidence.sources().stream()
                .filter(s -> s.slug().value().equals(name))
                .findFirst();
    }

    private static Set<Source> bySpeaking(QuestionEvidence evidence) {
        Set<Source> all = new LinkedHashSet<>(evidence.sources());
        evidence.silentSources().forEach(all::remove);
        all.addAll(evidence.sources());
        return all;
    }

    private static Optional<Source> next(List<Source> spare) {
        return spare.isEmpty() ? Optional.empty() : Optional.of(spare.remove(0));
    }

    /** Whether there are two to compare. */
    public boolean isPossible() {
        return sources.size() == SIDES;
    }

    /** A row for each position in its order, and one for what takes none, where there is any. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        evidence.question().positions().forEach(p -> rows.add(row(Optional.of(p))));
        Row none = row(Optional.empty());
        if (!none.isSilent()) {
            rows.add(none);
        }
        return rows;
    }

    private Row row(Optional<Position> position) {
        return new Row(
                position,
                sources.stream().map(s -> new Cell(s, said(s, position))).toList());
    }

    /** A report of another's view stands with the position it is about, after those that take it themselves. */
    private List<Passage> said(Source source, Optional<Position> position) {
        return evidence.from(source).stream()
                .filter(p -> p.position().equals(position))
                .sorted(Comparator.comparing(Passage::relation))
                .toList();
    }
}
