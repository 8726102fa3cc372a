package contested.web;

import contested.shared.Language;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Accept-Language} header. Source: RFC 9110, section 12.5.4. */
final class AcceptedLanguage {

    private static final int MAX_HEADER_CHARS = 500;

    private AcceptedLanguage() {}

    /** The language of ours that the browser wants most; the default where it wants none or says nothing readable. */
    static Language of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > MAX_HEADER_CHARS) {
            return Language.DEFAULT;
        }
        try {
            List<Locale> ours = List.of(Language.EN.locale(), Language.VI.locale());
            Locale best = Locale.lookup(LanguageRange.parse(header), ours);
            return best == null
                    ? Language.DEFAULT
                    : Language.of(best.toLanguageTag()).orElse(Language.DEFAULT);
        } catch (IllegalArgumentException e) {
            return Language.DEFAULT;
        }
    }
}
