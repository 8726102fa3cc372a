package contested.outcome;

import contested.question.Slot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ballot says: one of the question's positions, or that somebody is not sure. In the order of every chart. */
public enum Answer {
    YES,
    DEPENDS,
    NO,
    OTHER,
    UNSURE;

    /** @param slot the position's; null for not sure */
    public static Answer of(@Nullable Slot slot) {
        return slot == null ? UNSURE : valueOf(slot.name());
    }

    /** Empty for not sure. */
    public Optional<Slot> slot() {
        return this == UNSURE ? Optional.empty() : Optional.of(Slot.valueOf(name()));
    }
}
