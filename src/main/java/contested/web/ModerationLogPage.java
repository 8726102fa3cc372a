package contested.web;

import contested.access.Permission;
import contested.moderation.Decision;
import contested.moderation.DecisionKind;
import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.LogService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /moderation/log}: who decided what under which rule. */
@Named
@RequestScoped
public class ModerationLogPage {

    @Inject
    private LogService log;

    @Inject
    private HouseRulesService houseRules;

    @Inject
    private LogView view;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Links links;

    @Inject
    private Text text;

    private List<Decision> decisions = List.of();
    private List<HouseRule> rules = List.of();

    @PostConstruct
    void load() {
        Permission.READ_LOG.require(visitor.actor());
        decisions =
                log.read(visitor.actor(), view.filter(), view.number("before").orElse(Long.MAX_VALUE));
        rules = houseRules.current().rules();
    }

    public List<Decision> getDecisions() {
        return decisions;
    }

    public List<HouseRule> getRules() {
        return rules;
    }

    public List<DecisionKind> getKinds() {
        return List.of(DecisionKind.values());
    }

    public String value(DecisionKind kind) {
        return LogView.name(kind);
    }

    public String asked(String parameter) {
        return address.parameter(parameter, Optional::of).orElse("");
    }

    public String day(String parameter) {
        return view.day(parameter).map(LocalDate::toString).orElse("");
    }

    public String getFile() {
        return links.to(Route.MODERATION_CSV, "", view.parameters());
    }

    /** The next page; empty on the last one. */
    public String getOlder() {
        if (decisions.size() < LogService.PAGE) {
            return "";
        }
        Map<String, String> all = new TreeMap<>(view.parameters());
        all.put("before", decisions.get(decisions.size() - 1).id().toString());
        return links.to(Route.MODERATION_LOG, "", all);
    }

    public String who(Decision decision) {
        return decision.isAutomatic()
                ? text.get("desk.automatic")
                : decision.moderator().flatMap(m -> m.pseudonym()).orElse(text.get("desk.erased"));
    }
}
