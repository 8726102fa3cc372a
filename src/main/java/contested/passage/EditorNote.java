package contested.passage;

import contested.question.Question;
import contested.shared.Bilingual;
import contested.source.Source;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an editor adds to the evidence of a question and no source says: a link, a difference, a need to check. */
@Entity
public class EditorNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Question question;

    /** The order among the notes of its question. */
    private int rank;

    @Enumerated(EnumType.STRING)
    private NoteKind kind;

    /** The source it is about; null when it is about several or none. */
    @ManyToOne
    private @Nullable Source source;

    private @Nullable Integer paragraph;

    @Embedded
    private Bilingual text;

    protected EditorNote() {}

    public EditorNote(
            Question question,
            int rank,
            NoteKind kind,
            @Nullable Source source,
            @Nullable Integer paragraph,
            Bilingual text) {
        this.question = question;
        this.rank = rank;
        this.kind = kind;
        this.source = source;
        this.paragraph = paragraph;
        this.text = text;
    }

    public Question question() {
        return question;
    }

    public NoteKind kind() {
        return kind;
    }

    public Optional<Source> source() {
        return Optional.ofNullable(source);
    }

    public Optional<Integer> paragraph() {
        return Optional.ofNullable(paragraph);
    }

    public Bilingual text() {
        return text;
    }
}
