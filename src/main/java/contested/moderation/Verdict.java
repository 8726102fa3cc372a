package contested.moderation;

import contested.shared.UserFacingException;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator says of a comment.
 *
 * @param rule  the key of the house rule it rests on; null where none is needed
 * @param words what the author is told beside the rule; empty for nothing
 */
public record Verdict(DecisionKind kind, @Nullable String rule, String words) {

    /** As long as a saved reply can be. */
    public static final int MAX_WORDS_CHARS = 1000;

    /** @throws UserFacingException When the rule is missing or the words are too long. */
    public Verdict {
        words = Words.within(words, MAX_WORDS_CHARS, "words", "moderation.words.length");
        if (rule != null && rule.isBlank()) {
            rule = null;
        }
        if (kind.needsRule() && rule == null) {
            throw new UserFacingException("rule", "moderation.rule.needed");
        }
    }

    public static Verdict of(DecisionKind kind) {
        return new Verdict(kind, null, "");
    }
}
