package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.AccountRepository;
import contested.shared.ContentVersions;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The house rules and the replies saved for them. */
@ApplicationScoped
@Transactional
public class HouseRulesService {

    /** More nobody keeps in mind. */
    public static final int MAX_RULES = 15;

    @Inject
    private HouseRulesRepository rules;

    @Inject
    private AccountRepository accounts;

    @Inject
    private ContentVersions content;

    @Inject
    private Clock clock;

    /** The version in force, for everybody. */
    public HouseRulesVersion current() {
        return rules.current();
    }

    /** An earlier version, since decisions cite theirs. @throws NotFoundException When there is none. */
    public HouseRulesVersion version(int number) {
        return rules.find(number).orElseThrow(() -> new NotFoundException("house rules " + number));
    }

    /** All versions with their rules, the newest first, for everybody. */
    public List<HouseRulesVersion> versions() {
        return rules.all();
    }

    /**
     * Puts a new version in force.
     *
     * @param seen the number of the version that the administrator started from
     * @throws UserFacingException When a text is missing or too long, a key stands twice, or somebody else wrote a version
     *     meanwhile.
     */
    public HouseRulesVersion write(Actor actor, int seen, List<RuleWording> wordings) {
        Permission.ADMINISTER.require(actor);
        rules.lock(seen);
        HouseRulesVersion before = rules.current();
        if (before.number() != seen) {
            throw new UserFacingException("", "moderation.rules.changed", before.number());
        }
        requireComplete(wordings);
        if (before.says(wordings)) {
            throw new UserFacingException("", "moderation.rules.same");
        }
        HouseRulesVersion next = new HouseRulesVersion(
                before.number() + 1, accounts.get(actor.id()), List.copyOf(wordings), clock.instant());
        rules.add(next);
        content.raise();
        return next;
    }

    private static void requireComplete(List<RuleWording> wordings) {
        if (wordings.isEmpty()) {
            throw new UserFacingException("", "moderation.rules.none");
        }
        if (wordings.size() > MAX_RULES) {
            throw new UserFacingException("", "moderation.rules.many", MAX_RULES);
        }
        Set<String> keys = new HashSet<>();
        for (RuleWording wording : wordings) {
            wording.requireComplete();
            if (!keys.add(wording.key())) {
                throw new UserFacingException("key", "moderation.rules.twice", wording.key());
            }
        }
    }

    /** What moderators often write under that rule, in that language. */
    public List<SavedReply> replies(Actor actor, String rule, Language language) {
        Permission.MODERATE.require(actor);
        return rules.replies(rule, language);
    }

    /** All of them, by rule and language. */
    public List<SavedReply> replies(Actor actor) {
        Permission.MODERATE.require(actor);
        return rules.replies();
    }

    /** One of them; empty when a colleague has removed it since. */
    public Optional<SavedReply> reply(Actor actor, long reply) {
        Permission.MODERATE.require(actor);
        return rules.findReply(reply);
    }

    /** @throws UserFacingException When there is no such rule, or the text is empty or too long. */
    public SavedReply saveReply(Actor actor, String rule, Language language, String text) {
        Permission.MODERATE.require(actor);
        if (!rules.current().has(rule)) {
            throw new UserFacingException("rule", "moderation.rule.unknown");
        }
        String words = Words.within(text, Verdict.MAX_WORDS_CHARS, "text", "moderation.words.length");
        if (words.isEmpty()) {
            throw new UserFacingException("text", "moderation.reply.empty");
        }
        SavedReply reply = new SavedReply(rule, language, words);
        rules.add(reply);
        return reply;
    }

    /** @throws NotFoundException When it is gone already. */
    public void removeReply(Actor actor, long reply) {
        Permission.MODERATE.require(actor);
        rules.remove(rules.findReply(reply).orElseThrow(() -> new NotFoundException("reply " + reply)));
    }
}
