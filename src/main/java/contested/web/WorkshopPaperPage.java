package contested.web;

import contested.access.WorkshopPermission;
import contested.question.Position;
import contested.question.Question;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.PaperCount;
import contested.workshop.Phase;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /workshops/{workshop}/questions/{slug}/paper}: how people without a device answered, counted by hand. Whoever
 * leads the workshop enters it and sees it at once, since they typed it; everybody else when nobody votes any more.
 */
@Named
@RequestScoped
public class WorkshopPaperPage implements FormPage {

    private static final String UNSURE = "unsure";
    private static final Set<String> DONE = Set.of("opening", "closing");

    @Inject
    private WorkshopRoom room;

    @Inject
    private WorkshopService service;

    @Inject
    private BallotService ballots;

    @Inject
    private QuestionPage page;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private List<PaperCount> counts = List.of();

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
        service.item(visitor.actor(), workshop(), address.slug());
        counts = ballots.paper(visitor.actor(), workshop(), address.slug());
    }

    private Slug workshop() {
        return room.getWorkshop().slug();
    }

    @Override
    public @Nullable String submit() {
        BallotRound round = TypedValue.choice(BallotRound.class, form.value("do"))
                .orElseThrow(() -> new NotFoundException("no such ballot"));
        Map<Slot, Integer> people = new EnumMap<>(Slot.class);
        for (Position position : getQuestion().positions()) {
            people.put(position.slot(), typed(field(round, ThreadPart.key(position.slot()))));
        }
        int unsure = typed(field(round, UNSURE));
        if (form.isRefused()) {
            return null;
        }
        ballots.count(visitor.actor(), workshop(), address.slug(), round, people, unsure);
        return links.workshopPaperDone(workshop(), address.slug(), key(round));
    }

    /** Nothing typed is nobody. */
    private int typed(String field) {
        String value = form.value(field).strip();
        long number = value.isEmpty() ? 0 : TypedValue.number(value).orElse(-1L);
        if (number < 0 || number > getMost()) {
            form.refuse(new UserFacingException(field, "ballot.paper.range", getMost()));
            return 0;
        }
        return (int) number;
    }

    public Question getQuestion() {
        return page.getEvidence().question();
    }

    /** As many as may join: people without a device are not more than a class has. */
    public int getMost() {
        return room.getWorkshop().capacity();
    }

    /** Those that people vote in now, or have voted in. */
    public List<BallotRound> getRounds() {
        return Arrays.stream(BallotRound.values())
                .filter(round -> round.hasBegunIn(room.getPhase()))
                .toList();
    }

    /** Whether numbers can be changed still. */
    public boolean isOpen() {
        return room.getPhase() != Phase.CLOSED;
    }

    /** A ballot as fields and addresses name it. */
    public String key(BallotRound round) {
        return round.name().toLowerCase(Locale.ROOT);
    }

    public String field(BallotRound round, String answer) {
        return key(round) + "-" + answer;
    }

    public String slot(Position position) {
        return ThreadPart.key(position.slot());
    }

    /** What stands in that field: what was typed, else what was counted. */
    public String value(BallotRound round, String answer) {
        return form.sent(field(round, answer)).orElseGet(() -> String.valueOf(counted(round, answer)));
    }

    public int counted(BallotRound round, String answer) {
        return counts.stream()
                .filter(c -> c.round() == round)
                .filter(c -> answer.equals(c.position().map(this::slot).orElse(UNSURE)))
                .mapToInt(PaperCount::people)
                .sum();
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }
}
