package contested.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Forgets return phrases and real names of workshops that have been closed for as long as was said. */
@ApplicationScoped
@Transactional
public class RetentionService {

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private Clock clock;

    /** @return of how many workshops */
    public int forgetDue() {
        Instant now = clock.instant();
        List<Workshop> due = workshops.closedWithPeople().stream()
                .filter(w -> !w.isKeepingPeopleAt(now))
                .toList();
        due.forEach(workshops::forgetPeople);
        return due.size();
    }
}
