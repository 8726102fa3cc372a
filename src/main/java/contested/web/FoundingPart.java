package contested.web;

import contested.account.FounderService;
import contested.account.Founders;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether this reader may found workshops, and for administrators, who may. */
@Named
@RequestScoped
public class FoundingPart {

    private static final String FOUNDERS = "founders";

    @Inject
    private FounderService service;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    private @Nullable Boolean may;

    public boolean isOffered() {
        Boolean known = may;
        if (known == null) {
            known = service.mayFound(visitor.actor());
            may = known;
        }
        return known;
    }

    public List<Founders> getChoices() {
        return List.of(Founders.values());
    }

    public boolean isChosen(Founders founders) {
        return founders == service.founders();
    }

    /** The end of a message key. */
    public String key(Founders founders) {
        return founders.name().toLowerCase(Locale.ROOT);
    }

    /** Decides as the form says. */
    void choose() {
        service.letFound(
                visitor.actor(),
                TypedValue.choice(Founders.class, form.value(FOUNDERS))
                        .orElseThrow(() -> new UserFacingException(FOUNDERS, "admin.sign-up.choose")));
    }
}
