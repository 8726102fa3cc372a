package contested.web;

import contested.access.SiteRole;
import contested.workshop.Phase;
import contested.workshop.WipeService;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /workshops}: the workshops in which somebody is. */
@Named
@RequestScoped
public class WorkshopsPage {

    /** In the address: that a workshop was wiped just now. */
    static final String WIPED = "wiped";

    @Inject
    private WorkshopService service;

    @Inject
    private FoundingPart founding;

    @Inject
    private Visitor visitor;

    @Inject
    private WipeService wiping;

    @Inject
    private BackupWords backups;

    @Inject
    private Address address;

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

    /** Whether this page follows on the wiping of one. */
    public boolean isJustWiped() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(WIPED::equals))
                .isPresent();
    }

    /** When this reader wiped workshops that backups may hold still. */
    public List<Instant> getWiped() {
        return wiping.ownSince(visitor.actor(), clock.instant().minus(backups.told()));
    }

    public Phase phase(WorkshopMember member) {
        return member.workshop().standingAt(clock.instant()).phase();
    }
}
