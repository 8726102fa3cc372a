package contested.workshop;

import contested.account.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a workshop was wiped, by whom and when: all that is left of it. The database never changes or deletes it, and lets
 * go of decisions for such a workshop alone.
 */
@Entity
public class WipedWorkshop {

    @Id
    private Long workshopId;

    /** Null for one of the demonstration, whose people are made up and gone. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Account wipedBy;

    private Instant wipedAt;

    protected WipedWorkshop() {}

    WipedWorkshop(Workshop workshop, @Nullable Account by, Instant now) {
        workshopId = workshop.id();
        wipedBy = by;
        wipedAt = now;
    }

    /** Whose pseudonym is empty once they had their account erased; nobody where it was one of the demonstration. */
    public Optional<Account> wipedBy() {
        return Optional.ofNullable(wipedBy);
    }

    public Instant wipedAt() {
        return wipedAt;
    }
}
