package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.AccountErased;
import contested.account.AccountService;
import contested.account.Pseudonym;
import contested.question.Question;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How people come into a workshop and come back, and what facilitators do about who is in it. */
@ApplicationScoped
@Transactional
public class JoinService {

    /** The field in which the pseudonym of another facilitator is typed. */
    public static final String INVITED = "invited";

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private AccountService accounts;

    @Inject
    private SeatService seats;

    @Inject
    private Event<MemberLeft> left;

    @Inject
    private Event<WorkshopChanged> changed;

    @Inject
    private Clock clock;

    /** The workshop whose code that is, whether it lets anybody in now or not; empty where it is none's. One query. */
    public Optional<Workshop> find(JoinCode code) {
        return workshops.findByCode(code);
    }

    /** Why nobody can join that workshop now, as a key of the message bundles; empty where somebody can. */
    public Optional<String> shut(Workshop workshop) {
        if (!workshop.isOpenToJoinAt(clock.instant())) {
            return Optional.of(workshop.isJoiningPaused() ? "join.code.paused" : "join.code.ended");
        }
        return workshops.count(workshop, WorkshopRole.PARTICIPANT) < workshop.capacity()
                ? Optional.empty()
                : Optional.of("join.full");
    }

    /** Whether nobody in that workshop is called so, or almost so: neither a guest nor who has an account of their own. */
    public boolean isFree(Workshop workshop, Pseudonym pseudonym) {
        return accounts.isFreeForGuest(realm(workshop), pseudonym)
                && workshops.called(workshop, pseudonym).isEmpty();
    }

    /**
     * Somebody is in.
     *
     * @param question the first on the agenda; null where it is gone
     * @param token    for the browser's cookie
     * @param phrase   by which they come back; shown once, and not kept
     */
    public record Joined(Slug workshop, @Nullable Slug question, String token, ReturnPhrase phrase) {}

    /**
     * Lets somebody in under a pseudonym; nothing else is asked.
     *
     * @throws UserFacingException When the code opens nothing now, the workshop is full, or the pseudonym cannot be.
     */
    public Joined join(JoinCode code, String pseudonym) {
        return join(code, pseudonym, JoinKey.fresh());
    }

    /** The same, where the form carries a key: sent once more, it is answered as it was. */
    public Joined join(JoinCode code, String pseudonym, JoinKey key) {
        Workshop workshop = find(code).orElseThrow(() -> new UserFacingException("code", "join.code.none"));
        // One after the other: the last seat is taken once.
        workshops.hold(workshop);
        if (!workshop.joinCode().equals(Optional.of(code))) {
            throw new UserFacingException("code", "join.code.none");
        }
        Optional<Joined> before = again(workshop, key);
        if (before.isPresent()) {
            return before.get();
        }
        shut(workshop).ifPresent(why -> {
            throw new UserFacingException("code", why);
        });
        if (!isFree(workshop, Pseudonym.of(pseudonym))) {
            throw new UserFacingException(Pseudonym.FIELD, "account.pseudonym.taken");
        }
        Account guest = accounts.admitGuest(realm(workshop), pseudonym);
        WorkshopMember member = new WorkshopMember(workshop, guest, WorkshopRole.PARTICIPANT, clock.instant());
        ReturnPhrase phrase = ReturnPhrase.fresh();
        member.returnBy(phrase);
        member.joinBy(key);
        workshops.add(member);
        return joined(workshop, guest, phrase);
    }

    /**
     * Lets somebody in who joined by that form already and never got the answer, were the workshop full by now or paused. The
     * phrase is another one: the first was kept nowhere, and nobody has read it.
     */
    public Optional<Joined> again(JoinCode code, JoinKey key) {
        return find(code).flatMap(workshop -> again(workshop, key));
    }

    private Optional<Joined> again(Workshop workshop, JoinKey key) {
        return workshops
                .findJoining(workshop, key.hash())
                .filter(m -> m.isAwaitedAt(clock.instant())
                        && m.account().isGuest()
                        && !m.account().isErased())
                .map(member -> {
                    ReturnPhrase phrase = ReturnPhrase.fresh();
                    member.returnBy(phrase);
                    return joined(workshop, member.account(), phrase);
                });
    }

    private Joined joined(Workshop workshop, Account guest, ReturnPhrase phrase) {
        Slug question = workshops.agenda(workshop).stream()
                .map(AgendaItem::question)
                .filter(q -> !q.isRetired())
                .map(Question::slug)
                .findFirst()
                .orElse(null);
        return new Joined(workshop.slug(), question, accounts.signInGuest(guest), phrase);
    }

    private static String realm(Workshop workshop) {
        return "w" + workshop.id();
    }

    /** Lets somebody back in by their phrase, from any device; empty where nobody has it, or they were removed. */
    public Optional<Joined> comeBack(ReturnPhrase phrase) {
        return workshops
                .findReturning(phrase.hash())
                .filter(m -> m.isIn() && !m.account().isErased() && m.account().isGuest())
                .filter(m -> m.workshop().isKeepingPeopleAt(clock.instant()))
                .map(m -> joined(m.workshop(), m.account(), phrase));
    }

    /** Notes that somebody has a page of the workshop open, to the minute. */
    public void appear(Actor actor, Slug workshop) {
        seats.find(actor, workshop).ifPresent(seat -> seat.member().appear(clock.instant()));
    }

    // ---- What facilitators do

    /** How many have joined and are in it still, for those who moderate. */
    public long joined(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.MODERATE);
        return workshops.count(seat.workshop(), WorkshopRole.PARTICIPANT);
    }

    /** Everybody who ever joined, for facilitators. */
    public List<WorkshopMember> members(Actor actor, Slug slug) {
        return workshops.members(run(actor, slug).workshop());
    }

    /** Gives somebody another phrase, to be told to them by the facilitator; the one before leads back no more. */
    public ReturnPhrase renewPhrase(Actor actor, Slug slug, long id) {
        WorkshopMember member = guest(actor, slug, id);
        if (!member.workshop().isKeepingPeopleAt(clock.instant())) {
            throw new NotFoundException("phrases have had their time");
        }
        ReturnPhrase phrase = ReturnPhrase.fresh();
        member.returnBy(phrase);
        return phrase;
    }

    /** Takes the word away, or gives it back. */
    public void mute(Actor actor, Slug slug, long id, boolean muted) {
        guest(actor, slug, id).mute(muted);
        changed.fire(new WorkshopChanged(slug));
    }

    /** Puts somebody else out for good, in every tab at once. What they wrote stays. */
    public void remove(Actor actor, Slug slug, long id) {
        WorkshopMember member = other(actor, lead(actor, slug), id);
        member.remove(clock.instant());
        workshops.deleteFeedbackOf(member);
        accounts.signOutGuest(member.account());
        changed.fire(new WorkshopChanged(slug));
    }

    /** Gives somebody so many more minutes at the end of each phase in which people write or vote. */
    public void giveExtra(Actor actor, Slug slug, long id, int minutes) {
        if (minutes < 0 || minutes > WorkshopMember.MAX_EXTRA_MINUTES) {
            throw new UserFacingException("minutes-" + id, "workshop.people.extra", WorkshopMember.MAX_EXTRA_MINUTES);
        }
        WorkshopMember member = guest(actor, slug, id);
        workshops.hold(member.workshop());
        member.giveExtra(minutes);
        workshops.flush();
        member.workshop().waitFor(workshops.longestExtra(member.workshop()));
        changed.fire(new WorkshopChanged(slug));
    }

    /** Makes somebody else a facilitator, a moderator or a participant. Nobody does so to themselves, so one always leads. */
    public void trustAs(Actor actor, Slug slug, long id, WorkshopRole role) {
        other(actor, lead(actor, slug), id).takeAs(role);
        changed.fire(new WorkshopChanged(slug));
    }

    /**
     * Lets somebody who has an account of their own lead the workshop too.
     *
     * @throws UserFacingException When nobody is called so, they lead it already, or a guest in it could be taken for them.
     */
    public void invite(Actor actor, Slug slug, String pseudonym) {
        Workshop workshop = run(actor, slug).workshop();
        Account invited = accounts.findMember(pseudonym)
                .orElseThrow(() -> new UserFacingException(INVITED, "workshop.people.invite.unknown"));
        workshops.hold(workshop);
        Optional<WorkshopMember> known = workshops.findMember(slug, invited.id());
        if (known.filter(m -> m.isIn() && m.role() == WorkshopRole.FACILITATOR).isPresent()) {
            throw new UserFacingException(INVITED, "workshop.people.invite.there");
        }
        if (workshops.called(workshop, Pseudonym.of(pseudonym)).stream()
                .anyMatch(m -> m.isIn() && m.account().isGuest())) {
            throw new UserFacingException(INVITED, "workshop.people.invite.like-guest");
        }
        known.ifPresentOrElse(
                member -> member.takeBackAs(WorkshopRole.FACILITATOR),
                () -> workshops.add(new WorkshopMember(workshop, invited, WorkshopRole.FACILITATOR, clock.instant())));
    }

    /**
     * Notes who is who in life, for facilitators alone; an empty name forgets it. Where figures per person are not shown,
     * nobody is called anything.
     *
     * @throws UserFacingException When a name is too long.
     */
    public void call(Actor actor, Slug slug, Map<Long, String> names) {
        Seat seat = run(actor, slug);
        if (!seat.workshop().arePersonsShown() || seat.phase() == Phase.CLOSED) {
            throw new NotFoundException("no real names here");
        }
        names.forEach((id, name) -> {
            String plain = name.replaceAll("[\\s\\p{Z}]+", " ")
                    .replaceAll("\\p{C}", "")
                    .strip();
            if (plain.codePointCount(0, plain.length()) > RosterFile.MAX_NAME_CHARS) {
                throw new UserFacingException("name-" + id, "workshop.people.name.long", RosterFile.MAX_NAME_CHARS);
            }
            guest(actor, slug, id).call(plain.isEmpty() ? null : plain);
        });
    }

    /** The workshops that would have nobody to lead them without the actor, and are not over. */
    public List<Workshop> ledAlone(Actor actor) {
        return actor.isSignedIn() ? ledAlone(actor.id()) : List.of();
    }

    private List<Workshop> ledAlone(long account) {
        return workshops.of(account).stream()
                .filter(m -> m.role() == WorkshopRole.FACILITATOR)
                .map(WorkshopMember::workshop)
                .filter(w -> w.standingAt(clock.instant()).phase() != Phase.CLOSED)
                .filter(w -> workshops.members(w).stream()
                        .noneMatch(m -> m.isIn()
                                && m.role() == WorkshopRole.FACILITATOR
                                && m.account().id() != account))
                .toList();
    }

    /**
     * Forgets whoever left the portal: their phrase, and ballots that are theirs still.
     *
     * @throws UserFacingException When a workshop would have nobody to lead it any more.
     */
    void leave(@Observes AccountErased erased) {
        // One after the other, in one order: of two who lead and go at once, the second one stays.
        workshops.of(erased.account()).stream()
                .filter(m -> m.role() == WorkshopRole.FACILITATOR)
                .map(WorkshopMember::workshop)
                .sorted(Comparator.comparing(Workshop::id))
                .forEach(workshops::hold);
        List<Workshop> alone = ledAlone(erased.account());
        if (!alone.isEmpty()) {
            throw new UserFacingException(
                    "", "me.delete.leading", alone.stream().map(Workshop::title).collect(Collectors.joining("; ")));
        }
        for (WorkshopMember member : workshops.of(erased.account())) {
            member.leave(clock.instant());
            workshops.deleteBallotsOf(member);
            workshops.deleteFeedbackOf(member);
            left.fire(new MemberLeft(member));
        }
    }

    private WorkshopMember guest(Actor actor, Slug slug, long id) {
        WorkshopMember member = member(run(actor, slug), id);
        if (!member.account().isGuest() || member.role() == WorkshopRole.FACILITATOR) {
            throw new NotFoundException("not a guest");
        }
        return member;
    }

    private WorkshopMember other(Actor actor, Seat seat, long id) {
        WorkshopMember member = member(seat, id);
        if (actor.isAccount(member.account().id())) {
            throw new NotFoundException("oneself");
        }
        return member;
    }

    private WorkshopMember member(Seat seat, long id) {
        return workshops
                .findMember(seat.workshop(), id)
                .filter(WorkshopMember::isIn)
                .orElseThrow(() -> new NotFoundException("member"));
    }

    /** One after the other: of two who put each other out at once, the second is out already. */
    private Seat lead(Actor actor, Slug slug) {
        Seat seat = run(actor, slug);
        workshops.hold(seat.workshop());
        workshops.readAgain(seat.member());
        if (!seat.member().isIn()) {
            throw new NotFoundException("workshop");
        }
        seat.require(WorkshopPermission.RUN);
        return seat;
    }

    private Seat run(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        return seat;
    }
}
