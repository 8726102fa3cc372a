package contested.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What moderators decided about a member, with the reason that the member reads. Ends by itself or is lifted. */
@Entity
public class Sanction {

    public static final int MAX_REASON_CHARS = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    @Enumerated(EnumType.STRING)
    private SanctionKind kind;

    private String reason;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account imposedBy;

    private Instant imposedAt;

    /** Null where it lasts until it is lifted. */
    private @Nullable Instant until;

    private @Nullable Instant liftedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Account liftedBy;

    protected Sanction() {}

    Sanction(Account account, SanctionKind kind, String reason, Account imposedBy, Instant now) {
        this.account = account;
        this.kind = kind;
        this.reason = reason;
        this.imposedBy = imposedBy;
        this.imposedAt = now;
        this.until = kind.endAfter(now).orElse(null);
    }

    void lift(Account who, Instant now) {
        liftedAt = now;
        liftedBy = who;
    }

    public boolean isInForceAt(Instant now) {
        return liftedAt == null && (until == null || now.isBefore(until));
    }

    public Long id() {
        return id;
    }

    public Account account() {
        return account;
    }

    public SanctionKind kind() {
        return kind;
    }

    /** The person reads it. */
    public String reason() {
        return reason;
    }

    /** For moderators only. */
    public Account imposedBy() {
        return imposedBy;
    }

    public Instant imposedAt() {
        return imposedAt;
    }

    /** Empty where it lasts until it is lifted. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    public Optional<Instant> liftedAt() {
        return Optional.ofNullable(liftedAt);
    }
}
