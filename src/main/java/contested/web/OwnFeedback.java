package contested.web;

import contested.workshop.Feedback;
import contested.workshop.FeedbackService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a participant is written by those who lead the workshop: theirs alone. */
@Named
@RequestScoped
public class OwnFeedback {

    @Inject
    private FeedbackService service;

    @Inject
    private Visitor visitor;

    @Inject
    private WorkshopRoom room;

    private @Nullable List<Feedback> released;

    public List<Feedback> getReleased() {
        List<Feedback> all = released;
        if (all == null) {
            all = service.own(visitor.actor(), room.getWorkshop().slug());
            released = all;
        }
        return all;
    }
}
