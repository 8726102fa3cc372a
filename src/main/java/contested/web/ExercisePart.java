package contested.web;

import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.question.Position;
import contested.shared.Slug;
import contested.workshop.DivisionService;
import contested.workshop.Phase;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The position that the lot drew for this reader, to argue for as an exercise, with the passages that stand for it. */
@Named
@RequestScoped
public class ExercisePart {

    @Inject
    private DivisionService service;

    @Inject
    private KeptEvidence evidences;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    private @Nullable Position side;

    @PostConstruct
    void load() {
        Slug workshop = address.workshop().orElse(null);
        if (workshop != null && room.getPhase().ordinal() <= Phase.DISCUSS.ordinal()) {
            side = service.sideOf(visitor.actor(), workshop, address.slug()).orElse(null);
        }
    }

    /** Whether there is one, and it may still be argued for. */
    public boolean isDrawn() {
        return side != null;
    }

    public Position getSide() {
        return Objects.requireNonNull(side);
    }

    public List<Passage> getPassages() {
        QuestionEvidence evidence = evidences.of(address.slug());
        return evidence.question().positions().stream()
                .filter(p -> p.slot() == getSide().slot())
                .flatMap(p -> evidence.standingFor(p).stream())
                .toList();
    }
}
