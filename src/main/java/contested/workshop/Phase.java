package contested.workshop;

import contested.access.WorkshopPermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a workshop stands: one switch that sets together who sees what, who may write and who may vote. What it lets be
 * done is granted by the role as well, see {@link WorkshopPermission}.
 */
public enum Phase {
    /** The evidence alone: nobody is swayed by others yet. */
    READ(WorkshopPermission.ENTER),
    OPENING_BALLOT(WorkshopPermission.ENTER, WorkshopPermission.VOTE_OPENING),
    DISCUSS(WorkshopPermission.ENTER, WorkshopPermission.READ_THREADS, WorkshopPermission.WRITE),
    CLOSING_BALLOT(WorkshopPermission.ENTER, WorkshopPermission.READ_THREADS, WorkshopPermission.VOTE_CLOSING),
    /** Nobody votes any more, so everybody may see how the ballots went. */
    SYNTHESIS(
            WorkshopPermission.ENTER,
            WorkshopPermission.READ_THREADS,
            WorkshopPermission.TELL_MOVERS,
            WorkshopPermission.MARK_OUTCOME,
            WorkshopPermission.SEE_SHIFT),
    /** Over. Ballots are cut from those who cast them, so there is no way back. */
    CLOSED(WorkshopPermission.ENTER, WorkshopPermission.READ_THREADS, WorkshopPermission.SEE_SHIFT);

    private final Set<WorkshopPermission> lets;

    Phase(WorkshopPermission... lets) {
        this.lets = EnumSet.copyOf(List.of(lets));
    }

    /** Running the workshop and moderating it go on in every phase. */
    public boolean lets(WorkshopPermission permission) {
        return permission == WorkshopPermission.RUN
                || permission == WorkshopPermission.MODERATE
                || lets.contains(permission);
    }

    /** As addresses and fields name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Optional<Phase> next() {
        return Arrays.stream(values()).filter(p -> p.ordinal() == ordinal() + 1).findFirst();
    }

    public boolean isBallot() {
        return this == OPENING_BALLOT || this == CLOSING_BALLOT;
    }

    /** Those that have a length: all but the last. */
    public boolean isTimed() {
        return this != CLOSED;
    }
}
