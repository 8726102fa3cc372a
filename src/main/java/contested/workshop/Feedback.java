package contested.workshop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What facilitators write to one participant alone: a draft that they share until it is released, and from then on words
 * that only this participant reads. Who of them wrote it is not kept: it is from those who lead the workshop.
 */
@Entity
public class Feedback {

    public static final int MAX_TEXT_CHARS = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private WorkshopMember member;

    private String text;

    /** From 1, one more with each change: nobody saves over what they have not seen. */
    private int wording = 1;

    private Instant writtenAt;

    private @Nullable Instant releasedAt;

    protected Feedback() {}

    Feedback(WorkshopMember member, String text, Instant now) {
        this.member = member;
        this.text = text;
        this.writtenAt = now;
    }

    void word(String words, Instant now) {
        text = words;
        wording++;
        writtenAt = now;
    }

    void release(Instant now) {
        releasedAt = now;
    }

    public WorkshopMember member() {
        return member;
    }

    public String text() {
        return text;
    }

    public int wording() {
        return wording;
    }

    /** Since when the participant reads it; empty for a draft. */
    public Optional<Instant> releasedAt() {
        return Optional.ofNullable(releasedAt);
    }
}
