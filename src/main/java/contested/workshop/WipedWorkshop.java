package contested.workshop;

import contested.account.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * That a workshop was wiped, by whom and when: all that is left of it. The database never changes or deletes it, and lets
 * go of decisions for such a workshop alone.
 */
@Entity
public class WipedWorkshop {

    @Id
    private Long workshopId;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account wipedBy;

    private Instant wipedAt;

    protected WipedWorkshop() {}

    WipedWorkshop(Workshop workshop, Account by, Instant now) {
        workshopId = workshop.id();
        wipedBy = by;
        wipedAt = now;
    }

    /** Whose pseudonym is empty once they had their account erased. */
    public Account wipedBy() {
        return wipedBy;
    }

    public Instant wipedAt() {
        return wipedAt;
    }
}
