package contested.passage;

import jakarta.persistence.Embeddable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short stretch of a source's own words by which a passage is shown and found again. Source: W3C Web Annotation Data
 * Model, Text Quote Selector.
 *
 * @param exact  the phrase, in the language of the source
 * @param prefix what stands right before it, where the phrase alone is ambiguous
 * @param suffix what stands right after it, likewise
 */
@Embeddable
public record Quote(String exact, @Nullable String prefix, @Nullable String suffix) {

    /** Enough words to tell one passage of a paragraph from another. */
    private static final int OPENING_WORDS = 4;

    /** The first words of the phrase, as a name for the passage. */
    public String opening() {
        String[] words = exact.split(" ", OPENING_WORDS + 1);
        return words.length <= OPENING_WORDS
                ? exact
                : String.join(" ", List.of(words).subList(0, OPENING_WORDS)) + "…";
    }

    /** Where in {@code text} the quote stands, in UTF-16 units; -1 when nowhere, or in more than one place. */
    int indexIn(String text) {
        String before = prefix == null ? "" : prefix;
        String whole = before + exact + (suffix == null ? "" : suffix);
        int first = text.indexOf(whole);
        return first < 0 || text.indexOf(whole, first + 1) >= 0 ? -1 : first + before.length();
    }

    /** A place within a text, in code points, {@code end} exclusive. */
    record Words(int start, int end) {}

    /** The occurrence of the phrase that stands nearest to where it is expected, in code points. */
    Optional<Words> nearestIn(String text, int expected) {
        Optional<Integer> nearest = Stream.iterate(
                        text.indexOf(exact), at -> at >= 0, at -> text.indexOf(exact, at + 1))
                .map(at -> text.codePointCount(0, at))
                .min(Comparator.comparingInt(at -> Math.abs(at - expected)));
        return nearest.map(at -> new Words(at, at + exact.codePointCount(0, exact.length())));
    }
}
