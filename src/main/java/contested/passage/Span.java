package contested.passage;

import jakarta.persistence.Embeddable;

/**
 * A stretch of a source's normalised paragraph. Source: W3C Web Annotation Data Model, Text Position Selector.
 *
 * @param paragraph counted from 1
 * @param start     first code point, counted from 0
 * @param end       code point after the last
 */
@Embeddable
public record Span(int paragraph, int start, int end) {

    /** @throws IllegalArgumentException When the stretch is empty or begins before its paragraph. */
    public Span {
        if (start < 0 || end <= start || paragraph < 1) {
            throw new IllegalArgumentException("no stretch of text: " + paragraph + ":" + start + "-" + end);
        }
    }

    /** Whether the stretch lies within a text of that many code points. */
    boolean fits(int length) {
        return end <= length;
    }

    /** The stretch itself, cut out of its paragraph. */
    public String of(String text) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    /** What stands before the stretch in its paragraph. */
    public String before(String text) {
        return text.substring(0, text.offsetByCodePoints(0, start));
    }

    /** What stands after the stretch in its paragraph. */
    public String after(String text) {
        return text.substring(text.offsetByCodePoints(0, end));
    }
}
