package contested.web;

import contested.access.WorkshopRole;
import contested.discussion.PairReplyService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The comments that this reader is given to answer, where the agenda says so. */
@Named
@RequestScoped
public class AnswerPart {

    @Inject
    private PairReplyService service;

    @Inject
    private WorkshopRoom room;

    @Inject
    private WorkshopQuestionPage page;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    private PairReplyService.@Nullable Given given;

    /** Whether there is anything to say of it: to participants while they write. */
    public boolean isShown() {
        return page.getItem().isPairReplies() && room.getRole() == WorkshopRole.PARTICIPANT && room.may("WRITE");
    }

    public PairReplyService.Given getGiven() {
        PairReplyService.Given found = given;
        if (found == null) {
            found = service.own(visitor.actor(), room.getWorkshop().slug(), address.slug());
            given = found;
        }
        return found;
    }

    /** How many comments nobody has answered; for those who lead. */
    public int getWaiting() {
        return service.waiting(visitor.actor(), room.getWorkshop().slug(), address.slug());
    }
}
