package contested.discussion;

import contested.question.Slot;
import contested.shared.Slug;
import java.util.Map;

/** How many published comments stand where in a thread. Kept with each change, so that reading them costs one row each. */
public record ThreadFigures(int published, Map<String, Integer> tallies) {

    public static final ThreadFigures NONE = new ThreadFigures(0, Map.of());

    public ThreadFigures {
        tallies = Map.copyOf(tallies);
    }

    /** How many take that position. */
    public int on(Slot position) {
        return tallies.getOrDefault(Tally.of(position), 0);
    }

    /** How many ask. */
    public int asking() {
        return tallies.getOrDefault(Tally.of(Stance.ASKS), 0);
    }

    /** How many take no position and do not ask. */
    public int neither() {
        return tallies.getOrDefault(Tally.of(Stance.NONE), 0);
    }

    /** How many argue as an exercise, and so for nobody. */
    public int exercises() {
        return tallies.getOrDefault(Tally.of(Stance.EXERCISE), 0);
    }

    /** How many comments of this thread cite that passage. */
    public int citing(Slug passage) {
        return tallies.getOrDefault(Tally.of(passage), 0);
    }
}
