package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.AccountErased;
import contested.account.AccountService;
import contested.account.Pseudonym;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How people come into a workshop and come back, and what facilitators do about who is in it. */
@ApplicationScoped
@Transactional
public class JoinService {

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private AccountService accounts;

    @Inject
    private SeatService seats;

    @Inject
    private Event<WorkshopChanged> changed;

    @Inject
    private Clock clock;

    /** The workshop that a code opens now; empty where it opens none. One query. */
    public Optional<Workshop> find(JoinCode code) {
        return workshops.findByCode(code).filter(w -> w.isOpenToJoinAt(clock.instant()));
    }

    /** Whether nobody in that workshop is called so, or almost so. */
    public boolean isFree(Workshop workshop, Pseudonym pseudonym) {
        return accounts.isFreeForGuest(realm(workshop), pseudonym);
    }

    /**
     * Somebody is in.
     *
     * @param token  for the browser's cookie
     * @param phrase by which they come back; shown once, and not kept
     */
    public record Joined(Slug workshop, String token, ReturnPhrase phrase) {}

    /**
     * Lets somebody in under a pseudonym; nothing else is asked.
     *
     * @throws UserFacingException When the code opens nothing now, the workshop is full, or the pseudonym cannot be.
     */
    public Joined join(JoinCode code, String pseudonym) {
        Workshop workshop = find(code).orElseThrow(() -> new UserFacingException("code", "join.code.none"));
        // One after the other: the last seat is taken once.
        workshops.hold(workshop);
        if (!workshop.isOpenToJoinAt(clock.instant())) {
            throw new UserFacingException("code", "join.code.none");
        }
        if (workshops.count(workshop, WorkshopRole.PARTICIPANT) >= workshop.capacity()) {
            throw new UserFacingException("", "join.full");
        }
        Account guest = accounts.admitGuest(realm(workshop), pseudonym);
        WorkshopMember member = new WorkshopMember(workshop, guest, WorkshopRole.PARTICIPANT, clock.instant());
        ReturnPhrase phrase = ReturnPhrase.fresh();
        member.returnBy(phrase);
        workshops.add(member);
        return new Joined(workshop.slug(), accounts.signInGuest(guest), phrase);
    }

    private static String realm(Workshop workshop) {
        return "w" + workshop.id();
    }

    /** Lets somebody back in by their phrase, from any device; empty where nobody has it, or they were removed. */
    public Optional<Joined> comeBack(ReturnPhrase phrase) {
        return workshops
                .findReturning(phrase.hash())
                .filter(m -> m.isIn() && !m.account().isErased() && m.account().isGuest())
                .map(m -> new Joined(m.workshop().slug(), accounts.signInGuest(m.account()), phrase));
    }

    /** Notes that somebody has a page of the workshop open, to the minute. */
    public void appear(Actor actor, Slug workshop) {
        seats.find(actor, workshop).ifPresent(seat -> seat.member().appear(clock.instant()));
    }

    // ---- What facilitators do

    /** Everybody who ever joined, for facilitators. */
    public List<WorkshopMember> members(Actor actor, Slug slug) {
        return workshops.members(run(actor, slug).workshop());
    }

    /** Gives somebody another phrase, to be told to them by the facilitator; the one before leads back no more. */
    public ReturnPhrase renewPhrase(Actor actor, Slug slug, long id) {
        WorkshopMember member = guest(actor, slug, id);
        ReturnPhrase phrase = ReturnPhrase.fresh();
        member.returnBy(phrase);
        return phrase;
    }

    /** Takes the word away, or gives it back. */
    public void mute(Actor actor, Slug slug, long id, boolean muted) {
        guest(actor, slug, id).mute(muted);
    }

    /** Puts somebody out for good, in every tab at once. What they wrote stays. */
    public void remove(Actor actor, Slug slug, long id) {
        WorkshopMember member = guest(actor, slug, id);
        member.remove(clock.instant());
        accounts.signOutGuest(member.account());
        changed.fire(new WorkshopChanged(slug));
    }

    /** Gives somebody so many more minutes at the end of each phase in which people write or vote. */
    public void giveExtra(Actor actor, Slug slug, long id, int minutes) {
        guest(actor, slug, id).giveExtra(minutes);
    }

    /** Trusts a participant with reading comments first, or no longer. */
    public void trustAsModerator(Actor actor, Slug slug, long id, boolean trusted) {
        Seat seat = run(actor, slug);
        WorkshopMember member = member(seat, id);
        if (member.role() == WorkshopRole.FACILITATOR) {
            throw new NotFoundException("facilitators moderate anyway");
        }
        member.takeAs(trusted ? WorkshopRole.MODERATOR : WorkshopRole.PARTICIPANT);
    }

    /** Makes somebody a facilitator beside the actor. */
    public void trustAsFacilitator(Actor actor, Slug slug, long id) {
        member(run(actor, slug), id).takeAs(WorkshopRole.FACILITATOR);
    }

    /** Forgets whoever left the portal: their phrase, and ballots that are theirs still. */
    void leave(@Observes AccountErased erased) {
        for (WorkshopMember member : workshops.of(erased.account())) {
            member.leave(clock.instant());
            workshops.deleteBallotsOf(member);
        }
    }

    private WorkshopMember guest(Actor actor, Slug slug, long id) {
        WorkshopMember member = member(run(actor, slug), id);
        if (!member.account().isGuest() || member.role() == WorkshopRole.FACILITATOR) {
            throw new NotFoundException("not a guest");
        }
        return member;
    }

    private WorkshopMember member(Seat seat, long id) {
        return workshops
                .findMember(seat.workshop(), id)
                .filter(WorkshopMember::isIn)
                .orElseThrow(() -> new NotFoundException("member"));
    }

    private Seat run(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        return seat;
    }
}
