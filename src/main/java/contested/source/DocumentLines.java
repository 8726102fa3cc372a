package contested.source;

import contested.source.UnreadableDocumentException.Fault;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines of a document that have something in them, each normalised. A paragraph is one of them, or several in a row
 * where the document is hard-wrapped.
 */
public record DocumentLines(List<ParagraphText> lines) {

    /** With more lines a file is a list or a log. It bounds memory and time, whatever the file. */
    static final int MAX_LINES = 100_000;

    private static final Pattern LINE_END = Pattern.compile("\\R");

    /** @throws UnreadableDocumentException When there are more than {@link #MAX_LINES}. */
    static DocumentLines of(String text) {
        List<ParagraphText> lines = LINE_END.splitAsStream(text)
                .map(ParagraphText::new)
                .filter(line -> !line.isEmpty())
                .limit(MAX_LINES + 1L)
                .toList();
        if (lines.size() > MAX_LINES) {
            throw new UnreadableDocumentException(
                    Fault.LONG, "more than " + MAX_LINES + " lines; no document of ours is so long", MAX_LINES);
        }
        return new DocumentLines(lines);
    }

    int size() {
        return lines.size();
    }

    ParagraphText get(int line) {
        return lines.get(line);
    }

    /** The lines of that stretch as one paragraph. */
    ParagraphText join(Stretch stretch) {
        StringBuilder joined = new StringBuilder();
        IntStream.range(stretch.from(), stretch.to()).forEach(line -> {
            String text = lines.get(line).value();
            joined.append(stretch.glue().before(joined)).append(text);
        });
        return new ParagraphText(joined.toString());
    }

    /**
     * Lines in a row.
     *
     * @param from the first, counted from 0
     * @param to   after the last
     * @param glue what stood between them before they were wrapped
     */
    record Stretch(int from, int to, Glue glue) {}

    /** What a wrapped line's end was before. */
    enum Glue {
        /** A blank, as a rule. */
        BLANK,
        /** Nothing after a hyphen: many programs wrap there too. */
        HYPHEN;

        String before(CharSequence joined) {
            boolean first = joined.length() == 0;
            return first || this == HYPHEN && joined.charAt(joined.length() - 1) == '-' ? "" : " ";
        }
    }
}
