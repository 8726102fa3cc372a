package contested.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What a check says of a comment that it does not refuse.
 *
 * @param outcome null when there is nothing to tell: a check that can only refuse has let it pass
 * @param detail  what it saw; null when there is nothing to quote
 */
record CheckResult(Finding.@Nullable Outcome outcome, @Nullable String detail) {

    /** Nothing to tell. */
    static final CheckResult PASSED = new CheckResult(null, null);

    /** Nothing to see, and moderators may know that somebody looked. */
    static final CheckResult FINE = new CheckResult(Finding.Outcome.FINE, null);

    static CheckResult held() {
        return new CheckResult(Finding.Outcome.HELD, null);
    }

    static CheckResult held(String detail) {
        return new CheckResult(Finding.Outcome.HELD, detail);
    }

    static CheckResult heldIf(boolean held) {
        return held ? held() : FINE;
    }

    boolean isHeld() {
        return outcome == Finding.Outcome.HELD;
    }
}
