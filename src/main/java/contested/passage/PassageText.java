package contested.passage;

import java.util.Map;
import java.util.Optional;

/**
 * A passage in its paragraph, as installed.
 *
 * @param before   what stands before it in the paragraph
 * @param lead     the passage up to its phrase
 * @param phrase   the phrase that is quoted from it; empty where it is no longer in these words
 * @param rest     the passage after its phrase
 * @param after    what stands after it
 * @param language BCP 47 tag of them all
 */
public record PassageText(String before, String lead, String phrase, String rest, String after, String language) {

    /** The passage itself. */
    public String passage() {
        return lead + phrase + rest;
    }

    static Optional<PassageText> of(Passage passage, Map<ParagraphKey, String> texts) {
        return passage.found().flatMap(span -> Optional.ofNullable(
                        texts.get(new ParagraphKey(passage.source().id(), span.paragraph())))
                .map(text -> of(passage, span, text)));
    }

    private static PassageText of(Passage passage, Span span, String text) {
        int end = text.offsetByCodePoints(0, span.end());
        Optional<Span> phrase = passage.quotedIn(text);
        int from = phrase.map(p -> text.offsetByCodePoints(0, p.start())).orElse(end);
        int to = phrase.map(p -> text.offsetByCodePoints(0, p.end())).orElse(end);
        return new PassageText(
                span.before(text),
                text.substring(text.offsetByCodePoints(0, span.start()), from),
                text.substring(from, to),
                text.substring(to, end),
                span.after(text),
                passage.source().language());
    }
}
