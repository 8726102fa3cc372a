package contested.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The table of who may do what within a workshop, whatever its phase; the phase has a table of its own. */
public enum WorkshopPermission {
    /** See the agenda, the evidence, the phase. */
    ENTER(WorkshopRole.PARTICIPANT, WorkshopRole.MODERATOR, WorkshopRole.FACILITATOR),
    /** Read what others wrote. */
    READ_THREADS(WorkshopRole.PARTICIPANT, WorkshopRole.MODERATOR, WorkshopRole.FACILITATOR),
    /** Write comments and answers. */
    WRITE(WorkshopRole.PARTICIPANT, WorkshopRole.MODERATOR, WorkshopRole.FACILITATOR),
    /** Cast and change the opening ballot. Those who run the workshop have none. */
    VOTE_OPENING(WorkshopRole.PARTICIPANT),
    /** Cast and change the closing ballot. */
    VOTE_CLOSING(WorkshopRole.PARTICIPANT),
    /** Say what moved one. */
    TELL_MOVERS(WorkshopRole.PARTICIPANT),
    /** See counts of ballots and how they shifted. */
    SEE_SHIFT(WorkshopRole.PARTICIPANT, WorkshopRole.MODERATOR, WorkshopRole.FACILITATOR),
    /** Say of a line of the outcome sheet that one can live with it, or objects. */
    MARK_OUTCOME(WorkshopRole.PARTICIPANT),
    /** Decide on its comments. */
    MODERATE(WorkshopRole.MODERATOR, WorkshopRole.FACILITATOR),
    /** Change its phase, its settings, its code and who is in it. */
    RUN(WorkshopRole.FACILITATOR);

    private final Set<WorkshopRole> roles;

    WorkshopPermission(WorkshopRole... roles) {
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    public boolean isGrantedTo(WorkshopRole role) {
        return roles.contains(role);
    }
}
