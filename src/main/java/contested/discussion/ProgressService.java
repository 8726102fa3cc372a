package contested.discussion;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.Slug;
import contested.workshop.AgendaItem;
import contested.workshop.JoinService;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/**
 * Counts what is asked of participants: comments of their own that are published or wait for a moderator, and the passages
 * that these cite, in the plenary as in groups. What was withdrawn, sent back, declined or hidden does not count, nor does an
 * exercise: what is asked here is one's own voice.
 */
@ApplicationScoped
@Transactional
public class ProgressService {

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private WorkshopService workshops;

    @Inject
    private SeatService seats;

    @Inject
    private JoinService people;

    /** One's own, which nobody else is shown with a name unless the workshop shows figures on persons. Three queries. */
    public Progress own(Actor actor, Slug workshop, Slug question) {
        AgendaItem item = workshops.item(actor, workshop, question);
        return Progress.of(
                item, discussion.written(item).getOrDefault(actor.id(), DiscussionRepository.Written.NOTHING));
    }

    /**
     * How far all of them are.
     *
     * @param done    how many have done all that is asked
     * @param people  how many participants there are
     * @param missing the pseudonyms of those who have not; empty where the workshop shows no figures on persons
     */
    public record Everybody(int done, int people, List<String> missing) {}

    /** For those who lead the workshop. */
    public Everybody everybody(Actor actor, Slug workshop, Slug question) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        AgendaItem item = workshops.item(actor, workshop, question);
        Map<Long, DiscussionRepository.Written> written = discussion.written(item);
        List<WorkshopMember> all = people.members(actor, workshop).stream()
                .filter(m -> m.isIn() && m.role() == WorkshopRole.PARTICIPANT)
                .toList();
        List<WorkshopMember> missing = all.stream()
                .filter(m -> !Progress.of(
                                item, written.getOrDefault(m.account().id(), DiscussionRepository.Written.NOTHING))
                        .isMet())
                .toList();
        return new Everybody(
                all.size() - missing.size(),
                all.size(),
                seat.workshop().arePersonsShown()
                        ? missing.stream().flatMap(m -> m.pseudonym().stream()).toList()
                        : List.of());
    }
}
