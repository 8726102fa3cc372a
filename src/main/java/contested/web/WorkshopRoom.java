package contested.web;

import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.NotFoundException;
import contested.workshop.AgendaItem;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.PhasePlan;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.Workshop;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every page of a workshop shows: where it stands, how long still, and what this reader may do there now. */
@Named
@RequestScoped
public class WorkshopRoom {

    @Inject
    private SeatService seats;

    @Inject
    private WorkshopService service;

    @Inject
    private JoinService joining;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Clock clock;

    private Seat seat;
    private List<AgendaItem> agenda = List.of();

    @PostConstruct
    void load() {
        seat = seats.get(visitor.actor(), address.workshop().orElseThrow(() -> new NotFoundException("workshop")));
        agenda = service.agenda(visitor.actor(), seat.workshop().slug());
        joining.appear(visitor.actor(), seat.workshop().slug());
    }

    /** Whether the page stands within a workshop at all: parts of pages are shared with those outside. */
    public boolean isEntered() {
        return address.workshop().isPresent();
    }

    Seat seat() {
        return seat;
    }

    public Workshop getWorkshop() {
        return seat.workshop();
    }

    public Phase getPhase() {
        return seat.phase();
    }

    public WorkshopRole getRole() {
        return seat.role();
    }

    public boolean isExtra() {
        return seat.isInExtraTime();
    }

    public List<AgendaItem> getAgenda() {
        return agenda;
    }

    public boolean may(String permission) {
        return seat.may(WorkshopPermission.valueOf(permission));
    }

    /** A phase as the bar of phases shows it. */
    public record Step(Phase phase, boolean done, boolean current, int minutes) {}

    public List<Step> getSteps() {
        Phase now = getPhase();
        return Arrays.stream(Phase.values())
                .map(p -> new Step(p, p.ordinal() < now.ordinal(), p == now, minutes(p)))
                .toList();
    }

    private int minutes(Phase phase) {
        PhasePlan plan = getWorkshop().plan().get(phase);
        return plan == null ? 0 : plan.minutes();
    }

    /** What participants are told to do now, where the facilitator wrote it; else empty text. */
    public String getTask() {
        PhasePlan plan = getWorkshop().plan().get(getPhase());
        return plan == null ? "" : plan.task();
    }

    /** The end of the message keys of a phase. */
    public String key(Phase phase) {
        return phase.key();
    }

    /** When the phase ends or should; null where nobody said. */
    public @Nullable Instant getUntil() {
        return seat.standing().until();
    }

    /** How long still; negative once the time is over; empty text where nobody said. */
    public String getSecondsLeft() {
        return Optional.ofNullable(getUntil())
                .map(until ->
                        String.valueOf(Duration.between(clock.instant(), until).toSeconds()))
                .orElse("");
    }

    /** See {@link Seat#state}. */
    public String getState() {
        return seat.state();
    }
}
