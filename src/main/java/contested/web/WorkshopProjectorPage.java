package contested.web;

import contested.access.WorkshopPermission;
import contested.workshop.JoinService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /workshops/{workshop}/projector}: what a whole room reads from the wall. It names nobody. */
@Named
@RequestScoped
public class WorkshopProjectorPage {

    @Inject
    private WorkshopRoom room;

    @Inject
    private JoinService joining;

    @Inject
    private Visitor visitor;

    private long joined;
    private boolean open;

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.MODERATE);
        joined = joining.joined(visitor.actor(), room.getWorkshop().slug());
        open = joining.shut(room.getWorkshop()).isEmpty();
    }

    /** How many have joined and are in it still. */
    public long getJoined() {
        return joined;
    }

    public boolean isOpenToJoin() {
        return open;
    }

    /** By which the open page finds out that something changed: with the number of those who joined. */
    public String getState() {
        return room.getState() + "." + joined;
    }
}
