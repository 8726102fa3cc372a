package contested.passage;

import java.util.Map;
import java.util.Optional;

/**
 * A passage in its paragraph, as installed.
 *
 * @param before   what stands before it in the paragraph
 * @param passage  the passage itself
 * @param after    what stands after it
 * @param language BCP 47 tag of all three
 */
public record PassageText(String before, String passage, String after, String language) {

    static Optional<PassageText> of(Passage passage, Map<ParagraphKey, String> texts) {
        return passage.found().flatMap(span -> Optional.ofNullable(
                        texts.get(new ParagraphKey(passage.source().id(), span.paragraph())))
                .map(text -> new PassageText(
                        span.before(text),
                        span.of(text),
                        span.after(text),
                        passage.source().language())));
    }
}
