package contested.passage;

import contested.source.Source;
import java.util.List;
import java.util.function.Predicate;

/**
 * The catalogue in numbers, for the method page. They say how much of these documents speaks to the questions, never how
 * many people hold a view.
 *
 * @param evidence what is counted
 */
public record EvidenceFigures(Evidence evidence) {

    public int sources() {
        return evidence.sources().size();
    }

    public int questions() {
        return evidence.questions().size();
    }

    public int positions() {
        return evidence.questions().stream().mapToInt(q -> q.positions().size()).sum();
    }

    public int passages() {
        return evidence.passages().size();
    }

    public int passages(Relation relation) {
        return count(p -> p.relation() == relation);
    }

    public int passages(Source source) {
        return count(p -> p.source().equals(source));
    }

    public int passages(Source source, Relation relation) {
        return count(p -> p.source().equals(source) && p.relation() == relation);
    }

    public int passages(Resolution resolution) {
        return count(p -> p.resolution() == resolution);
    }

    /** Passages whose bearing on their question an editor inferred. */
    public int inferred() {
        return count(Passage::isInferred);
    }

    public long oneSided() {
        return byQuestion().stream().filter(QuestionEvidence::isOneSided).count();
    }

    public long readyForClass() {
        return byQuestion().stream().filter(QuestionEvidence::isReadyForClass).count();
    }

    private List<QuestionEvidence> byQuestion() {
        return evidence.byQuestion();
    }

    private int count(Predicate<Passage> which) {
        return (int) evidence.passages().stream().filter(which).count();
    }
}
