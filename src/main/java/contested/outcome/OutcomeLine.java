package contested.outcome;

import contested.workshop.AgendaItem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** One line of an outcome sheet: what is to be said on one question, in the words of those who led the workshop. */
@Entity
public class OutcomeLine {

    public static final int MAX_TEXT_CHARS = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private OutcomeSheet sheet;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @Enumerated(EnumType.STRING)
    private LineKind kind;

    private int rank;
    private String text;
    private @Nullable String origin;
    private boolean edited;

    /** Counts the wordings, from 1: of two who save, the second is shown what the first wrote. */
    private int wording = 1;

    protected OutcomeLine() {}

    OutcomeLine(OutcomeSheet sheet, AgendaItem item, LineKind kind, int rank, String text, @Nullable String origin) {
        this.sheet = sheet;
        this.item = item;
        this.kind = kind;
        this.rank = rank;
        this.text = text;
        this.origin = origin;
        this.edited = origin == null;
    }

    /** Says it in other words, or as something else. From now on no proposal touches it. */
    void word(LineKind newKind, String newText) {
        if (newKind != kind || !newText.equals(text)) {
            kind = newKind;
            text = newText;
            edited = true;
            wording++;
        }
    }

    /** Takes over newer figures, unless somebody wrote here. */
    void followFigures(String newText) {
        if (!edited && !newText.equals(text)) {
            text = newText;
            wording++;
        }
    }

    void standAt(int newRank) {
        rank = newRank;
    }

    public Long id() {
        return id;
    }

    OutcomeSheet sheet() {
        return sheet;
    }

    public AgendaItem item() {
        return item;
    }

    public LineKind kind() {
        return kind;
    }

    public int rank() {
        return rank;
    }

    public String text() {
        return text;
    }

    /** Which proposal it came from; null where somebody wrote it. */
    @Nullable
    String origin() {
        return origin;
    }

    public boolean isEdited() {
        return edited;
    }

    public int wording() {
        return wording;
    }
}
