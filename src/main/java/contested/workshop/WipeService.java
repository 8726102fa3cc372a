package contested.workshop;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.WorkshopPermission;
import contested.account.Account;
import contested.account.AccountService;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Deletes a workshop with everything in it. What is left is one line: that one was wiped, by whom and when. */
@ApplicationScoped
@Transactional
public class WipeService {

    /** The field by which somebody says that they know what goes. */
    public static final String SURE = "sure";

    private static final Logger LOG = Logger.getLogger(WipeService.class);

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private AccountService accounts;

    @Inject
    private SeatService seats;

    @Inject
    private Event<WorkshopWiped> wiped;

    @Inject
    private Event<WorkshopChanged> changed;

    @Inject
    private Clock clock;

    /**
     * Whether the actor may: whoever leads it and has an account of their own, since the line that is left names one. The
     * demonstration has nobody to name, and whoever plays the one who leads it may.
     */
    public boolean isOpenTo(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        return seat.may(WorkshopPermission.RUN)
                && (!seat.member().account().isGuest() || seat.workshop().isDemonstration());
    }

    /**
     * Deletes the workshop: what was said and decided in it, ballots, its sheet, its people and the accounts that were made
     * for it alone.
     *
     * @param sure whether the actor said that they know what goes
     * @throws UserFacingException When they did not.
     */
    public void wipe(Actor actor, Slug slug, boolean sure) {
        if (!isOpenTo(actor, slug)) {
            throw new NotFoundException("not for guests, nor for those who do not lead");
        }
        if (!sure) {
            throw new UserFacingException(SURE, "workshop.wipe.unsure");
        }
        WorkshopMember member = seats.get(actor, slug).member();
        wipe(member.workshop(), member.workshop().isDemonstration() ? null : member.account());
        LOG.infof("a workshop was wiped by account %d", actor.id());
    }

    private void wipe(Workshop workshop, @Nullable Account by) {
        Slug slug = workshop.slug();
        // Nobody joins meanwhile; of two who wipe at once, the second finds nothing.
        workshops.hold(workshop);
        List<Long> guests = workshops.guestsOnlyIn(workshop);
        workshops.add(new WipedWorkshop(workshop, by, clock.instant()));
        workshops.deleteCast(workshop);
        wiped.fire(new WorkshopWiped(workshop));
        workshops.delete(workshop);
        accounts.deleteGuests(guests);
        changed.fire(new WorkshopChanged(slug));
    }

    // ---- The demonstration

    /** How many workshops of made-up people there are, for administrators. */
    public int countMadeUp(Actor actor) {
        Permission.ADMINISTER.require(actor);
        return workshops.madeUp().size();
    }

    /**
     * Wipes every workshop of the demonstration, with all accounts that were made for it. An administrator is in none of
     * them, and reads nothing of them by this.
     *
     * @param sure whether the actor said that they know what goes
     * @throws UserFacingException When they did not.
     */
    public void removeDemonstration(Actor actor, boolean sure) {
        Permission.ADMINISTER.require(actor);
        if (!sure) {
            throw new UserFacingException(SURE, "workshop.wipe.unsure");
        }
        List<Slug> all = workshops.madeUp().stream().map(Workshop::slug).toList();
        // Anew for each: with one workshop gone, nothing read before it is held any more.
        all.forEach(slug -> workshops.find(slug).ifPresent(workshop -> wipe(workshop, null)));
        LOG.infof("the demonstration was removed by account %d: %d workshops", actor.id(), all.size());
    }

    /** The newest first, of everybody; for those who read the log of decisions. */
    public List<WipedWorkshop> log(Actor actor) {
        Permission.READ_LOG.require(actor);
        return workshops.wiped();
    }

    /** When the actor wiped workshops since then, the newest first. */
    public List<Instant> ownSince(Actor actor, Instant since) {
        return actor.isSignedIn()
                ? workshops.wiped().stream()
                        .filter(w -> w.wipedBy()
                                        .filter(by -> actor.isAccount(by.id()))
                                        .isPresent()
                                && !w.wipedAt().isBefore(since))
                        .map(WipedWorkshop::wipedAt)
                        .toList()
                : List.of();
    }
}
