package contested.account;

import contested.access.Actor;
import contested.access.Permission;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Who may found workshops, as the administrators decide. */
@ApplicationScoped
@Transactional
public class FounderService {

    private static final String FOUNDERS = "founders";

    @Inject
    private AccountRepository accounts;

    /** Every member, until an administrator decides otherwise. */
    public Founders founders() {
        return accounts.findSetting(FOUNDERS)
                .map(s -> Founders.valueOf(s.value()))
                .orElse(Founders.MEMBERS);
    }

    /** Workshops that were founded already go on as they are. */
    public void letFound(Actor actor, Founders chosen) {
        Permission.ADMINISTER.require(actor);
        accounts.findSetting(FOUNDERS)
                .ifPresentOrElse(
                        s -> s.decide(chosen.name()), () -> accounts.add(new SiteSetting(FOUNDERS, chosen.name())));
    }

    public boolean mayFound(Actor actor) {
        return Permission.FOUND_WORKSHOP.isGrantedTo(actor) && founders().include(actor);
    }

    /**
     * @throws NotFoundException   When the actor has no account of their own.
     * @throws UserFacingException When the administrators do not let them.
     */
    public void requireFounding(Actor actor) {
        Permission.FOUND_WORKSHOP.require(actor);
        if (!mayFound(actor)) {
            throw new UserFacingException("", "workshop.founding.not");
        }
    }
}
