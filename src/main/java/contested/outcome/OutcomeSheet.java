package contested.outcome;

import contested.workshop.Workshop;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a workshop leaves behind. Facilitators write it together; once confirmed it is fixed until one opens it again. */
@Entity
public class OutcomeSheet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    private Workshop workshop;

    private @Nullable Instant confirmedAt;
    private @Nullable Instant reopenedAt;

    protected OutcomeSheet() {}

    OutcomeSheet(Workshop workshop) {
        this.workshop = workshop;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    void reopen(Instant now) {
        confirmedAt = null;
        reopenedAt = now;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    /** When it was last opened again after it had been confirmed; empty for one that never was. */
    public Optional<Instant> reopenedAt() {
        return Optional.ofNullable(reopenedAt);
    }

    public Workshop workshop() {
        return workshop;
    }
}
