package contested.web;

import contested.operation.Settings;
import contested.shared.Language;
import contested.workshop.JoinCode;
import contested.workshop.Workshop;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people join a workshop, as it is read from a wall: to type, and to scan. */
@Named
@RequestScoped
public class JoinLink {

    /** A name or number of a host, with a port or without. */
    private static final String HOST = "[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?";

    private static final String ONLY_HERE = "(localhost|127\\..*|\\[::1])(:[0-9]+)?";

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    /** Such as {@code debate.school.example/join}: browsers add the rest. */
    public String getTyped() {
        return origin().replaceFirst("^https?://", "") + Route.JOIN.path("");
    }

    /** Whether this address leads back to the facilitator's own machine and nowhere else. */
    public boolean isOnlyHere() {
        return origin().replaceFirst("^https?://", "").matches(ONLY_HERE);
    }

    /** The address with the code in it, in the workshop's language; null where there is no code. */
    public @Nullable QrCode qr(Workshop workshop) {
        return workshop.joinCode()
                .map(code -> QrCode.of(address(code, workshop.language())))
                .orElse(null);
    }

    private URI address(JoinCode code, Optional<Language> language) {
        Map<String, String> parameters =
                language.map(own -> Map.of("lang", own.tag())).orElse(Map.of());
        return URI.create(origin() + Links.withParameters(Route.JOIN_CODE.path(JoinDoor.inAddress(code)), parameters));
    }

    /** The one that people know or, where the operator named none, the one that was asked just now. */
    private String origin() {
        return settings.publicUrl().map(URI::toString).orElseGet(this::asked);
    }

    private String asked() {
        String host = Optional.ofNullable(request.getHeader("Host"))
                .filter(named -> named.matches(HOST))
                .orElse("localhost");
        return request.getScheme() + "://" + host;
    }
}
