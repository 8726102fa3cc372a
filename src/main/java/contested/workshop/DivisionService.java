package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.question.Position;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Divides participants over a question of the agenda: into small groups that talk apart, and over its positions, for which
 * they argue as an exercise. By lot, or by a facilitator's hand; never by what anybody voted, of which nothing here knows.
 * Whoever comes late gets a place when they come.
 */
@ApplicationScoped
@Transactional
public class DivisionService {

    public static final int MIN_GROUPS = 2;
    public static final int MAX_GROUPS = 12;

    @Inject
    private DivisionRepository divisions;

    @Inject
    private WorkshopService workshops;

    @Inject
    private SeatService seats;

    @Inject
    private Lot lot;

    // ---- Small groups

    /**
     * Divides everybody into so many groups, as even as can be; 0 for none. Once people discuss, their groups stay.
     *
     * @throws UserFacingException When the number is out of its range, or people are talking in the groups they have.
     */
    public void divide(Actor actor, Slug workshop, Slug question, int groups) {
        AgendaItem item = led(actor, workshop, question);
        if (groups != 0 && (groups < MIN_GROUPS || groups > MAX_GROUPS)) {
            throw new UserFacingException("groups", "groups.range", MIN_GROUPS, MAX_GROUPS);
        }
        if (groups == item.groups()) {
            return;
        }
        if (item.groups() > 0 && isBegun(seats.get(actor, workshop))) {
            throw new UserFacingException("groups", "groups.used");
        }
        divisions.forgetSeats(item);
        item.divideInto(groups);
        seatAll(item);
    }

    /** Draws the lots anew. @throws UserFacingException When people are talking in their groups already. */
    public void divideAgain(Actor actor, Slug workshop, Slug question) {
        AgendaItem item = led(actor, workshop, question);
        if (isBegun(seats.get(actor, workshop))) {
            throw new UserFacingException("groups", "groups.used");
        }
        divisions.forgetSeats(item);
        seatAll(item);
    }

    /**
     * Puts people into groups by hand, at any time; what they wrote stays where they wrote it.
     *
     * @param wanted the group of each member, by the member's id
     * @throws NotFoundException When one of them is no participant there, or there is no such group.
     */
    public void move(Actor actor, Slug workshop, Slug question, Map<Long, Integer> wanted) {
        AgendaItem item = led(actor, workshop, question);
        seatAll(item);
        Map<Long, GroupSeat> there = divisions.seats(item).stream()
                .collect(Collectors.toMap(s -> s.member().id(), s -> s));
        wanted.forEach((member, group) -> {
            GroupSeat seat = there.get(member);
            if (seat == null || group < 1 || group > item.groups()) {
                throw new NotFoundException("group");
            }
            seat.moveTo(group);
        });
    }

    /** People talk in them from the discussion on. */
    private static boolean isBegun(Seat seat) {
        return seat.phase().ordinal() >= Phase.DISCUSS.ordinal();
    }

    private void seatAll(AgendaItem item) {
        if (item.groups() == 0) {
            return;
        }
        List<GroupSeat> there = divisions.seats(item);
        Map<Integer, Integer> taken = new HashMap<>();
        there.forEach(s -> taken.merge(s.number(), 1, Integer::sum));
        Set<Long> seated = there.stream().map(s -> s.member().id()).collect(Collectors.toSet());
        lot.deal(
                        divisions.participants(item.workshop()).stream()
                                .filter(m -> !seated.contains(m.id()))
                                .toList(),
                        IntStream.rangeClosed(1, item.groups()).boxed().toList(),
                        taken)
                .forEach((member, group) -> divisions.add(new GroupSeat(item, member, group)));
    }

    /**
     * The group in which the actor talks; 0 where there are none, and for whoever leads or moderates. Whoever has none yet
     * gets a place in one of the smallest.
     */
    public int groupOf(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        AgendaItem item = workshops.item(actor, workshop, question);
        if (item.groups() == 0 || seat.role() != WorkshopRole.PARTICIPANT || seat.phase() == Phase.CLOSED) {
            return 0;
        }
        return seatOf(item, seat)
                .or(() -> {
                    divisions.hold(item);
                    seatAll(item);
                    return seatOf(item, seat);
                })
                .orElse(0);
    }

    private Optional<Integer> seatOf(AgendaItem item, Seat seat) {
        return divisions.seatsOf(seat.member()).stream()
                .filter(s -> s.item().equals(item))
                .map(GroupSeat::number)
                .findFirst();
    }

    /**
     * Whether the actor reads in that group's thread: their own, for whoever leads or moderates each, and for everybody
     * each once nobody writes or votes any more.
     */
    public boolean reads(Actor actor, Slug workshop, Slug question, int group) {
        Seat seat = seats.get(actor, workshop);
        AgendaItem item = workshops.item(actor, workshop, question);
        return group >= 1
                && group <= item.groups()
                && (seat.may(WorkshopPermission.MODERATE)
                        || seat.phase().ordinal() >= Phase.SYNTHESIS.ordinal()
                        || groupOf(actor, workshop, question) == group);
    }

    /** Whether the actor belongs there: of that group, or leading or moderating. The phase has its own say. */
    public boolean talks(Actor actor, Slug workshop, Slug question, int group) {
        return reads(actor, workshop, question, group)
                && (seats.get(actor, workshop).may(WorkshopPermission.MODERATE)
                        || groupOf(actor, workshop, question) == group);
    }

    /** Who is in which group, from the first on; for those who lead or moderate. Whoever has no place yet gets one. */
    public Map<Integer, List<WorkshopMember>> groups(Actor actor, Slug workshop, Slug question) {
        seats.get(actor, workshop).require(WorkshopPermission.MODERATE);
        AgendaItem item = workshops.item(actor, workshop, question);
        Map<Integer, List<WorkshopMember>> all = new LinkedHashMap<>();
        IntStream.rangeClosed(1, item.groups()).forEach(n -> all.put(n, new ArrayList<>()));
        boolean late = divisions.seats(item).size()
                < divisions.participants(item.workshop()).size();
        if (late && !all.isEmpty() && seats.get(actor, workshop).phase() != Phase.CLOSED) {
            divisions.hold(item);
            seatAll(item);
        }
        divisions.seats(item).forEach(s -> Objects.requireNonNull(all.get(s.number()))
                .add(s.member()));
        return all;
    }

    /** The pseudonyms of those in one's own group; none where the workshop shows no authors. */
    public List<String> companions(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        int own = groupOf(actor, workshop, question);
        if (own == 0 || !seat.workshop().areAuthorsShown()) {
            return List.of();
        }
        return divisions.seats(workshops.item(actor, workshop, question)).stream()
                .filter(s -> s.number() == own && !s.member().equals(seat.member()))
                .flatMap(s -> s.member().pseudonym().stream())
                .toList();
    }

    /** The accounts of participants who may write, with their group; 0 where there are none. Two queries. */
    public Map<Long, Integer> talking(Actor actor, Slug workshop, Slug question) {
        AgendaItem item = workshops.item(actor, workshop, question);
        Map<Long, Integer> all = new HashMap<>();
        divisions.participants(item.workshop()).stream()
                .filter(m -> !m.isMuted())
                .forEach(m -> all.put(m.account().id(), 0));
        if (item.groups() > 0) {
            divisions
                    .seats(item)
                    .forEach(s -> all.computeIfPresent(s.member().account().id(), (id, none) -> s.number()));
        }
        return all;
    }

    // ---- Sides

    /** Lets everybody argue for a position that is drawn for them, or for none any more. What was drawn stays drawn. */
    public void swapSides(Actor actor, Slug workshop, Slug question, boolean swapped) {
        AgendaItem item = led(actor, workshop, question);
        item.swapSides(swapped);
        drawAll(item);
    }

    private void drawAll(AgendaItem item) {
        if (!item.isSideSwap()) {
            return;
        }
        List<DrawnSide> there = divisions.sides(item);
        Map<Position, Integer> taken = new HashMap<>();
        there.forEach(s -> taken.merge(s.position(), 1, Integer::sum));
        Set<Long> drawn = there.stream().map(s -> s.member().id()).collect(Collectors.toSet());
        lot.deal(
                        divisions.participants(item.workshop()).stream()
                                .filter(m -> !drawn.contains(m.id()))
                                .toList(),
                        item.question().positions(),
                        taken)
                .forEach((member, position) -> divisions.add(new DrawnSide(item, member, position)));
    }

    /**
     * The position for which the actor is to argue; empty where nobody is, and for whoever leads or moderates. Whoever
     * comes late gets one of the rarest.
     */
    public Optional<Position> sideOf(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        AgendaItem item = workshops.item(actor, workshop, question);
        if (!item.isSideSwap() || seat.role() != WorkshopRole.PARTICIPANT || seat.phase() == Phase.CLOSED) {
            return Optional.empty();
        }
        return drawnFor(item, seat).or(() -> {
            divisions.hold(item);
            drawAll(item);
            return drawnFor(item, seat);
        });
    }

    private Optional<Position> drawnFor(AgendaItem item, Seat seat) {
        return divisions.sidesOf(seat.member()).stream()
                .filter(s -> s.item().equals(item))
                .map(DrawnSide::position)
                .findFirst();
    }

    // ---- Answers

    /** Gives those who have written comments of others to answer, or does so no more. */
    public void pairReplies(Actor actor, Slug workshop, Slug question, boolean paired) {
        led(actor, workshop, question).pairReplies(paired);
    }

    // ---- Common

    void leave(@Observes MemberLeft left) {
        divisions.forget(left.member());
    }

    /** Who was with whom, and what was drawn for whom, has had its time; comments stay where they were written. */
    void close(@Observes WorkshopClosed closed) {
        divisions.forget(closed.workshop());
    }

    private AgendaItem led(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        AgendaItem item = workshops.item(actor, workshop, question);
        if (seat.phase() == Phase.CLOSED) {
            throw new UserFacingException("", "workshop.phase.closed");
        }
        divisions.hold(item);
        return item;
    }
}
