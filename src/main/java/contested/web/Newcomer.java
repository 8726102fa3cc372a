package contested.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody whom the identity provider has recognised and who has no account yet, within one request. */
@RequestScoped
public class Newcomer {

    /**
     * What the sealed cookie says of them.
     *
     * @param identity   see {@link contested.account.IdentityProvider#identify}
     * @param next       where they wanted to go
     * @param invitation the secret of their invitation; null without one
     */
    record Recognised(String identity, String next, @Nullable String invitation) {}

    private @Nullable Recognised recognised;
    private boolean settled;

    void recognise(Recognised who) {
        recognised = who;
    }

    Optional<Recognised> recognised() {
        return Optional.ofNullable(recognised);
    }

    /** They have an account now; the browser may forget the rest. */
    void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }
}
