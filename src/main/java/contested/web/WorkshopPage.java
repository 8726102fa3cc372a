package contested.web;

import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/{workshop}}: what to do now, for participants; the board from which it is led, for facilitators. */
@Named
@RequestScoped
public class WorkshopPage implements FormPage {

    /** The phase of which the address asks what it would mean. */
    static final String TO = "to";

    private static final String DO = "do";
    private static final Set<String> DONE = Set.of(
            "founded",
            "phase",
            "more",
            "schedule",
            "note",
            "note-off",
            "pause",
            "resume",
            "renew",
            "end",
            "copied",
            "decided",
            "dimmed");

    @Inject
    private WorkshopRoom room;

    @Inject
    private WorkshopQueue queue;

    @Inject
    private WorkshopSpotlight spotlight;

    @Inject
    private WorkshopService service;

    @Inject
    private JoinService joining;

    @Inject
    private BallotService ballots;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    private @Nullable List<WorkshopMember> members;
    private @Nullable List<WorkshopMember> participants;

    private Slug slug() {
        return room.getWorkshop().slug();
    }

    @Override
    public String submit() {
        if (form.has(DO, "decide")) {
            queue.decide();
            return links.workshopDone(slug(), "decided");
        }
        room.seat().require(WorkshopPermission.RUN);
        return switch (form.value(DO)) {
            case "phase" -> {
                service.enter(visitor.actor(), slug(), phase("seen"), phase("next"));
                yield links.workshopDone(slug(), "phase");
            }
            case "more" -> {
                service.lengthen(visitor.actor(), slug(), Duration.ofMinutes(minutes()));
                yield links.workshopDone(slug(), "more");
            }
            case "schedule" -> {
                service.schedule(visitor.actor(), slug(), form.has("by-schedule", "yes"));
                yield links.workshopDone(slug(), "schedule");
            }
            case "note" -> {
                service.tell(visitor.actor(), slug(), form.value("note"));
                yield links.workshopDone(slug(), form.value("note").isBlank() ? "note-off" : "note");
            }
            case "note-off" -> {
                service.tell(visitor.actor(), slug(), "");
                yield links.workshopDone(slug(), "note-off");
            }
            case "pause", "resume" -> {
                boolean pause = form.has(DO, "pause");
                service.pauseJoining(visitor.actor(), slug(), pause);
                yield links.workshopDone(slug(), pause ? "pause" : "resume");
            }
            case "renew" -> {
                service.renewCode(visitor.actor(), slug());
                yield links.workshopDone(slug(), "renew");
            }
            case "end" -> {
                service.endJoining(visitor.actor(), slug());
                yield links.workshopDone(slug(), "end");
            }
            case WorkshopSpotlight.TAKE_AWAY ->
                links.workshopDone(slug(), spotlight.act().orElseThrow());
            case "copy" -> links.workshopDone(service.copy(visitor.actor(), slug()), "copied");
            default -> throw new NotFoundException("nothing to do");
        };
    }

    private Phase phase(String field) {
        return TypedValue.choice(Phase.class, form.value(field)).orElseThrow(() -> new NotFoundException("phase"));
    }

    private int minutes() {
        return TypedValue.number(form.value("minutes"))
                .filter(n -> n >= 1 && n <= 240)
                .map(Long::intValue)
                .orElseThrow(() -> new UserFacingException("minutes", "workshop.more.range", 1, 240));
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }

    /** The phase into which the facilitator asked to go, to be told first what it means; null for none. */
    public @Nullable Phase getTo() {
        return address.parameter(TO, name -> Arrays.stream(Phase.values())
                        .filter(p -> room.key(p).equals(name) && p != room.getPhase() && isOpen(p))
                        .findFirst())
                .orElse(null);
    }

    public @Nullable Phase getNext() {
        return room.getWorkshop().nextAt(clock.instant()).orElse(null);
    }

    /** The other phases, earlier and later than the next one. */
    public List<Phase> getOthers() {
        return Arrays.stream(Phase.values())
                .filter(p -> p != room.getPhase() && p != getNext() && p != Phase.CLOSED && isOpen(p))
                .toList();
    }

    /** Nobody votes again once counts were seen. */
    private boolean isOpen(Phase phase) {
        return !phase.isBallot() || !room.getWorkshop().isCountedAt(clock.instant());
    }

    // ---- Who is here

    public List<WorkshopMember> getMembers() {
        List<WorkshopMember> all = members;
        if (all == null) {
            all = joining.members(visitor.actor(), slug()).stream()
                    .filter(WorkshopMember::isIn)
                    .toList();
            members = all;
        }
        return all;
    }

    public List<WorkshopMember> getParticipants() {
        List<WorkshopMember> all = participants;
        if (all == null) {
            all = getMembers().stream()
                    .filter(m -> m.role() == WorkshopRole.PARTICIPANT)
                    .toList();
            participants = all;
        }
        return all;
    }

    public boolean isHere(WorkshopMember member) {
        return member.isHereAt(clock.instant());
    }

    public long getHere() {
        return getParticipants().stream().filter(this::isHere).count();
    }

    public boolean isOpenToJoin() {
        return room.getWorkshop().isOpenToJoinAt(clock.instant());
    }

    /** How many have voted in the present ballot on that question; no more than that is known before it is over. */
    public long voted(Slug question) {
        BallotRound round =
                room.getPhase().ordinal() <= Phase.DISCUSS.ordinal() ? BallotRound.OPENING : BallotRound.CLOSING;
        return ballots.count(visitor.actor(), slug(), question, round);
    }

    /** Whether people have begun to vote, so that answers on paper may have to be entered. */
    public boolean isCounted() {
        return BallotRound.OPENING.hasBegunIn(room.getPhase()) && room.getPhase() != Phase.CLOSED;
    }

    /** Whether a reader of the agenda has cast the ballot that is open now. */
    public boolean hasVoted(Slug question) {
        BallotRound round = room.getPhase() == Phase.OPENING_BALLOT ? BallotRound.OPENING : BallotRound.CLOSING;
        return ballots.own(visitor.actor(), slug(), question, round).isPresent();
    }

    public String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
