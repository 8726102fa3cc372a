package contested.source;

import contested.shared.Slug;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is here of a source's text, for the operator.
 *
 * @param source   its name
 * @param state    how much of the text is here
 * @param same     how many paragraphs are here as catalogued
 * @param changed  numbers of those that are here in other words
 * @param absent   numbers of those that are not here
 * @param received what the latest document did to it; nothing where the report is only asked for
 */
public record SourceReport(
        Slug source, TextState state, int same, List<Integer> changed, List<Integer> absent, Received received) {

    /** What became of a document that was recognised as this source. */
    public enum Received {
        NOTHING,
        INSTALLED,
        /** It says what is installed already. */
        UNCHANGED,
        /** What was installed earlier has more paragraphs as catalogued, and stays. */
        LESS_THAN_BEFORE
    }

    static SourceReport of(Source source, Received received) {
        return new SourceReport(
                source.slug(),
                source.textState(),
                source.paragraphs(ParagraphState.SAME).size(),
                source.paragraphs(ParagraphState.CHANGED),
                source.paragraphs(ParagraphState.ABSENT),
                received);
    }

    /** One line: ids and counts, no text. */
    public String line() {
        int all = same + changed.size() + absent.size();
        return "source " + source + ": "
                + switch (state) {
                    case NOT_INSTALLED -> "not installed, 0 of " + all + " paragraphs";
                    case PARTLY ->
                        "partly installed, " + same + " of " + all + " paragraphs as catalogued"
                                + numbers("; changed: ", changed) + numbers("; missing: ", absent);
                    case INSTALLED -> "installed, " + all + " of " + all + " paragraphs";
                }
                + switch (received) {
                    case NOTHING -> "";
                    case INSTALLED -> " (new)";
                    case UNCHANGED -> " (as before)";
                    case LESS_THAN_BEFORE -> " (kept as before; the document found has fewer paragraphs)";
                };
    }

    private static String numbers(String before, List<Integer> numbers) {
        return numbers.isEmpty()
                ? ""
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", before, ""));
    }
}
