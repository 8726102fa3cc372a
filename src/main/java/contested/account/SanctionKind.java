package contested.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What moderators can do about a member, beyond one comment. */
public enum SanctionKind {
    /** Says something and changes nothing. */
    REMIND(null, false),
    /** A moderator looks at everything they write first. */
    ALWAYS_REVIEW(null, false),
    MUTE_HOUR(Duration.ofHours(1), true),
    MUTE_DAY(Duration.ofDays(1), true),
    MUTE_WEEK(Duration.ofDays(7), true),
    /** Until a moderator lifts it. */
    MUTE(null, true),
    /** They take part no more. */
    BLOCK(null, true);

    private final @Nullable Duration lasts;
    private final boolean bans;

    SanctionKind(@Nullable Duration lasts, boolean bans) {
        this.lasts = lasts;
        this.bans = bans;
    }

    /** Whether the person may not write while it lasts. */
    public boolean isBan() {
        return bans;
    }

    /** Empty where it lasts until it is lifted. */
    Optional<Instant> endAfter(Instant now) {
        return Optional.ofNullable(lasts).map(now::plus);
    }
}
