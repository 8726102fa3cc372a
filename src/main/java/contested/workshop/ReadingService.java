package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is read first on a question: chosen by facilitators, ticked off by each participant for themselves. */
@ApplicationScoped
@Transactional
public class ReadingService {

    @Inject
    private ReadingRepository readings;

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private PassageRepository passages;

    @Inject
    private SeatService seats;

    /**
     * One passage to read first, as the actor sees it.
     *
     * @param isRead  whether they say they have read it
     * @param readers how many say so; 0 for whoever does not lead the workshop
     */
    public record ToRead(Passage passage, boolean isRead, long readers) {}

    /** In their order. Four queries. */
    public List<ToRead> of(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        AgendaItem item = item(seat, question);
        Set<Long> read = readings.readBy(item, seat.member());
        Map<Long, Long> readers = seat.may(WorkshopPermission.RUN) ? readings.readers(item) : Map.of();
        return readings.of(item).stream()
                .map(r -> new ToRead(r.passage(), read.contains(r.id()), readers.getOrDefault(r.id(), 0L)))
                .toList();
    }

    /**
     * Asks everybody to read these first, in that order, in place of what was asked before; who has read one of them has
     * read it still.
     *
     * @throws UserFacingException When there are more than {@link Reading#MAX_EACH}, or one of them is gone.
     */
    public void choose(Actor actor, Slug workshop, Slug question, List<Slug> wanted) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        workshops.hold(seat.workshop());
        AgendaItem item = item(seat, question);
        if (wanted.size() > Reading.MAX_EACH) {
            throw new UserFacingException("reading", "reading.many", Reading.MAX_EACH);
        }
        Map<Slug, Passage> known = passages.ofQuestion(item.question()).stream()
                .collect(Collectors.toMap(Passage::slug, Function.identity()));
        if (!known.keySet().containsAll(wanted)) {
            throw new UserFacingException("reading", "comment.citation.unknown");
        }
        Map<Slug, Reading> before = readings.of(item).stream()
                .collect(Collectors.toMap(r -> r.passage().slug(), Function.identity()));
        before.values().stream()
                .filter(r -> !wanted.contains(r.passage().slug()))
                .forEach(readings::remove);
        List<Slug> order = wanted.stream().distinct().toList();
        for (int i = 0; i < order.size(); i++) {
            Reading there = before.get(order.get(i));
            if (there == null) {
                readings.add(new Reading(item, known.get(order.get(i)), i + 1));
            } else {
                there.moveTo(i + 1);
            }
        }
    }

    /**
     * Says that one has read it, or takes that back. Until the workshop is closed.
     *
     * @throws NotFoundException When it is not to be read there, or the actor is no participant.
     */
    public void toggle(Actor actor, Slug workshop, Slug question, Slug passage) {
        Seat seat = seats.get(actor, workshop);
        if (seat.role() != WorkshopRole.PARTICIPANT) {
            throw new NotFoundException("reads without ticking");
        }
        if (seat.phase() == Phase.CLOSED) {
            throw new UserFacingException("", "workshop.phase.closed");
        }
        workshops.hold(seat.member());
        AgendaItem item = item(seat, question);
        Reading reading = readings.of(item).stream()
                .filter(r -> r.passage().slug().equals(passage))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("reading"));
        if (readings.readBy(item, seat.member()).contains(reading.id())) {
            readings.untick(reading, seat.member());
        } else {
            readings.add(new ReadingTick(reading, seat.member()));
        }
    }

    void leave(@Observes MemberLeft left) {
        readings.forget(left.member());
    }

    void close(@Observes WorkshopClosed closed) {
        readings.cut(closed.workshop());
    }

    private AgendaItem item(Seat seat, Slug question) {
        return workshops.findItem(seat.workshop(), question).orElseThrow(() -> new NotFoundException("agenda"));
    }
}
