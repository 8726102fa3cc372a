package contested.web;

import contested.access.Permission;
import contested.moderation.Decision;
import contested.moderation.DecisionKind;
import contested.moderation.EvenHandedness;
import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.LogService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /moderation/log}: who decided what under which rule, and how even-handed that was. */
@Named
@RequestScoped
public class ModerationLogPage implements FormPage {

    /** Long enough to see a pattern, short enough to change it. */
    private static final Duration LOOKED_AT = Duration.ofDays(30);

    private static final int MINUTES_AN_HOUR = 60;

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

    @Inject
    private Clock clock;

    private List<Decision> decisions = List.of();
    private List<HouseRule> rules = List.of();
    private EvenHandedness fairness = new EvenHandedness(List.of(), List.of(), List.of());

    @PostConstruct
    void load() {
        Permission.READ_LOG.require(visitor.actor());
        decisions =
                log.read(visitor.actor(), view.filter(), view.number("before").orElse(Long.MAX_VALUE));
        rules = houseRules.current().rules();
        Instant until =
                view.filter().until() == null ? clock.instant() : view.filter().until();
        Instant from = view.filter().from() == null
                ? until.minus(LOOKED_AT)
                : view.filter().from();
        fairness = log.evenHandedness(visitor.actor(), from, until);
    }

    /** Nothing is decided here. */
    @Override
    public String submit() {
        return links.getModerationLog();
    }

    public List<Decision> getDecisions() {
        return decisions;
    }

    public EvenHandedness getFairness() {
        return fairness;
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

    public String rule(Decision decision) {
        return decision.rule()
                .map(key -> rules.stream()
                        .filter(r -> r.key().equals(key))
                        .findFirst()
                        .map(r -> r.rank() + ". " + text.of(r.title()))
                        .orElse(key))
                .orElse("");
    }

    public String who(Decision decision) {
        return decision.isAutomatic()
                ? text.get("desk.automatic")
                : decision.moderator().flatMap(m -> m.pseudonym()).orElse(text.get("desk.erased"));
    }

    /** In minutes below an hour, in hours above. */
    public String wait(EvenHandedness.Figures figures) {
        return figures.medianWait()
                .map(w -> w.toMinutes() < MINUTES_AN_HOUR
                        ? text.with("desk.wait.minutes", w.toMinutes())
                        : text.with("desk.wait.hours", w.toHours()))
                .orElse("–");
    }
}
