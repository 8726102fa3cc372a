package contested.workshop;

import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a workshop at one moment: what their role and the phase let them do there, both together.
 *
 * @param standing where the workshop stands for this member: whoever has more time than others is still in the phase before
 */
public record Seat(WorkshopMember member, Workshop.Standing standing, boolean isInExtraTime, Voting voting) {

    /** How far the voting is. */
    enum Voting {
        /** People vote, in the phases for it. */
        OPEN,
        /** Some have more time than others, so counts are not shown yet. */
        WAITS,
        /** Counts may have been seen, so nobody votes any more. */
        OVER
    }

    static Seat at(WorkshopMember member, Instant now) {
        Workshop.Standing standing = member.workshop().standingAt(now);
        Phase former = standing.former();
        boolean extra = former != null
                && former.ordinal() < standing.phase().ordinal()
                && standing.phase() != Phase.CLOSED
                && now.isBefore(standing.since().plus(member.extra()));
        return new Seat(
                member,
                extra
                        ? new Workshop.Standing(
                                former, standing.since(), null, standing.since().plus(member.extra()))
                        : standing,
                extra,
                voting(member.workshop(), now));
    }

    private static Voting voting(Workshop workshop, Instant now) {
        if (!workshop.isCountedAt(now)) {
            return Voting.OPEN;
        }
        boolean wasSeenBefore = workshop.wasCounted();
        return wasSeenBefore || workshop.isVotingOverAt(now) ? Voting.OVER : Voting.WAITS;
    }

    /** Whether the phase and the voting let it be done. */
    private boolean lets(WorkshopPermission permission) {
        return phase().lets(permission)
                && switch (permission) {
                    case VOTE_OPENING, VOTE_CLOSING -> voting != Voting.OVER;
                    case SEE_SHIFT -> voting != Voting.WAITS;
                    default -> true;
                };
    }

    public Workshop workshop() {
        return member.workshop();
    }

    public WorkshopRole role() {
        return member.role();
    }

    public Phase phase() {
        return standing.phase();
    }

    /** By which an open page finds out that something changed: phase, its end, what is told and shown to all. */
    public String state() {
        return String.join(
                ".",
                phase().name(),
                String.valueOf(standing.since().toEpochMilli()),
                said(standing.until()),
                said(workshop().noteAt().orElse(null)),
                workshop().spotlight().map(s -> s.toString().replace(' ', '-')).orElse(""),
                String.valueOf(member.isMuted()));
    }

    private static String said(@Nullable Instant moment) {
        return moment == null ? "" : String.valueOf(moment.toEpochMilli());
    }

    public boolean may(WorkshopPermission permission) {
        return permission.isGrantedTo(role())
                && lets(permission)
                && !(permission == WorkshopPermission.WRITE && member.isMuted());
    }

    /**
     * @throws NotFoundException   When the role never lets it be done.
     * @throws UserFacingException When the phase does not let it be done now, or a facilitator took the word away.
     */
    public void require(WorkshopPermission permission) {
        if (!permission.isGrantedTo(role())) {
            throw new NotFoundException("not for this role: " + permission);
        }
        if (permission == WorkshopPermission.WRITE && member.isMuted()) {
            throw new UserFacingException("", "workshop.muted");
        }
        if (!lets(permission)) {
            throw new UserFacingException("", "workshop.phase.not-now." + permission);
        }
    }
}
