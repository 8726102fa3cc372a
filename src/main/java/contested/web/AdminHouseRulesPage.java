package contested.web;

import contested.access.Permission;
import contested.moderation.HouseRulesService;
import contested.moderation.HouseRulesVersion;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/house-rules}: the rules in force as a form that puts the next version in force, and all earlier ones. */
@Named
@RequestScoped
public class AdminHouseRulesPage implements FormPage {

    /** The number of the version that the form began with. */
    private static final String SEEN = "seen";

    @Inject
    private HouseRulesService rules;

    @Inject
    private RuleForm fields;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private List<HouseRulesVersion> versions = List.of();

    @PostConstruct
    void load() {
        Permission.ADMINISTER.require(visitor.actor());
        versions = rules.versions();
    }

    @Override
    public String submit() {
        if (seen().isEmpty()) {
            throw new UserFacingException("", "form.foreign");
        }
        HouseRulesVersion next = rules.write(visitor.actor(), getSeen().number(), fields.read(getSeen()));
        return links.to(Route.ADMIN_HOUSE_RULES, "", Map.of("did", String.valueOf(next.number())));
    }

    /** The version on which the form rests: that in force, or the one that was in force when it was opened. */
    public HouseRulesVersion getSeen() {
        return seen().orElse(getCurrent());
    }

    private Optional<HouseRulesVersion> seen() {
        return versions.stream()
                .filter(v -> String.valueOf(v.number()).equals(form.value(SEEN)))
                .findFirst();
    }

    public HouseRulesVersion getCurrent() {
        return versions.get(0);
    }

    /** Whether somebody put another version in force while this form was filled in. */
    public boolean isOvertaken() {
        return getSeen().number() != getCurrent().number();
    }

    public List<RuleForm.Slot> getSlots() {
        return fields.slots(getSeen());
    }

    /** The newest first. */
    public List<HouseRulesVersion> getVersions() {
        return versions;
    }

    /** The number of the version that has just been put in force; empty when none was. */
    public String getDone() {
        return form.isSent()
                ? ""
                : address.parameter("did", v -> Optional.of(v).filter(n -> n.matches("[0-9]{1,6}")))
                        .orElse("");
    }
}
