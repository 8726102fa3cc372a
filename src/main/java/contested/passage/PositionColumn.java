package contested.passage;

import contested.question.Position;
import contested.source.Source;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A position with its passages, as one of several equal columns. A view of it that is only reported stands here too, and
 * counts for no side.
 *
 * @param position the position
 * @param all      every passage on it, whatever the filter
 * @param groups   those that the filter lets through, by relation; no empty groups
 * @param unheard  the catalogued sources that say nothing on this position
 */
public record PositionColumn(Position position, List<Passage> all, List<PassageGroup> groups, List<Source> unheard) {

    /** Passages of one relation, in their order. */
    public record PassageGroup(Relation relation, List<Passage> passages) {

        static List<PassageGroup> of(List<Passage> passages) {
            Map<Relation, List<Passage>> byRelation =
                    passages.stream().collect(Collectors.groupingBy(Passage::relation));
            return Arrays.stream(Relation.values())
                    .filter(byRelation::containsKey)
                    .map(r -> new PassageGroup(r, byRelation.get(r)))
                    .toList();
        }
    }

    /** The columns of a question in the order that was drawn by lot for it, or the reverse of it. */
    public static List<PositionColumn> of(QuestionEvidence evidence, PassageFilter filter, boolean reversed) {
        Comparator<Position> byLot = Comparator.comparing(Position::lot);
        return evidence.question().positions().stream()
                .sorted(reversed ? byLot.reversed() : byLot)
                .map(position -> of(evidence, filter, position))
                .toList();
    }

    /** The passages that stand on no column, grouped likewise. */
    public static List<PassageGroup> besides(QuestionEvidence evidence, PassageFilter filter) {
        return PassageGroup.of(
                evidence.onNoPosition().stream().filter(filter::accepts).toList());
    }

    private static PositionColumn of(QuestionEvidence evidence, PassageFilter filter, Position position) {
        List<Passage> all = evidence.passages().stream()
                .filter(p -> p.position().filter(position::equals).isPresent())
                .toList();
        List<Source> unheard = evidence.sources().stream()
                .filter(s -> all.stream().noneMatch(p -> p.source().equals(s)))
                .toList();
        return new PositionColumn(
                position,
                all,
                PassageGroup.of(all.stream().filter(filter::accepts).toList()),
                unheard);
    }

    /** The passages that count for this side: they support or qualify it. */
    public List<Passage> standingFor() {
        return all.stream().filter(p -> p.relation().standsForPosition()).toList();
    }

    /** How many different sources those stand in that count for this side. */
    public long sources() {
        return standingFor().stream().map(Passage::source).distinct().count();
    }

    public long count(Relation relation) {
        return all.stream().filter(p -> p.relation() == relation).count();
    }
}
