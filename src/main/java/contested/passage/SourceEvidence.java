package contested.passage;

import contested.question.Question;
import contested.source.Paragraph;
import contested.source.Source;
import java.util.List;

/**
 * One source as a reader goes through it.
 *
 * @param source     with its paragraphs
 * @param passages   in the order in which they stand in the text
 * @param questions  all that stand, so that the silent ones can be named
 */
public record SourceEvidence(Source source, List<Passage> passages, List<Question> questions) {

    public List<Passage> in(Paragraph paragraph) {
        return passages.stream()
                .filter(p -> p.paragraph() == paragraph.number())
                .toList();
    }

    /** The questions on which this source says nothing. */
    public List<Question> silentOn() {
        return questions.stream()
                .filter(q -> passages.stream().noneMatch(p -> p.question().equals(q)))
                .toList();
    }
}
