package contested.passage;

import contested.source.Paragraph;
import contested.source.ParagraphState;
import contested.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a passage in the text of its source: first by position, which holds only in a paragraph that is as catalogued,
 * then by its quote in the recorded paragraph, then in any other.
 */
final class Resolver {

    private final Source source;

    Resolver(Source source) {
        this.source = source;
    }

    /** What became of the passage, and where it stands now if it was found. */
    Resolved resolve(Span recorded, Span phrase, Quote quote) {
        Optional<Paragraph> home = paragraph(recorded.paragraph());
        Optional<String> homeText = home.flatMap(Paragraph::text);
        if (homeText.isPresent() && home.get().state() == ParagraphState.SAME) {
            return standsIn(homeText.get(), recorded, quote)
                    ? new Resolved(Resolution.RESOLVED, recorded)
                    : new Resolved(Resolution.LOST, null);
        }
        if (source.paragraphs().stream().allMatch(p -> p.state() == ParagraphState.ABSENT)) {
            return new Resolved(Resolution.UNRESOLVED, null);
        }
        return search(recorded, phrase, quote);
    }

    private static boolean standsIn(String text, Span recorded, Quote quote) {
        return recorded.fits(text.codePointCount(0, text.length()))
                && recorded.of(text).contains(quote.exact());
    }

    private Resolved search(Span recorded, Span phrase, Quote quote) {
        Optional<Paragraph> home = paragraph(recorded.paragraph());
        List<Span> found = new ArrayList<>();
        for (Paragraph candidate : source.paragraphs()) {
            Optional<Span> place = candidate.text().flatMap(text -> place(candidate, text, recorded, phrase, quote));
            if (place.isPresent() && home.filter(candidate::equals).isPresent()) {
                return new Resolved(Resolution.MOVED, place.get());
            }
            place.ifPresent(found::add);
        }
        if (found.size() == 1) {
            return new Resolved(Resolution.MOVED, found.get(0));
        }
        boolean homeIsHere = home.flatMap(Paragraph::text).isPresent();
        return new Resolved(homeIsHere || found.size() > 1 ? Resolution.LOST : Resolution.UNRESOLVED, null);
    }

    /** The stretch as long before and after the phrase as recorded, cut at the paragraph's ends. */
    private static Optional<Span> place(Paragraph in, String text, Span recorded, Span phrase, Quote quote) {
        int index = quote.indexIn(text);
        if (index < 0) {
            return Optional.empty();
        }
        int at = text.codePointCount(0, index);
        int length = text.codePointCount(0, text.length());
        int start = Math.max(0, at - (phrase.start() - recorded.start()));
        int end = Math.min(length, at + (recorded.end() - phrase.start()));
        return Optional.of(new Span(in.number(), start, end));
    }

    private Optional<Paragraph> paragraph(int number) {
        return source.paragraphs().stream().filter(p -> p.number() == number).findFirst();
    }
}
