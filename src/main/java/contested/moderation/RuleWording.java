package contested.moderation;

import contested.shared.Bilingual;
import contested.shared.UserFacingException;
import java.util.List;

/**
 * One rule as an administrator writes it, in both languages.
 *
 * @param key     lower-case letters and hyphens, the same through all versions of the rule
 * @param allowed an example of what is fine
 * @param refused an example of what is not
 */
public record RuleWording(String key, Bilingual title, Bilingual why, Bilingual allowed, Bilingual refused) {

    public static final int MAX_TITLE_CHARS = 300;
    public static final int MAX_TEXT_CHARS = 1000;
    private static final int MAX_KEY_CHARS = 40;

    /** @throws UserFacingException When a text is missing in a language or too long. */
    void requireComplete() {
        if (key.length() > MAX_KEY_CHARS || !key.matches("[a-z]+(-[a-z]+)*")) {
            throw new UserFacingException("key", "moderation.rules.key");
        }
        require(title, MAX_TITLE_CHARS);
        List.of(why, allowed, refused).forEach(text -> require(text, MAX_TEXT_CHARS));
    }

    private void require(Bilingual text, int maxChars) {
        if (isMissing(text.en()) || isMissing(text.vi())) {
            throw new UserFacingException("text", "moderation.rules.both", key);
        }
        if (text.en().length() > maxChars || text.vi().length() > maxChars) {
            throw new UserFacingException("text", "moderation.rules.length", key, maxChars);
        }
    }

    private static boolean isMissing(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
