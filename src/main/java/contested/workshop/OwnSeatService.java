package contested.workshop;

import contested.access.Actor;
import contested.access.Permission;
import contested.passage.Passage;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal holds of somebody as a member of workshops, for nobody but them to take along. */
@ApplicationScoped
@Transactional
public class OwnSeatService {

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private ReadingRepository readings;

    @Inject
    private DivisionRepository divisions;

    /**
     * One's ballot while it is one's own still.
     *
     * @param position null for not sure
     */
    public record OwnBallot(Slug question, BallotRound round, @Nullable Slot position, int confidence) {}

    /**
     * What one said moved one, while that is one's own still.
     *
     * @param passage null for a comment
     * @param comment null for a passage
     */
    public record OwnMover(Slug question, @Nullable Slug passage, @Nullable Slug comment) {}

    /** A passage that one said one has read. */
    public record OwnReading(Slug question, Slug passage) {}

    /** Somebody's place in a workshop, with what they cast there and what was released to them. */
    public record OwnSeat(
            WorkshopMember member,
            List<OwnBallot> ballots,
            List<OwnMover> movers,
            List<OwnReading> read,
            List<OwnGroup> groups,
            List<OwnSide> sides,
            List<Feedback> feedback) {}

    /** The small group in which one talked. */
    public record OwnGroup(Slug question, int number) {}

    /** The position for which one was to argue as an exercise. */
    public record OwnSide(Slug question, Slot position) {}

    /** Seven queries for each workshop, of which nobody is in many. */
    public List<OwnSeat> export(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return workshops.of(actor.id()).stream()
                .map(member -> new OwnSeat(
                        member,
                        ballots(member),
                        movers(member),
                        read(member),
                        groups(member),
                        sides(member),
                        workshops.releasedTo(member)))
                .toList();
    }

    private List<OwnBallot> ballots(WorkshopMember member) {
        return workshops.ballotsOf(member).stream()
                .map(b -> new OwnBallot(
                        b.item().question().slug(),
                        b.round(),
                        b.position().map(Position::slot).orElse(null),
                        b.confidence()))
                .toList();
    }

    private List<OwnGroup> groups(WorkshopMember member) {
        return divisions.seatsOf(member).stream()
                .map(s -> new OwnGroup(s.item().question().slug(), s.number()))
                .toList();
    }

    private List<OwnSide> sides(WorkshopMember member) {
        return divisions.sidesOf(member).stream()
                .map(s -> new OwnSide(s.item().question().slug(), s.position().slot()))
                .toList();
    }

    private List<OwnReading> read(WorkshopMember member) {
        return readings.readBy(member).stream()
                .map(r -> new OwnReading(r.item().question().slug(), r.passage().slug()))
                .toList();
    }

    private List<OwnMover> movers(WorkshopMember member) {
        return workshops.moversOf(member).stream()
                .map(m -> new OwnMover(m.item().question().slug(), passage(m), m.comment()))
                .toList();
    }

    private static @Nullable Slug passage(Mover mover) {
        Passage passage = mover.passage();
        return passage == null ? null : passage.slug();
    }
}
