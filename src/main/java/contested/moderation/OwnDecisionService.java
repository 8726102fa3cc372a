package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.AccountErased;
import contested.discussion.Comment;
import contested.shared.Slug;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What authors find of what moderators decided about them, with reasons and appeals, and never who decided. */
@ApplicationScoped
@Transactional
public class OwnDecisionService {

    /** After the rooms below have locked the person's threads, so that nobody decides on a comment meanwhile. */
    private static final int AFTER_COMMENTS = 3000;

    @Inject
    private OwnDecisionRepository repository;

    @Inject
    private Clock clock;

    /** What was decided on these comments of the actor's, the first first; others' are left out. Four queries at most. */
    public Map<Slug, List<OwnDecision>> on(Actor actor, Collection<Slug> comments) {
        Permission.OWN_ACCOUNT.require(actor);
        List<Decision> decisions = repository.decisionsOn(
                actor.id(), comments.stream().map(Slug::value).toList());
        Related related = related(decisions);
        Map<Slug, List<OwnDecision>> all = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            Slug slug = decision.comment().orElseThrow().slug();
            List<OwnDecision> earlier = all.computeIfAbsent(slug, s -> new ArrayList<>());
            earlier.add(own(decision, related));
        }
        return all;
    }

    /** What belongs to a handful of decisions, each kind found at once. */
    private record Related(
            Map<Long, String> words,
            Map<Long, Appeal> appeals,
            Map<String, HouseRule> rules,
            Set<Long> undone,
            Set<Long> superseded,
            Set<Long> outcomes) {}

    private Related related(List<Decision> decisions) {
        List<Long> ids = decisions.stream().map(Decision::id).toList();
        Map<Long, Appeal> appeals = repository.appealsAgainst(ids).stream()
                .collect(Collectors.toMap(a -> a.decision().id(), Function.identity()));
        Map<String, HouseRule> rules = new HashMap<>();
        Set<Integer> versions =
                decisions.stream().flatMap(d -> d.rulesVersion().stream()).collect(Collectors.toSet());
        repository.rulesOf(versions).forEach(r -> rules.put(key(r.version().number(), r.key()), r));
        Set<Long> undone = ids(decisions.stream()
                // An appeal that was refused names the decision too, and leaves it standing.
                .filter(d -> d.kind() != DecisionKind.UPHOLD)
                .flatMap(d -> d.undoes().stream()));
        return new Related(
                repository.wordsOf(ids),
                appeals,
                rules,
                undone,
                superseded(decisions),
                ids(appeals.values().stream().flatMap(a -> a.settledBy().stream())));
    }

    /** Those after which the author wrote anew and a moderator decided on that, see {@link AppealService#appeal}. */
    private static Set<Long> superseded(List<Decision> decisions) {
        Set<Long> undone = ids(decisions.stream().flatMap(d -> d.undoes().stream()));
        Map<Comment, Integer> latest = new HashMap<>();
        Set<Long> all = new HashSet<>();
        for (int at = decisions.size() - 1; at >= 0; at--) {
            Decision decision = decisions.get(at);
            Comment comment = decision.comment().orElseThrow();
            int revision = decision.revisionNumber().orElse(0);
            if (decision.kind().needsRule() && revision < latest.getOrDefault(comment, 0)) {
                all.add(decision.id());
            }
            if (DecisionKind.ON_WAITING.contains(decision.kind()) && !undone.contains(decision.id())) {
                latest.merge(comment, revision, Math::max);
            }
        }
        return all;
    }

    private static Set<Long> ids(Stream<Decision> decisions) {
        return decisions.map(Decision::id).collect(Collectors.toSet());
    }

    private static String key(int version, String rule) {
        return version + " " + rule;
    }

    private OwnDecision own(Decision decision, Related related) {
        long id = decision.id();
        boolean standing = !related.undone().contains(id);
        Appeal appeal = related.appeals().get(id);
        return new OwnDecision(
                id,
                decision.kind(),
                decision.decidedAt(),
                decision.revisionNumber().orElse(null),
                decision.isAutomatic(),
                rule(decision, related),
                related.words().getOrDefault(id, ""),
                standing,
                appeal == null ? null : own(appeal, related),
                isOpen(decision, related) ? appealUntil(decision) : null);
    }

    private static boolean isOpen(Decision decision, Related related) {
        long id = decision.id();
        return Stream.of(related.appeals().keySet(), related.undone(), related.outcomes(), related.superseded())
                .noneMatch(closed -> closed.contains(id));
    }

    private static OwnDecision.@Nullable CitedRule rule(Decision decision, Related related) {
        Optional<Integer> version = decision.rulesVersion();
        if (version.isEmpty()) {
            return null;
        }
        HouseRule rule = related.rules().get(key(version.get(), decision.rule().orElseThrow()));
        return rule == null ? null : new OwnDecision.CitedRule(rule.key(), version.get(), rule.rank(), rule.title());
    }

    private static OwnDecision.OwnAppeal own(Appeal appeal, Related related) {
        return new OwnDecision.OwnAppeal(
                appeal.words().orElse(""),
                appeal.madeAt(),
                appeal.outcome().orElse(null),
                appeal.isBySameModerator(),
                appeal.settledAt().orElse(null),
                appeal.settledBy()
                        .map(d -> related.words().getOrDefault(d.id(), ""))
                        .orElse(""));
    }

    /** See {@link AppealService#appeal}. */
    private @Nullable Instant appealUntil(Decision decision) {
        Instant until = decision.decidedAt().plus(Appeal.WITHIN);
        return Appeal.isPossibleAgainst(decision.kind()) && !until.isBefore(clock.instant()) ? until : null;
    }

    /** What was last done with a comment and stands; empty where nothing was. */
    public static Optional<OwnDecision> present(List<OwnDecision> history) {
        return history.stream()
                .filter(d -> d.standing() && d.kind() != DecisionKind.UNDO && d.kind() != DecisionKind.UPHOLD)
                .reduce((earlier, later) -> later);
    }

    /** Words between moderators and whoever leaves go with them; the log keeps who is no longer anybody. */
    void leave(@Observes @Priority(AFTER_COMMENTS) AccountErased erased) {
        repository.eraseWordsOf(erased.account());
        if (erased.eraseTexts()) {
            repository.eraseWordsAboutCommentsOf(erased.account());
        }
    }
}
