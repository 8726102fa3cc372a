package contested.web;

import contested.access.WorkshopPermission;
import contested.workshop.Workshop;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/{workshop}/records}: what facilitators can take along of a workshop, and what goes when. */
@Named
@RequestScoped
public class WorkshopRecordsPage {

    @Inject
    private WorkshopRoom room;

    @Inject
    private Clock clock;

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
    }

    public Workshop getWorkshop() {
        return room.getWorkshop();
    }

    /** Whether ballots are over, so that their figures are in the archive. */
    public boolean isCounted() {
        return room.may("SEE_SHIFT");
    }

    /** When return phrases and real names go; null before the workshop is closed. */
    public @Nullable Instant getKeptUntil() {
        return getWorkshop().keptUntil().orElse(null);
    }

    public boolean isKeeping() {
        return getWorkshop().isKeepingPeopleAt(clock.instant());
    }
}
