package contested.shared;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What editors write once in each language of the portal. A missing translation stays missing: pages name it and show
 * what there is under its own {@code lang}, never the other language in silence.
 *
 * @param en English, or null when not written yet
 * @param vi Vietnamese, or null when not written yet
 */
@Embeddable
public record Bilingual(@Nullable String en, @Nullable String vi) {

    /** The text in exactly this language, if it was written. */
    public Optional<String> in(Language language) {
        return Optional.ofNullable(language == Language.VI ? vi : en);
    }

    /** The language in which a reader of {@code wanted} sees this text: the wanted one, or the one there is. */
    public Language shownIn(Language wanted) {
        Language other = wanted == Language.VI ? Language.EN : Language.VI;
        return in(wanted).isPresent() || in(other).isEmpty() ? wanted : other;
    }

    /** The text as a reader of {@code wanted} sees it; empty only when it was written in no language. */
    public String shownTo(Language wanted) {
        return in(shownIn(wanted)).orElse("");
    }
}
