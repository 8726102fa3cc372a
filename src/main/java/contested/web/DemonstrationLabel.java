package contested.web;

import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.Workshop;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says on each page of the demonstration that its people are made up: within its workshops, and where one joins them. */
@Named
@RequestScoped
public class DemonstrationLabel {

    @Inject
    private SeatService seats;

    @Inject
    private JoinDoor door;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    /** Whoever is not in the workshop sees none of its pages, and is told nothing of it. */
    public boolean isShown() {
        return address.workshop()
                .map(slug -> seats.find(visitor.actor(), slug)
                        .map(Seat::workshop)
                        .filter(Workshop::isDemonstration)
                        .isPresent())
                .orElseGet(() -> door.open().filter(Workshop::isDemonstration).isPresent());
    }
}
