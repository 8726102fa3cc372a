package contested.web;

import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.SavedReply;
import contested.shared.Language;
import contested.shared.TamedText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The replies that moderators have ready, under the rules in force. */
@Named
@RequestScoped
public class SavedReplies {

    private static final int EXCERPT_CHARS = 70;

    @Inject
    private HouseRulesService houseRules;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    private @Nullable List<SavedReply> all;

    /** A rule with its replies: those in the moderator's own language first, since authors may read another one. */
    public record Group(HouseRule rule, List<SavedReply> replies) {}

    public List<Group> getGroups() {
        return houseRules.current().rules().stream()
                .map(rule -> new Group(rule, under(rule)))
                .toList();
    }

    private List<SavedReply> under(HouseRule rule) {
        if (all == null) {
            all = houseRules.replies(visitor.actor());
        }
        Language own = address.getLanguage();
        return all.stream()
                .filter(r -> r.rule().equals(rule.key()))
                .sorted(Comparator.comparing(r -> r.language() != own))
                .toList();
    }

    /** Enough to know it by. */
    public String excerpt(SavedReply reply) {
        String text = TamedText.of(reply.text()).replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) <= EXCERPT_CHARS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT_CHARS)) + "…";
    }
}
