package contested.web;

import contested.moderation.Decision;
import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.HouseRulesVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rule of a decision was called in the version under which it was made. */
@Named
@RequestScoped
public class RuleNames {

    @Inject
    private HouseRulesService service;

    @Inject
    private Text text;

    @Inject
    private Links links;

    private @Nullable List<HouseRulesVersion> versions;

    /** Such as "3. Let others’ words be theirs"; empty where the decision rests on none. */
    public String of(Decision decision) {
        return rule(decision).map(this::of).orElse("");
    }

    public String of(HouseRule rule) {
        return rule.rank() + ". " + text.of(rule.title());
    }

    /** Where the rule stands as it read then; empty where the decision rests on none. */
    public String link(Decision decision) {
        return rule(decision)
                .map(rule -> links.houseRule(decision.rulesVersion().orElseThrow(), rule.key()))
                .orElse("");
    }

    private Optional<HouseRule> rule(Decision decision) {
        return versions().stream()
                .filter(v ->
                        decision.rulesVersion().filter(n -> n == v.number()).isPresent())
                .flatMap(v -> v.rules().stream())
                .filter(r -> decision.rule().filter(r.key()::equals).isPresent())
                .findFirst();
    }

    private List<HouseRulesVersion> versions() {
        if (versions == null) {
            versions = service.versions();
        }
        return versions;
    }
}
