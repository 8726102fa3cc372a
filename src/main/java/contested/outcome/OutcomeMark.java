package contested.outcome;

import contested.workshop.WorkshopMember;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a participant says to a line: that they can live with it, or that they object. Read with the name by nobody but
 * the one who made it; cut from them when the workshop closes.
 */
@Entity
public class OutcomeMark {

    public static final int MAX_REASON_CHARS = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private OutcomeLine line;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable WorkshopMember member;

    private boolean objects;
    private @Nullable String reason;

    /** The wording of which it speaks: nobody has agreed to what was written later. */
    private int wording;

    protected OutcomeMark() {}

    OutcomeMark(OutcomeLine line, WorkshopMember member) {
        this.line = line;
        this.member = member;
    }

    void accept() {
        objects = false;
        reason = null;
        wording = line.wording();
    }

    /** @param why null for whoever says none */
    void object(@Nullable String why) {
        objects = true;
        reason = why;
        wording = line.wording();
    }

    OutcomeLine line() {
        return line;
    }

    /** Null once the workshop is closed. */
    @Nullable
    WorkshopMember member() {
        return member;
    }

    public boolean isObjection() {
        return objects;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    int wording() {
        return wording;
    }

    /** Whether the line reads as it did when this was said. */
    public boolean isOnPresentWording() {
        return wording == line.wording();
    }
}
