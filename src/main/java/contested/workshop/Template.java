package contested.workshop;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a new workshop starts from: how long its phases last, and how much it shows. */
public enum Template {
    /** A lesson: what is written is read at once, since one teacher cannot read a queue while teaching. */
    CLASS_50(List.of(10, 3, 22, 3, 10), 40, Duration.ofDays(1), false, true, true, false),
    /** A policy workshop: read first, without authors and without figures on anybody, and so it stays. */
    POLICY_90(List.of(20, 5, 40, 5, 18), 60, Duration.ofDays(2), true, false, false, true),
    /** Two weeks, each in their own time. */
    COURSE(List.of(4320, 1440, 10_080, 1440, 2880), 200, Duration.ofDays(15), false, true, true, false),
    /** Nothing decided but what must be. */
    SCRATCH(List.of(15, 5, 30, 5, 15), 100, Duration.ofDays(7), true, true, false, false);

    private static final int USUAL_KEPT_DAYS = 30;

    private final List<Integer> minutes;
    private final int capacity;
    private final Duration codeLife;
    private final boolean reviewFirst;
    private final boolean authorsShown;
    private final boolean personsShown;
    private final boolean fixed;

    Template(
            List<Integer> minutes,
            int capacity,
            Duration codeLife,
            boolean reviewFirst,
            boolean authorsShown,
            boolean personsShown,
            boolean fixed) {
        this.minutes = minutes;
        this.capacity = capacity;
        this.codeLife = codeLife;
        this.reviewFirst = reviewFirst;
        this.authorsShown = authorsShown;
        this.personsShown = personsShown;
        this.fixed = fixed;
    }

    /** How many minutes each timed phase is meant to last. */
    public Map<Phase, Integer> minutes() {
        Map<Phase, Integer> all = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            if (phase.isTimed()) {
                all.put(phase, minutes.get(phase.ordinal()));
            }
        }
        return all;
    }

    public int capacity() {
        return capacity;
    }

    /** How long a join code is good for unless it is renewed. */
    public Duration codeLife() {
        return codeLife;
    }

    public boolean reviewFirst() {
        return reviewFirst;
    }

    public boolean authorsShown() {
        return authorsShown;
    }

    /** Whether facilitators see figures per person, real names of a roster, and who answered whom. */
    public boolean personsShown() {
        return personsShown;
    }

    /** How many days after closing return phrases and real names are kept, so that people can come back for their words. */
    public int keptDays() {
        return fixed ? 0 : USUAL_KEPT_DAYS;
    }

    /** Whether these settings only get stricter once people have joined. */
    public boolean fixed() {
        return fixed;
    }
}
