package contested.web;

import contested.access.WorkshopRole;
import contested.discussion.Progress;
import contested.discussion.ProgressService;
import contested.workshop.AgendaItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a question of the agenda asks of each participant, and how far they are: to themselves, and to who leads. */
@Named
@RequestScoped
public class AskedPart {

    @Inject
    private ProgressService service;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    private final Map<AgendaItem, ProgressService.Everybody> known = new HashMap<>();
    private @Nullable Progress own;

    /** Whether that question asks for numbers, and there is something to write or to read yet. */
    public boolean isAsked(AgendaItem item) {
        return item.commentsWanted() + item.citationsWanted() > 0 && room.may("READ_THREADS");
    }

    public boolean isParticipant() {
        return room.getRole() == WorkshopRole.PARTICIPANT;
    }

    /** The reader's own, on the question of this page. */
    public Progress getOwn() {
        Progress found = own;
        if (found == null) {
            found = service.own(visitor.actor(), room.getWorkshop().slug(), address.slug());
            own = found;
        }
        return found;
    }

    public ProgressService.Everybody everybody(AgendaItem item) {
        return known.computeIfAbsent(
                item,
                i -> service.everybody(
                        visitor.actor(), room.getWorkshop().slug(), i.question().slug()));
    }
}
