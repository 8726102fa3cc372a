package contested.access;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something: somebody signed in, or a visitor. Made anew for each request from what the database says then,
 * so that a role taken away is gone at once.
 *
 * @param account the account's id; null for a visitor
 * @param roles   what the account is trusted with; empty for a visitor
 */
public record Actor(@Nullable Long account, Set<SiteRole> roles) {

    /** Somebody who is not signed in. */
    public static final Actor VISITOR = new Actor(null, Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean isSignedIn() {
        return account != null;
    }

    public boolean is(SiteRole role) {
        return roles.contains(role);
    }

    public boolean isAccount(@Nullable Long id) {
        return account != null && account.equals(id);
    }

    /** The account's id. @throws IllegalStateException When nobody is signed in; ask a {@link Permission} first. */
    public long id() {
        if (account == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return Objects.requireNonNull(account);
    }
}
