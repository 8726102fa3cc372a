package contested.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/**
 * That somebody is signed in, in one browser. Kept in the database, so that it outlives the server's restart and ends
 * everywhere at once. The browser has the token; here is only its hash.
 */
@Entity
public class SignIn {

    /** How long it lasts without being extended; a school day. */
    public static final Duration LASTS = Duration.ofHours(8);

    /** As long after signing in nobody asks again who it is. */
    static final Duration FRESH = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    /** SHA-256 of the token, in hex. */
    private String tokenHash;

    /** What a form of this browser carries to show that it came from one of our pages. */
    private String formToken;

    private Instant createdAt;

    private Instant expiresAt;

    protected SignIn() {}

    SignIn(Account account, String tokenHash, String formToken, Instant now) {
        this.account = account;
        this.tokenHash = tokenHash;
        this.formToken = formToken;
        this.createdAt = now;
        this.expiresAt = now.plus(LASTS);
    }

    void extend(Instant now) {
        expiresAt = now.plus(LASTS);
    }

    boolean isFreshAt(Instant now) {
        return now.isBefore(createdAt.plus(FRESH));
    }

    Account account() {
        return account;
    }

    String formToken() {
        return formToken;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
