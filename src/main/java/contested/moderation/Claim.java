package contested.moderation;

import contested.account.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;

/** That a moderator is on a comment, so that colleagues take another. Ends by itself. */
@Entity
public class Claim {

    public static final Duration LASTS = Duration.ofMinutes(10);

    @Id
    private Long commentId;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account moderator;

    private Instant until;

    protected Claim() {}

    Claim(long commentId, Account moderator, Instant now) {
        this.commentId = commentId;
        pass(moderator, now);
    }

    final void pass(Account to, Instant now) {
        moderator = to;
        until = now.plus(LASTS);
    }

    boolean isFreeFor(Account who, Instant now) {
        return moderator.equals(who) || !until.isAfter(now);
    }

    public Long commentId() {
        return commentId;
    }

    public Account moderator() {
        return moderator;
    }

    public Instant until() {
        return until;
    }
}
