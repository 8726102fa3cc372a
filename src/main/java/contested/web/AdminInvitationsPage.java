package contested.web;

import contested.access.Permission;
import contested.account.AccountService;
import contested.account.Invitation;
import contested.account.SignUpMode;
import contested.operation.Settings;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /admin/invitations}: who may make an account, and links that let one person each make one. */
@Named
@RequestScoped
public class AdminInvitationsPage implements FormPage {

    @Inject
    private AccountService accounts;

    @Inject
    private Settings settings;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private HttpServletRequest request;

    private String made = "";

    @PostConstruct
    void admit() {
        Permission.ADMINISTER.require(visitor.actor());
    }

    @Override
    public @Nullable String submit() {
        return switch (form.value("do")) {
            case "mode" -> {
                accounts.openSignUpTo(visitor.actor(), chosenMode());
                yield did("mode");
            }
            case "invite" -> {
                made = link(accounts.invite(visitor.actor()));
                yield null;
            }
            case "revoke" -> {
                accounts.revoke(visitor.actor(), chosenInvitation());
                yield did("revoked");
            }
            default -> throw new UserFacingException("", "form.foreign");
        };
    }

    private String did(String what) {
        return links.to(Route.ADMIN_INVITATIONS, "", Map.of("did", what));
    }

    /** With the origin by which people know the portal, else the one by which the administrator reached it. */
    private String link(String secret) {
        String path = links.to(Route.SIGN_UP, "", Map.of("invitation", secret));
        return settings.publicUrl()
                .map(origin -> origin + path)
                .orElseGet(() -> request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*", "$1") + path);
    }

    private SignUpMode chosenMode() {
        return TypedValue.choice(SignUpMode.class, form.value("mode"))
                .orElseThrow(() -> new UserFacingException("mode", "admin.sign-up.choose"));
    }

    private long chosenInvitation() {
        return TypedValue.number(form.value("invitation"))
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    /** The address of the invitation that has just been made, shown this once; empty where none was. */
    public String getMade() {
        return made;
    }

    public List<Invitation> getOpen() {
        return accounts.invitations(visitor.actor());
    }

    public List<SignUpMode> getModes() {
        return List.of(SignUpMode.values());
    }

    public SignUpMode getMode() {
        return accounts.mode();
    }

    /** What was done before this page, as a part of a message key; empty where nothing was. */
    public String getDone() {
        return form.isSent()
                ? ""
                : address.parameter("did", v -> Optional.of(v).filter(List.of("mode", "revoked")::contains))
                        .orElse("");
    }

    public String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
