package contested.web;

import contested.access.SiteRole;
import contested.workshop.Phase;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** {@code /workshops}: the workshops in which somebody is. */
@Named
@RequestScoped
public class WorkshopsPage {

    @Inject
    private WorkshopService service;

    @Inject
    private FoundingPart founding;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    private List<WorkshopMember> mine = List.of();

    @PostConstruct
    void load() {
        mine = service.mine(visitor.actor());
    }

    public List<WorkshopMember> getMine() {
        return mine;
    }

    /** Whether somebody with an account of their own is not let found any, and should know why there is no button. */
    public boolean isWithheld() {
        return visitor.actor().is(SiteRole.MEMBER) && !founding.isOffered();
    }

    public Phase phase(WorkshopMember member) {
        return member.workshop().standingAt(clock.instant()).phase();
    }
}
