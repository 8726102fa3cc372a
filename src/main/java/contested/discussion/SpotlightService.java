package contested.discussion;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.question.Position;
import contested.question.Question;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.Phase;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.Spotlight;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment or a passage on everybody's page, put there by a facilitator. It opens nothing: a comment is shown only to those
 * who may read comments at that moment, and goes when it is hidden, withdrawn or redacted.
 */
@ApplicationScoped
@Transactional
public class SpotlightService {

    @Inject
    private SeatService seats;

    @Inject
    private WorkshopService workshops;

    @Inject
    private ThreadService threads;

    @Inject
    private ThreadDoors doors;

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private PassageRepository passages;

    @Inject
    private RenderedTexts rendered;

    /**
     * What is shown, as a certain reader sees it: either a passage or a comment.
     *
     * @param position the one that the comment takes, or argues for as an exercise; null for none, and for a passage
     */
    public record Lit(
            Question question, @Nullable Passage passage, @Nullable Entry comment, @Nullable Position position) {}

    /**
     * Shows a published comment to everybody, in place of what was shown before.
     *
     * @throws NotFoundException When the actor does not lead the workshop, or readers see no such comment there.
     * @throws UserFacingException When it was said in a small group, and groups do not read one another yet; or when it was
     *     hidden or changed just now.
     */
    public void lightComment(Actor actor, ThreadKey key, Slug comment) {
        Seat seat = lead(actor, key);
        if (!isForAll(seat, key)) {
            throw new UserFacingException("", "spotlight.group");
        }
        boolean isGone = discussion
                .find(comment)
                .filter(c -> c.thread().key().equals(key) && !isShown(c))
                .isPresent();
        if (isGone) {
            throw new UserFacingException("", "spotlight.gone");
        }
        threads.requireRead(actor, key, comment);
        workshops.light(actor, seat.workshop().slug(), new Spotlight(Spotlight.Kind.COMMENT, comment));
    }

    /** The same with a passage of that question. */
    public void lightPassage(Actor actor, ThreadKey key, Slug passage) {
        Seat seat = lead(actor, key);
        passage(passage)
                .filter(p -> p.question().slug().equals(key.question()))
                .orElseThrow(() -> new NotFoundException("passage"));
        workshops.light(actor, seat.workshop().slug(), new Spotlight(Spotlight.Kind.PASSAGE, passage));
    }

    private Seat lead(Actor actor, ThreadKey key) {
        Slug workshop = Optional.ofNullable(key.workshop()).orElseThrow(() -> new NotFoundException("workshop"));
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        workshops.item(actor, workshop, key.question());
        return seat;
    }

    /** Takes away what is shown. */
    public void takeAway(Actor actor, Slug workshop) {
        workshops.light(actor, workshop, null);
    }

    /** What this reader sees in the spotlight; empty where nothing is in it, or it is not for them yet. */
    public Optional<Lit> find(Actor reader, Slug workshop) {
        Seat seat = seats.get(reader, workshop);
        return seat.workshop()
                .spotlight()
                .flatMap(what -> what.kind() == Spotlight.Kind.PASSAGE
                        ? passage(what.name()).map(p -> new Lit(p.question(), p, null, null))
                        : comment(reader, seat, what.name()))
                .filter(lit -> workshops.agenda(reader, workshop).stream()
                        .anyMatch(item -> item.question().equals(lit.question())));
    }

    private Optional<Passage> passage(Slug name) {
        return passages.find(name).filter(Passage::isInCatalogue);
    }

    private Optional<Lit> comment(Actor reader, Seat seat, Slug name) {
        if (!seat.may(WorkshopPermission.READ_THREADS)) {
            return Optional.empty();
        }
        return discussion
                .find(name)
                .filter(c ->
                        c.thread().workshop().filter(seat.workshop()::equals).isPresent())
                .filter(SpotlightService::isShown)
                .filter(c -> isForAll(seat, c.thread().key()))
                .filter(c -> doors.seesPeers(reader, c.thread().key(), discussion.hasWritten(reader.id(), c.thread())))
                .map(c -> new Lit(
                        c.thread().question(),
                        null,
                        new EntryMaker(reader, List.of(c.id()), discussion, rendered).alone(c),
                        c.position().or(c::argued).orElse(null)));
    }

    /** Whether everybody who reads comments reads that thread: the projector asks nobody who they are. */
    private static boolean isForAll(Seat seat, ThreadKey key) {
        return key.group() == 0 || seat.phase().ordinal() >= Phase.SYNTHESIS.ordinal();
    }

    /** Its author may be gone, and its words with them. */
    private static boolean isShown(Comment comment) {
        return comment.state().isRead()
                && comment.published().flatMap(Revision::text).isPresent();
    }

    /** What readers see no more is in no spotlight any more, on no page that is open. */
    void follow(@Observes CommentChanged change) {
        Slug workshop = change.thread().workshop();
        if (workshop != null && !threads.isShown(change.comment())) {
            workshops.dim(workshop, new Spotlight(Spotlight.Kind.COMMENT, change.comment()));
        }
    }
}
