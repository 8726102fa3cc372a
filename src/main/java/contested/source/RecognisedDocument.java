package contested.source;

import java.util.Map;
import java.util.Optional;

/**
 * What a document turned out to be: a source, with the text of each paragraph of it that was found.
 *
 * @param source     whose text this is
 * @param paragraphs found texts by paragraph number, as catalogued or changed
 */
public record RecognisedDocument(Source source, Map<Integer, ParagraphText> paragraphs) {

    Optional<ParagraphText> paragraph(int number) {
        return Optional.ofNullable(paragraphs.get(number));
    }
}
