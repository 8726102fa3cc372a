package contested.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What a check says of a comment that it does not refuse.
 *
 * @param outcome null when there is nothing to tell: a check that can only refuse has let it pass
 * @param detail  what it saw; null when there is nothing to quote
 */
record Verdict(Finding.@Nullable Outcome outcome, @Nullable String detail) {

    /** Nothing to tell. */
    static final Verdict PASSED = new Verdict(null, null);

    /** Nothing to see, and moderators may know that somebody looked. */
    static final Verdict FINE = new Verdict(Finding.Outcome.FINE, null);

    static Verdict held() {
        return new Verdict(Finding.Outcome.HELD, null);
    }

    static Verdict held(String detail) {
        return new Verdict(Finding.Outcome.HELD, detail);
    }

    static Verdict heldIf(boolean held) {
        return held ? held() : FINE;
    }

    boolean isHeld() {
        return outcome == Finding.Outcome.HELD;
    }
}
