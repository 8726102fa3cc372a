package contested.web;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.SiteRole;
import contested.account.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who looks at a page. */
@Named
@RequestScoped
public class Visitor {

    @Inject
    private Clock clock;

    private @Nullable Visit visit;
    private @Nullable String token;

    void arrive(Visit newVisit, String newToken) {
        visit = newVisit;
        token = newToken;
    }

    /** Signed out within this request: the page that answers it is a visitor's. */
    void leave() {
        visit = null;
        token = null;
    }

    Actor actor() {
        return visit == null ? Actor.VISITOR : visit.actor();
    }

    /** The secret in the browser's cookie; empty for a visitor. */
    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    public boolean isSignedIn() {
        return visit != null;
    }

    /** Whether they joined a workshop and have no account of their own. */
    public boolean isGuest() {
        return actor().is(SiteRole.GUEST);
    }

    public String getPseudonym() {
        return visit == null ? "" : visit.pseudonym();
    }

    /** What stands for the pseudonym where there is little room: the first signs of its first two words. */
    public String getInitials() {
        return Stream.of(getPseudonym().split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** By which a page and what is typed in it are told from another account's; empty for a visitor. */
    public String getMark() {
        return visit == null ? "" : visit.mark();
    }

    /** How long the sign-in lasts still; empty for a visitor. */
    public String getSecondsLeft() {
        return visit == null
                ? ""
                : String.valueOf(
                        Duration.between(clock.instant(), visit.expiresAt()).toSeconds());
    }

    /** What each form carries, so that no other site can send it; empty for a visitor. */
    public String getFormToken() {
        return visit == null ? "" : visit.formToken();
    }

    /** When the sign-in ends unless it is extended. */
    public Instant getUntil() {
        return Objects.requireNonNull(visit).expiresAt();
    }

    public boolean may(String permission) {
        return Permission.valueOf(permission).isGrantedTo(actor());
    }
}
