package contested.discussion;

import java.util.Comparator;

/** In which order the comments at the top of a thread stand. Answers always stand below what they answer, oldest first. */
public enum ThreadOrder {
    OLDEST("c.id", "c.id > :id", Comparator.comparing(Place::id)),
    NEWEST("c.id desc", "c.id < :id", Comparator.comparing(Place::id).reversed()),
    /** Those that cite the most passages first. */
    MOST_CITED(
            "c.citationCount desc, c.id",
            "c.citationCount <= :cited and (c.citationCount < :cited or c.id > :id)",
            Comparator.comparing(Place::cited).reversed().thenComparing(Place::id));

    /** In the entities' language, each ending one of the indexes of the table. */
    private final String order;

    /** What stands behind the last comment that a reader has seen. */
    private final String after;

    private final Comparator<Place> comparator;

    ThreadOrder(String order, String after, Comparator<Place> comparator) {
        this.order = order;
        this.after = after;
        this.comparator = comparator;
    }

    String order() {
        return order;
    }

    String after() {
        return after;
    }

    Comparator<Place> comparator() {
        return comparator;
    }
}
