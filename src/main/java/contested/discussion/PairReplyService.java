package contested.discussion;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.Slug;
import contested.workshop.AgendaItem;
import contested.workshop.DivisionService;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Gives those who have written comments of others to answer, where the agenda says so. */
@ApplicationScoped
@Transactional
public class PairReplyService {

    /** Enough to know a comment by. */
    private static final int BEGINNING_CHARS = 90;

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private ContributionService contributions;

    @Inject
    private DivisionService divisions;

    @Inject
    private WorkshopService workshops;

    @Inject
    private SeatService seats;

    /** A comment for the actor to answer, with how it begins. */
    public record ToAnswer(ThreadKey thread, Slug comment, String beginning) {}

    /**
     * What one is given.
     *
     * @param hasWritten whether one has a comment that readers see; nothing is given before
     */
    public record Given(boolean hasWritten, List<ToAnswer> comments) {}

    /** The actor's own; nothing while nobody writes. */
    public Given own(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        AgendaItem item = workshops.item(actor, workshop, question);
        if (!item.isPairReplies() || seat.role() != WorkshopRole.PARTICIPANT || !seat.may(WorkshopPermission.WRITE)) {
            return new Given(true, List.of());
        }
        List<PairReplies.Said> said = discussion.said(item);
        List<Long> ids = new PairReplies(said, divisions.talking(actor, workshop, question))
                .given().getOrDefault(actor.id(), List.of()).stream()
                        .map(PairReplies.Said::id)
                        .toList();
        boolean written = said.stream().anyMatch(s -> s.author() == actor.id() && s.isRead());
        Map<Long, Comment> comments = discussion.all(ids);
        Map<Slug, String> beginnings = contributions.beginnings(actor, comments.values(), BEGINNING_CHARS);
        return new Given(
                written,
                ids.stream()
                        .map(comments::get)
                        .map(c -> new ToAnswer(c.thread().key(), c.slug(), beginnings.getOrDefault(c.slug(), "")))
                        .toList());
    }

    /** How many comments wait for an answer; for those who lead or moderate. */
    public int waiting(Actor actor, Slug workshop, Slug question) {
        seats.get(actor, workshop).require(WorkshopPermission.MODERATE);
        AgendaItem item = workshops.item(actor, workshop, question);
        return new PairReplies(discussion.said(item), Map.of()).unanswered().size();
    }
}
