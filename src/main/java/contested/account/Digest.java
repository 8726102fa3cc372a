package contested.account;

import java.time.Duration;

/** How often somebody wants their news mailed to them. */
public enum Digest {
    OFF(Duration.ZERO),
    DAILY(Duration.ofDays(1)),
    WEEKLY(Duration.ofDays(7));

    private final Duration every;

    Digest(Duration every) {
        this.every = every;
    }

    public Duration every() {
        return every;
    }
}
