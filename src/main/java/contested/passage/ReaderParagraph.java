package contested.passage;

import contested.source.Paragraph;
import contested.source.ParagraphState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A paragraph as one may read it here: with its text, or with what is known of it while the text is not shown.
 *
 * @param number   counted from 1
 * @param form     what of it is shown
 * @param changed  whether its text is here and differs from the catalogued one
 * @param passages that stand in it, or were recorded in it and not found
 * @param text     with its passages marked; empty unless it is shown
 */
public record ReaderParagraph(
        int number, Form form, boolean changed, List<Passage> passages, Optional<MarkedText<Passage>> text) {

    /** What of a paragraph is shown. */
    public enum Form {
        /** Its text. */
        TEXT,
        /** The text is here, and the operator shows only paragraphs in which a passage was found. */
        WITHHELD,
        /** The document is here, and this paragraph is not in it. */
        MISSING,
        /** The document is not here. */
        NOT_INSTALLED
    }

    static ReaderParagraph of(Paragraph paragraph, List<Passage> passages, boolean installed, boolean whole) {
        Map<Passage, Span> found = new LinkedHashMap<>();
        passages.forEach(p -> p.found().ifPresent(span -> found.put(p, span)));
        Form form = form(paragraph, installed, whole || !found.isEmpty());
        return new ReaderParagraph(
                paragraph.number(),
                form,
                paragraph.state() == ParagraphState.CHANGED,
                passages,
                paragraph.text().filter(t -> form == Form.TEXT).map(t -> MarkedText.of(t, found, quoted(t, passages))));
    }

    private static List<Span> quoted(String text, List<Passage> passages) {
        return passages.stream().flatMap(p -> p.quotedIn(text).stream()).toList();
    }

    private static Form form(Paragraph paragraph, boolean installed, boolean mayBeShown) {
        if (paragraph.text().isPresent()) {
            return mayBeShown ? Form.TEXT : Form.WITHHELD;
        }
        return installed ? Form.MISSING : Form.NOT_INSTALLED;
    }

    /** The place of a passage among the notes beside this paragraph, counted from 1. */
    public int place(Passage passage) {
        return passages.indexOf(passage) + 1;
    }

    /** Whether its passages stand on their own, by phrase and gist, since there is no text to mark them in. */
    public boolean isExtract() {
        return form != Form.TEXT && !passages.isEmpty();
    }
}
