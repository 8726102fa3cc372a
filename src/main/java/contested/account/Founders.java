package contested.account;

import contested.access.Actor;
import contested.access.SiteRole;
import java.util.Set;

/** Who may found workshops. Whoever leads one already leads it on, whatever is decided. */
public enum Founders {
    /** Everybody with an account of their own. */
    MEMBERS(SiteRole.MEMBER),
    /** Those who are trusted with something on the site. */
    ENTRUSTED(SiteRole.EDITOR, SiteRole.MODERATOR, SiteRole.ADMINISTRATOR),
    ADMINISTRATORS(SiteRole.ADMINISTRATOR);

    private final Set<SiteRole> roles;

    Founders(SiteRole... roles) {
        this.roles = Set.of(roles);
    }

    boolean include(Actor actor) {
        return actor.roles().stream().anyMatch(roles::contains);
    }
}
