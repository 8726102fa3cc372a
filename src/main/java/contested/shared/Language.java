package contested.shared;

import java.util.Locale;
import java.util.Optional;

/** A language the portal speaks: its interface, and what its packs are written in. Sources keep their own. */
public enum Language {
    EN,
    VI;

    /** What a reader gets who asks for none of ours. */
    public static final Language DEFAULT = EN;

    /** The language of a BCP 47 tag such as {@code vi} or {@code vi-VN}; empty when it is none of ours. */
    public static Optional<Language> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        for (Language language : values()) {
            if (language.tag().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The BCP 47 tag, as {@code lang} attributes and addresses carry it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
