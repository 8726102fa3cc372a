package contested.question;

import contested.shared.Bilingual;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One of the two to four answers people give to a question. Positions are symmetric and unranked. */
@Entity
public class Position {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    private Question question;

    /** Unique within its question. */
    @Enumerated(EnumType.STRING)
    private Slot slot;

    /** One to four words, such as "It depends". */
    @Embedded
    private Bilingual label;

    /** The answer in one sentence. */
    @Embedded
    private Bilingual statement;

    /** The place of its column on the question page, drawn by lot when the question was made. */
    private int lot;

    /** Whether the question offers it no more. It stays, since people have taken it. */
    private boolean retired;

    protected Position() {}

    Position(Question question, Slot slot, Bilingual label, Bilingual statement, int lot) {
        this.question = question;
        this.slot = slot;
        this.lot = lot;
        word(label, statement);
    }

    void word(Bilingual newLabel, Bilingual newStatement) {
        label = newLabel;
        statement = newStatement;
        retired = false;
    }

    void retire() {
        retired = true;
    }

    public boolean isRetired() {
        return retired;
    }

    public Long id() {
        return id;
    }

    public Question question() {
        return question;
    }

    public Slot slot() {
        return slot;
    }

    public Bilingual label() {
        return label;
    }

    public Bilingual statement() {
        return statement;
    }

    public int lot() {
        return lot;
    }
}
