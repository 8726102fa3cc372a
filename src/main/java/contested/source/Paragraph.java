package contested.source;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One numbered body paragraph of a source. The catalogue knows its fingerprint; its text is here only when somebody who
 * may do so has installed the document.
 */
@Entity
public class Paragraph {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Source source;

    /** Counted from 1 within its source. */
    private int number;

    /** SHA-256 of the normalised text, in hex. Source: the content guide. */
    private String fingerprint;

    /** {@link ParagraphText#sketch} of the text, in hex: tells a changed paragraph from another one. */
    private String sketch;

    /** Of the normalised text, in Unicode code points. */
    private int length;

    @Enumerated(EnumType.STRING)
    private ParagraphState state = ParagraphState.ABSENT;

    /** Normalised; null while the paragraph is absent. */
    private @Nullable String text;

    protected Paragraph() {}

    Paragraph(Source source, int number, CataloguedParagraph as) {
        this.source = source;
        this.number = number;
        catalogueAs(as);
    }

    /** Takes what the catalogue says now; a text that no longer fits it is marked as changed. */
    void catalogueAs(CataloguedParagraph as) {
        fingerprint = as.fingerprint();
        sketch = as.sketch();
        length = as.length();
        if (text != null) {
            install(new ParagraphText(text));
        }
    }

    void install(ParagraphText found) {
        text = found.value();
        state = found.fingerprint().equals(fingerprint) ? ParagraphState.SAME : ParagraphState.CHANGED;
    }

    void remove() {
        text = null;
        state = ParagraphState.ABSENT;
    }

    CataloguedParagraph catalogued() {
        return new CataloguedParagraph(fingerprint, sketch, length);
    }

    public Source source() {
        return source;
    }

    public int number() {
        return number;
    }

    public ParagraphState state() {
        return state;
    }

    /** The normalised text, where the document is installed. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }
}
