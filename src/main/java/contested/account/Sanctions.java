package contested.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the sanctions in force mean for a member right now. Asked within somebody else's transaction. */
@ApplicationScoped
public class Sanctions {

    @Inject
    private SanctionRepository sanctions;

    @Inject
    private Clock clock;

    /** Why they may not write now: the ban that lasts longest. Empty when they may. */
    public Optional<Sanction> ban(Account account) {
        return inForce(account).stream().filter(s -> s.kind().isBan()).max(Comparator.comparing(s -> s.until()
                .orElse(Instant.MAX)));
    }

    public boolean mayWrite(Account account) {
        return ban(account).isEmpty();
    }

    /** Whether a moderator looks at all they write before readers do. */
    public boolean alwaysReview(Account account) {
        return inForce(account).stream().anyMatch(s -> s.kind() == SanctionKind.ALWAYS_REVIEW);
    }

    /** The newest first. */
    public List<Sanction> inForce(Account account) {
        Instant now = clock.instant();
        return sanctions.of(account).stream().filter(s -> s.isInForceAt(now)).toList();
    }
}
