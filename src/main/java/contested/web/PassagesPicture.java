package contested.web;

import contested.outcome.Answer;
import contested.outcome.CitablePassage;
import contested.outcome.PassageUse;
import java.util.List;
import java.util.stream.Stream;

/** The picture of passages by use: a row for each that was cited, with a dot for each comment that cites it. */
public final class PassagesPicture {

    private static final double FIRST = 6;
    private static final double STEP = 12;

    private final PassageUse use;
    private final AnswerLabels labels;

    public PassagesPicture(PassageUse use, AnswerLabels labels) {
        this.use = use;
        this.labels = labels;
    }

    /** A cited passage. @param dots the places of its comments; one where there are too many to count by eye */
    public record Row(CitablePassage passage, String stance, int comments, List<Double> dots) {}

    /** The mark of the position to which a passage speaks; that of context for none. */
    public String stance(CitablePassage passage) {
        return passage.position() == null ? "context" : SwingPicture.stance(Answer.of(passage.position()));
    }

    public PassageUse use() {
        return use;
    }

    public AnswerLabels labels() {
        return labels;
    }

    public List<Row> getRows() {
        return use.used().stream()
                .map(u -> new Row(u.passage(), stance(u.passage()), u.comments(), dots(u.comments())))
                .toList();
    }

    private static List<Double> dots(int comments) {
        return Stream.iterate(FIRST, x -> x + STEP)
                .limit(comments > SwingPicture.MAX_MARKS ? 1 : comments)
                .toList();
    }
}
