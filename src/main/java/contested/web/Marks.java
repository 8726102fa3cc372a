package contested.web;

import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.question.Position;
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
    public record Side(Position position, String place, List<Passage> marks) {}

    /** The slot whose colour and shape the passage takes, or its relation where it takes no side. */
    public String stance(Passage passage) {
        return passage.relation().takesPosition()
                ? passage.position().map(this::slot).orElse("context")
                : passage.relation().name().toLowerCase(Locale.ROOT);
    }

    /** {@code qualifies} or {@code challenges} for a hollow mark, else empty. */
    public String rel(Passage passage) {
        Relation relation = passage.relation();
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

    public String balanceClass(QuestionEvidence evidence) {
        int positions = evidence.question().positions().size();
        return positions == 2 ? "bal-2" : positions == 4 ? "bal-4" : "";
    }
}
