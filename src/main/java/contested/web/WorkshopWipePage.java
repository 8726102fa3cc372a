package contested.web;

import contested.access.WorkshopPermission;
import contested.shared.Slug;
import contested.workshop.JoinService;
import contested.workshop.WipeService;
import contested.workshop.WorkshopMember;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /workshops/{workshop}/wipe}: what goes and what stays, and the one button after which it is gone. */
@Named
@RequestScoped
public class WorkshopWipePage implements FormPage {

    @Inject
    private WorkshopRoom room;

    @Inject
    private WipeService service;

    @Inject
    private JoinService joining;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
    }

    private Slug slug() {
        return room.getWorkshop().slug();
    }

    @Override
    public String submit() {
        service.wipe(visitor.actor(), slug(), form.has(WipeService.SURE, "yes"));
        return links.wiped();
    }

    /** Whether this reader may; guests who lead may not. */
    public boolean isOpen() {
        return service.isOpenTo(visitor.actor(), slug());
    }

    /** How many are in it now. */
    public long getPeople() {
        return joining.members(visitor.actor(), slug()).stream()
                .filter(WorkshopMember::isIn)
                .count();
    }
}
