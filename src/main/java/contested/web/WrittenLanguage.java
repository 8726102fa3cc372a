package contested.web;

import contested.shared.Language;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which language somebody wrote, as far as the letters alone tell; so that a voice reads it out as it should. */
final class WrittenLanguage {

    /** Letters that no other language of our members has; those it shares with French tell nothing. */
    private static final Pattern VIETNAMESE = Pattern.compile("[ăđơưĂĐƠƯ\\u1EA0-\\u1EF9]");

    private static final Pattern PLAIN = Pattern.compile("[\\p{ASCII}“”‘’–—…]*[A-Za-z][\\p{ASCII}“”‘’–—…]*");

    private WrittenLanguage() {}

    /** Empty where they tell nothing, or nothing else than the page. */
    static Optional<Language> of(String words, Language page) {
        if (VIETNAMESE.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).find()) {
            return Optional.of(Language.VI);
        }
        return page == Language.VI && PLAIN.matcher(words).matches() ? Optional.of(Language.EN) : Optional.empty();
    }
}
