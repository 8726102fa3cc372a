package contested.discussion;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.WorkshopPermission;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.workshop.AgendaItem;
import contested.workshop.DivisionService;
import contested.workshop.Phase;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may read, write and decide in which thread: the site's rights for public ones, a seat for a workshop's. */
@ApplicationScoped
public class ThreadDoors {

    @Inject
    private SeatService seats;

    @Inject
    private WorkshopService workshops;

    @Inject
    private DivisionService divisions;

    /** @throws NotFoundException When the actor is not in that workshop, or the question is not on its agenda. */
    void requireEntering(Actor actor, ThreadKey key) {
        Slug workshop = key.workshop();
        if (workshop != null) {
            requireReadingIn(actor, key);
        }
    }

    /** Whether the actor reads there now, without being told why not. */
    boolean isReadable(Actor actor, ThreadKey key) {
        Slug workshop = key.workshop();
        return workshop == null
                || seats.find(actor, workshop)
                                .filter(s -> s.may(WorkshopPermission.READ_THREADS))
                                .isPresent()
                        && (key.group() == 0 || divisions.reads(actor, workshop, key.question(), key.group()));
    }

    /** On the agenda, and in a group that this actor reads: to others neither is there. */
    private AgendaItem requireReadingIn(Actor actor, ThreadKey key) {
        Slug workshop = Objects.requireNonNull(key.workshop());
        AgendaItem item = workshops.item(actor, workshop, key.question());
        if (key.group() > 0 && !divisions.reads(actor, workshop, key.question(), key.group())) {
            throw new NotFoundException("group");
        }
        return item;
    }

    /** The same, where the actor has a say as well: what other groups said is read in the end, and not answered. */
    private AgendaItem requireTalkingIn(Actor actor, ThreadKey key) {
        Slug workshop = Objects.requireNonNull(key.workshop());
        AgendaItem item = workshops.item(actor, workshop, key.question());
        if (key.group() > 0 && !divisions.talks(actor, workshop, key.question(), key.group())) {
            throw new NotFoundException("group");
        }
        return item;
    }

    /**
     * @throws NotFoundException When the actor is not in that workshop, or the question is not on its agenda.
     * @throws contested.shared.UserFacingException When comments are out of sight in the workshop's phase.
     */
    void requireReading(Actor actor, ThreadKey key) {
        Slug workshop = key.workshop();
        if (workshop != null) {
            requireReadingIn(actor, key);
            seats.get(actor, workshop).require(WorkshopPermission.READ_THREADS);
        }
    }

    /** @throws NotFoundException When the actor does not lead that workshop, or it asks no such question. */
    void requireLeading(Actor actor, Slug workshop, Slug question) {
        workshops.item(actor, workshop, question);
        seats.get(actor, workshop).require(WorkshopPermission.RUN);
    }

    /** @throws NotFoundException When the actor never takes part there, or that workshop asks no such question. */
    void requireTakingPart(Actor actor, ThreadKey key) {
        Slug workshop = key.workshop();
        if (workshop == null) {
            Permission.COMMENT.require(actor);
        } else {
            requireReadingIn(actor, key);
        }
    }

    /**
     * @return what is asked of people there; null for a public thread
     * @throws NotFoundException When the actor never may.
     * @throws contested.shared.UserFacingException When the workshop's phase does not let people write now.
     */
    @Nullable
    AgendaItem requireWriting(Actor actor, ThreadKey key) {
        Slug workshop = key.workshop();
        if (workshop == null) {
            Permission.COMMENT.require(actor);
            return null;
        }
        AgendaItem item = requireTalkingIn(actor, key);
        seats.get(actor, workshop).require(WorkshopPermission.WRITE);
        return item;
    }

    /** Whether the author may still take it back or look at it: what is one's own stays so in every phase. */
    void requireOwning(Actor actor, Comment comment) {
        comment.thread()
                .workshop()
                .ifPresentOrElse(
                        workshop -> seats.get(actor, workshop.slug()).require(WorkshopPermission.ENTER),
                        () -> Permission.COMMENT.require(actor));
    }

    /** @throws NotFoundException When the actor does not moderate where that comment stands. */
    public void requireModerating(Actor actor, Comment comment) {
        comment.thread()
                .workshop()
                .ifPresentOrElse(
                        workshop -> seats.get(actor, workshop.slug()).require(WorkshopPermission.MODERATE),
                        () -> Permission.MODERATE.require(actor));
    }

    /** @throws NotFoundException When the actor does not take part where that comment stands. */
    public void requireTakingPart(Actor actor, Comment comment) {
        comment.thread()
                .workshop()
                .ifPresentOrElse(
                        workshop -> requireReading(actor, comment.thread().key()),
                        () -> Permission.COMMENT.require(actor));
    }

    /** When comments are looked at in a thread in which nobody has written yet. */
    ThreadMode modeOfNew(Actor actor, ThreadKey key) {
        Slug workshop = key.workshop();
        return workshop == null || seats.get(actor, workshop).workshop().isReviewFirst()
                ? ThreadMode.BEFORE
                : ThreadMode.AFTER;
    }

    /** Whether the actor sees peers' comments there yet; facilitators and moderators always do. */
    boolean seesPeers(Actor actor, ThreadKey key, boolean hasWritten) {
        Slug workshop = key.workshop();
        if (workshop == null || hasWritten) {
            return true;
        }
        Seat seat = seats.get(actor, workshop);
        return seat.may(WorkshopPermission.MODERATE)
                || seat.phase() != Phase.DISCUSS
                || !workshops.item(actor, workshop, key.question()).isOwnFirst();
    }
}
