package contested.source;

import contested.shared.Slug;
import java.util.List;

/**
 * What recognising a document needs to know of a source.
 *
 * @param source     its name
 * @param paragraphs of its catalogued text, in order; number 1 is the first
 */
public record KnownText(Slug source, List<CataloguedParagraph> paragraphs) {

    /** A source is recognised by this many of its paragraphs, found unchanged; one alone may be a quotation. */
    static final int ENOUGH_PARAGRAPHS = 2;

    /** By so many unchanged paragraphs this source is recognised: {@link #ENOUGH_PARAGRAPHS}, or all it has. */
    int enough() {
        return Math.max(1, Math.min(ENOUGH_PARAGRAPHS, paragraphs.size()));
    }
}
