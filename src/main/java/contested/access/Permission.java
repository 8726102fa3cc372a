package contested.access;

import contested.shared.NotFoundException;
import java.util.Set;

/** The table of who may do what. A service asks its row first; whoever lacks it is told that there is no such thing. */
public enum Permission {
    /** Write comments, edit and withdraw one's own, report others', appeal. */
    COMMENT(SiteRole.MEMBER),
    /** See and change one's own account and contributions. */
    OWN_ACCOUNT(SiteRole.MEMBER, SiteRole.GUEST),
    /** Found a workshop, as far as the administrators let members do so. */
    FOUND_WORKSHOP(SiteRole.MEMBER),
    /** Use the moderators' desk: see comments in every state and decide on them. */
    MODERATE(SiteRole.MODERATOR),
    /** Read the log of decisions and how even-handed they were. */
    READ_LOG(SiteRole.MODERATOR, SiteRole.ADMINISTRATOR),
    /** Change questions, passages and sources. */
    EDIT(SiteRole.EDITOR),
    /** Give and take roles, choose how people sign up, write house rules and word lists, install documents. */
    ADMINISTER(SiteRole.ADMINISTRATOR);

    private final Set<SiteRole> roles;

    Permission(SiteRole... roles) {
        this.roles = Set.of(roles);
    }

    public boolean isGrantedTo(Actor actor) {
        return actor.roles().stream().anyMatch(roles::contains);
    }

    /** @throws NotFoundException When the actor lacks it. */
    public void require(Actor actor) {
        if (!isGrantedTo(actor)) {
            throw new NotFoundException("not for this actor: " + this);
        }
    }
}
