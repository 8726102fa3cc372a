package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How participants vote before and after, and what may be seen of it. Ballots are secret to everybody else. */
@ApplicationScoped
@Transactional
public class BallotService {

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private PassageRepository passages;

    @Inject
    private SeatService seats;

    /**
     * What somebody has cast.
     *
     * @param position null for not sure
     */
    public record Own(@Nullable Slot position, int confidence) {}

    /**
     * Casts one's ballot of the present phase, or changes it.
     *
     * @param position null for not sure
     * @throws UserFacingException When the ballot is not open, or no such position is offered.
     */
    public void cast(
            Actor actor, Slug slug, Slug question, BallotRound round, @Nullable Slot position, int confidence) {
        Seat seat = seats.get(actor, slug);
        seat.require(permission(round));
        if (confidence < Ballot.MIN_CONFIDENCE || confidence > Ballot.MAX_CONFIDENCE) {
            throw new UserFacingException("confidence", "ballot.confidence.missing");
        }
        // Nobody's two forms sent at once become two ballots.
        workshops.hold(seat.member());
        AgendaItem item = item(seat, question);
        Position chosen = position == null
                ? null
                : item.question()
                        .position(position)
                        .orElseThrow(() -> new UserFacingException("position", "ballot.position.unknown"));
        Ballot ballot = workshops.findBallot(item, round, seat.member()).orElse(null);
        if (ballot == null) {
            String pair = workshops.findPair(item, seat.member()).orElseGet(() -> UUID.randomUUID()
                    .toString());
            ballot = new Ballot(item, round, seat.member(), pair);
            ballot.cast(chosen, confidence);
            workshops.add(ballot);
        } else {
            ballot.cast(chosen, confidence);
        }
    }

    private static WorkshopPermission permission(BallotRound round) {
        return round == BallotRound.OPENING ? WorkshopPermission.VOTE_OPENING : WorkshopPermission.VOTE_CLOSING;
    }

    /** One's own ballot; empty before it is cast, and once the workshop is closed. */
    public Optional<Own> own(Actor actor, Slug slug, Slug question, BallotRound round) {
        Seat seat = seats.get(actor, slug);
        return workshops
                .findBallot(item(seat, question), round, seat.member())
                .map(b -> new Own(b.position().map(Position::slot).orElse(null), b.confidence()));
    }

    /** How many have voted, which says nothing of how; for facilitators. */
    public long count(Actor actor, Slug slug, Slug question, BallotRound round) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        return workshops.countBallots(item(seat, question), round);
    }

    /**
     * All ballots on a question, without names. For everybody, once nobody votes any more; and for nobody before.
     *
     * @throws UserFacingException When the closing ballot has not closed yet.
     */
    public List<CastBallot> cast(Actor actor, Slug slug, Slug question) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.SEE_SHIFT);
        return workshops.ballots(item(seat, question));
    }

    /** The same for answers on paper. */
    public List<PaperCount> paper(Actor actor, Slug slug, Slug question) {
        Seat seat = seats.get(actor, slug);
        if (!seat.may(WorkshopPermission.RUN)) {
            seat.require(WorkshopPermission.SEE_SHIFT);
        }
        return workshops.paper(item(seat, question));
    }

    /**
     * Enters how many people without a device gave each answer, in place of what was entered before. From the beginning
     * of that ballot until the workshop is closed.
     *
     * @param unsure how many are not sure
     * @throws UserFacingException When it is not the time, or the numbers are out of their range.
     */
    public void count(Actor actor, Slug slug, Slug question, BallotRound round, Map<Slot, Integer> people, int unsure) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        AgendaItem item = item(seat, question);
        // Of two who count at once, the second one's numbers take the place of the first one's: never both.
        workshops.hold(seat.workshop());
        if (seat.phase() == Phase.CLOSED) {
            throw new UserFacingException("", "workshop.phase.closed");
        }
        if (!round.hasBegunIn(seat.phase())) {
            throw new UserFacingException("", "ballot.paper.early");
        }
        int most = seat.workshop().capacity();
        List<Integer> numbers =
                Stream.concat(people.values().stream(), Stream.of(unsure)).toList();
        if (numbers.stream().anyMatch(n -> n < 0 || n > most)
                || numbers.stream().mapToInt(n -> n).sum() > most) {
            throw new UserFacingException("", "ballot.paper.many", most);
        }
        workshops.forgetPaper(item, round);
        people.forEach((slot, number) -> {
            Position position = item.question().position(slot).orElse(null);
            if (number > 0 && position != null) {
                workshops.add(new PaperCount(item, round, position, number));
            }
        });
        if (unsure > 0) {
            workshops.add(new PaperCount(item, round, null, unsure));
        }
    }

    /**
     * Says that a passage moved one, or takes it back where it was said.
     *
     * @throws UserFacingException When it is not the time, or {@link Mover#MAX_EACH} are named already.
     */
    public void toggleMover(Actor actor, Slug slug, Slug question, Slug passage) {
        Seat seat = tell(actor, slug);
        AgendaItem item = item(seat, question);
        Passage named = passages.ofQuestion(item.question()).stream()
                .filter(p -> p.slug().equals(passage))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("passage"));
        toggle(item, seat, m -> named.equals(m.passage()), () -> new Mover(item, seat.member(), named, null));
    }

    /** The same of a comment. The caller knows that it is published in this thread. */
    public void toggleMovingComment(Actor actor, Slug slug, Slug question, Slug comment) {
        Seat seat = tell(actor, slug);
        AgendaItem item = item(seat, question);
        toggle(item, seat, m -> comment.equals(m.comment()), () -> new Mover(item, seat.member(), null, comment));
    }

    private Seat tell(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.TELL_MOVERS);
        workshops.hold(seat.member());
        return seat;
    }

    private void toggle(AgendaItem item, Seat seat, Predicate<Mover> same, Supplier<Mover> made) {
        List<Mover> said = workshops.moversOf(item, seat.member());
        Optional<Mover> before = said.stream().filter(same).findFirst();
        if (before.isPresent()) {
            workshops.remove(before.get());
        } else if (said.size() >= Mover.MAX_EACH) {
            throw new UserFacingException("", "ballot.movers.many", Mover.MAX_EACH);
        } else {
            workshops.add(made.get());
        }
    }

    /** What the actor named as having moved them. */
    public List<Mover> ownMovers(Actor actor, Slug slug, Slug question) {
        Seat seat = seats.get(actor, slug);
        return workshops.moversOf(item(seat, question), seat.member());
    }

    /** What people named, without who; once nobody votes any more. */
    public List<Mover> movers(Actor actor, Slug slug, Slug question) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.SEE_SHIFT);
        return workshops.movers(item(seat, question));
    }

    private AgendaItem item(Seat seat, Slug question) {
        return workshops.findItem(seat.workshop(), question).orElseThrow(() -> new NotFoundException("agenda"));
    }
}
