package contested.web;

import contested.shared.UserFacingException;
import contested.workshop.GuessBrake;
import contested.workshop.JoinCode;
import contested.workshop.JoinService;
import contested.workshop.SeatService;
import contested.workshop.Workshop;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /join/{code}} before anything is shown: which workshop the code in the address opens, looked up once in a request,
 * and slowly for whoever guesses.
 */
@RequestScoped
public class JoinDoor {

    private static final String FOLDER = "/join/";

    @Inject
    private GuessBrake brake;

    @Inject
    private JoinService joining;

    @Inject
    private SeatService seats;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private @Nullable JoinCode code;
    private @Nullable Workshop workshop;

    /** The address of a code that somebody typed into the browser as it stands on the wall; empty where it is none. */
    static Optional<String> canonical(String path) {
        return path.startsWith(FOLDER)
                ? JoinCode.parse(path.substring(FOLDER.length())).map(code -> Route.JOIN_CODE.path(inAddress(code)))
                : Optional.empty();
    }

    static String inAddress(JoinCode code) {
        return code.value().toLowerCase(Locale.ROOT);
    }

    /**
     * Looks up the code in the address. What is wrong with it is said where it is typed.
     *
     * @return where somebody is led who is in that workshop already and is nobody else
     */
    Optional<String> approach() {
        try {
            Workshop found = find(address.slug().value());
            if (visitor.isGuest() && seats.find(visitor.actor(), found.slug()).isPresent()) {
                return Optional.of(links.workshop(found.slug()));
            }
            joining.shut(found).ifPresentOrElse(this::refuse, () -> workshop = found);
        } catch (UserFacingException e) {
            form.refuse(e);
        }
        return Optional.empty();
    }

    private void refuse(String why) {
        form.refuse(new UserFacingException(JoinPage.CODE, why));
    }

    /** @throws UserFacingException When it is nobody's, or too many wrong ones are being typed. */
    Workshop find(String typed) {
        Optional<JoinCode> parsed = JoinCode.parse(typed);
        code = parsed.orElse(null);
        return brake.look(JoinPage.CODE, () -> parsed.flatMap(joining::find))
                .orElseThrow(() -> new UserFacingException(JoinPage.CODE, "join.code.none"));
    }

    /** The workshop that the code opens now; empty where it opens none. */
    Optional<Workshop> open() {
        return Optional.ofNullable(workshop);
    }

    /** The code that was looked up last; empty where it was none. */
    Optional<JoinCode> code() {
        return Optional.ofNullable(code);
    }
}
