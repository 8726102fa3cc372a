package contested.web;

import contested.access.WorkshopRole;
import contested.passage.ReadingTime;
import contested.shared.Slug;
import contested.workshop.Phase;
import contested.workshop.ReadingService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be read first on a question of a workshop, and how long that takes. */
@Named
@RequestScoped
public class ReadingPart {

    @Inject
    private ReadingService service;

    @Inject
    private QuestionPage page;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    private @Nullable List<ReadingService.ToRead> all;

    public List<ReadingService.ToRead> getAll() {
        List<ReadingService.ToRead> found = all;
        if (found == null) {
            found = service.of(visitor.actor(), room.getWorkshop().slug(), address.slug());
            all = found;
        }
        return found;
    }

    /** Notes that the reader has read it, or takes that back. */
    void toggle(Slug passage) {
        service.toggle(visitor.actor(), room.getWorkshop().slug(), address.slug(), passage);
    }

    /** Whether it stands open: while people read. Later it is a step away. */
    public boolean isOpen() {
        return room.getPhase() == Phase.READ;
    }

    /** Whether this reader ticks off what they have read. */
    public boolean isTicked() {
        return room.getRole() == WorkshopRole.PARTICIPANT && room.getPhase() != Phase.CLOSED;
    }

    public long getRead() {
        return getAll().stream().filter(ReadingService.ToRead::isRead).count();
    }

    /** Whole minutes, see {@link ReadingTime}. */
    public long getMinutes() {
        return ReadingTime.of(
                        page.getEvidence(),
                        getAll().stream().map(ReadingService.ToRead::passage).toList(),
                        address.getLanguage())
                .toMinutes();
    }
}
