package contested.web;

import contested.outcome.FiguresService;
import contested.question.Position;
import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is not heard in a workshop yet, for the board from which it is led. */
@Named
@RequestScoped
public class WorkshopVoices {

    @Inject
    private FiguresService figures;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    private @Nullable Map<Slug, List<Position>> unheard;

    /** Positions on that question that no published comment takes; none while comments are out of sight. */
    public List<Position> unheard(Slug question) {
        Map<Slug, List<Position>> all = unheard;
        if (all == null) {
            all = room.may("READ_THREADS")
                    ? figures.unheard(visitor.actor(), room.getWorkshop().slug())
                    : Map.of();
            unheard = all;
        }
        return all.getOrDefault(question, List.of());
    }
}
