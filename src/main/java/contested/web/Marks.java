package contested.web;

import contested.passage.EditorNote;
import contested.passage.NoteKind;
import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.passage.Resolution;
import contested.question.Position;
import contested.source.PublisherType;
import contested.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which mark stands for what: the shape and colour of a position, the fill of a relation. */
@Named
@ApplicationScoped
public class Marks {

    /**
     * One side of a balance strip.
     *
     * @param position whose side it is
     * @param place    the class of its place in the strip
     * @param marks    the passages that support, qualify or challenge it
     */
    public record Side(Position position, String place, List<Passage> marks) {

        /** How many of them count for the side: a challenge is shown, and counts for none. */
        public int count() {
            return (int)
                    marks.stream().filter(p -> p.relation().standsForPosition()).count();
        }
    }

    /** The slot whose colour and shape the passage takes, or its relation where it takes no side. */
    public String stance(Passage passage) {
        return passage.relation().takesPosition()
                ? passage.position().map(this::slot).orElse("context")
                : stance(passage.relation());
    }

    /** The ink mark of a relation that takes no position. */
    public String stance(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }

    /** {@code qualifies} or {@code challenges} for a hollow mark; empty for a solid one, and where it lost its position. */
    public String rel(Passage passage) {
        return passage.position().isPresent() ? rel(passage.relation()) : "";
    }

    /** The same for every passage of that relation. */
    public String rel(Relation relation) {
        return relation == Relation.QUALIFIES || relation == Relation.CHALLENGES
                ? relation.name().toLowerCase(Locale.ROOT)
                : "";
    }

    public String slot(Position position) {
        return position.slot().name().toLowerCase(Locale.ROOT);
    }

    /** The sides of the strip, in the order of every chart. */
    public List<Side> balance(QuestionEvidence evidence) {
        List<Position> positions = evidence.question().positions();
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            String place = i == 0 ? "bal-y" : i == positions.size() - 1 ? "bal-n" : "bal-d";
            sides.add(new Side(position, place, evidence.bearingOn(position)));
        }
        return sides;
    }

    /**
     * The passages of one source on one side.
     *
     * @param source   where they stand
     * @param passages those that support, qualify or challenge the side's position
     */
    public record Bracket(Source source, List<Passage> passages) {}

    /**
     * One side of the picture that opens a question page.
     *
     * @param position whose side it is
     * @param count    of the marks that support or qualify its position
     * @param against  of those that challenge it
     * @param brackets all these marks by source, in the catalogue's order; no empty ones
     */
    public record GlanceSide(Position position, int count, int against, List<Bracket> brackets) {}

    /** The sides of the picture, in the order of every chart. */
    public List<GlanceSide> glance(QuestionEvidence evidence) {
        return evidence.question().positions().stream()
                .map(position -> glance(evidence, position))
                .toList();
    }

    private static GlanceSide glance(QuestionEvidence evidence, Position position) {
        List<Passage> bearing = evidence.bearingOn(position);
        List<Bracket> brackets = evidence.sources().stream()
                .map(s -> new Bracket(
                        s, bearing.stream().filter(p -> p.source().equals(s)).toList()))
                .filter(bracket -> !bracket.passages().isEmpty())
                .toList();
        int count = evidence.standingFor(position).size();
        return new GlanceSide(position, count, bearing.size() - count, brackets);
    }

    /** The message key of a relation's word. */
    public String key(Relation relation) {
        return "relation." + relation.name().toLowerCase(Locale.ROOT);
    }

    /** The message key of a publisher's type. */
    public String typeKey(PublisherType type) {
        return "publisher-type." + type.name().toLowerCase(Locale.ROOT);
    }

    /** The message key of a note's kind. */
    public String noteKey(NoteKind kind) {
        return "question.notes." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** A paragraph that something points to. */
    public record Place(Source source, int paragraph) {}

    /** Where a note points: one place, or none. */
    public List<Place> placeOf(EditorNote note) {
        return note.source().flatMap(source -> note.paragraph().map(n -> new Place(source, n))).stream()
                .toList();
    }

    /** {@code moved}, {@code shifted} within its paragraph, or {@code lost}; empty where there is nothing to tell. */
    public String flag(Passage passage) {
        if (passage.resolution() == Resolution.MOVED) {
            return passage.paragraph() == passage.span().paragraph() ? "shifted" : "moved";
        }
        return passage.resolution() == Resolution.LOST ? "lost" : "";
    }

    public String balanceClass(QuestionEvidence evidence) {
        int positions = evidence.question().positions().size();
        return positions == 2 ? "bal-2" : positions == 4 ? "bal-4" : "";
    }
}
