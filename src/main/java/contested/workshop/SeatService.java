package contested.workshop;

import contested.access.Actor;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Who is in which workshop: what every other service asks first. */
@ApplicationScoped
@Transactional
public class SeatService {

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private Clock clock;

    /** The actor's seat there; empty for whoever is not in it, left it, or was removed. One query. */
    public Optional<Seat> find(Actor actor, Slug workshop) {
        return actor.isSignedIn()
                ? workshops
                        .findMember(workshop, actor.id())
                        .filter(WorkshopMember::isIn)
                        .map(m -> Seat.at(m, clock.instant()))
                : Optional.empty();
    }

    /** @throws NotFoundException When there is no such workshop, or the actor is not in it: both read alike. */
    public Seat get(Actor actor, Slug workshop) {
        return find(actor, workshop).orElseThrow(() -> new NotFoundException("workshop"));
    }
}
