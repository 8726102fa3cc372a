package contested.passage;

import contested.question.Question;
import contested.source.Paragraph;
import contested.source.Source;
import contested.source.TextState;
import java.util.List;

/**
 * One source as a reader goes through it.
 *
 * @param source    with its paragraphs
 * @param passages  in the order in which they stand in the text
 * @param questions all that stand, so that the silent ones can be named
 */
public record SourceEvidence(Source source, List<Passage> passages, List<Question> questions) {

    public List<Passage> in(Paragraph paragraph) {
        return passages.stream()
                .filter(p -> p.paragraph() == paragraph.number())
                .toList();
    }

    /** Its paragraphs in order; unless {@code whole}, texts only of those in which a passage was found. */
    public List<ReaderParagraph> paragraphs(boolean whole) {
        boolean installed = source.textState() != TextState.NOT_INSTALLED;
        return source.paragraphs().stream()
                .map(p -> ReaderParagraph.of(p, in(p), installed, whole))
                .toList();
    }

    /** The questions on which this source says something. */
    public List<Question> speaksTo() {
        return questions.stream().filter(this::hasPassageOn).toList();
    }

    /** The questions on which this source says nothing. */
    public List<Question> silentOn() {
        return questions.stream().filter(q -> !hasPassageOn(q)).toList();
    }

    private boolean hasPassageOn(Question question) {
        return passages.stream().anyMatch(p -> p.question().equals(question));
    }
}
