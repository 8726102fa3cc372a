package contested.web;

import contested.workshop.WipeService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** For administrators: how much of the demonstration is here, and the one button after which it is not. */
@Named
@RequestScoped
public class DemonstrationPart {

    /** What the form does, and that it was done. */
    static final String REMOVED = "demonstration";

    @Inject
    private WipeService service;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    public int getWorkshops() {
        return service.countMadeUp(visitor.actor());
    }

    /** Whether the form that was sent is this one. */
    boolean isMeant() {
        return form.has("do", REMOVED);
    }

    void remove() {
        service.removeDemonstration(visitor.actor(), form.has(WipeService.SURE, "yes"));
    }
}
