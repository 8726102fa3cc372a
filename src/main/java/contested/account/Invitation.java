package contested.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/** Lets one person sign up where sign-up is by invitation. The link has the secret; here is only its hash. */
@Entity
public class Invitation {

    /** Long enough to be read after the holidays. */
    static final Duration LASTS = Duration.ofDays(14);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** SHA-256 of the secret, in hex. */
    private String secretHash;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account invitedBy;

    private Instant createdAt;

    private Instant expiresAt;

    protected Invitation() {}

    Invitation(String secretHash, Account invitedBy, Instant now) {
        this.secretHash = secretHash;
        this.invitedBy = invitedBy;
        this.createdAt = now;
        this.expiresAt = now.plus(LASTS);
    }

    public Long id() {
        return id;
    }

    public Account invitedBy() {
        return invitedBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
