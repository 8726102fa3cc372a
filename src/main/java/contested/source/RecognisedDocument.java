package contested.source;

import contested.shared.Slug;
import java.util.Map;
import java.util.Optional;

/**
 * What a document turned out to be: a source, with the text of each paragraph of it that was found.
 *
 * @param source     whose text this is
 * @param paragraphs found texts by paragraph number, as catalogued or changed
 * @param same       how many of them are as catalogued
 */
public record RecognisedDocument(Slug source, Map<Integer, ParagraphText> paragraphs, int same) {

    Optional<ParagraphText> paragraph(int number) {
        return Optional.ofNullable(paragraphs.get(number));
    }
}
