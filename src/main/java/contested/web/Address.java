package contested.web;

import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the visitor asked for: the page, the name in its path, the parameters it knows, and the language. */
@Named
@RequestScoped
public class Address {

    private @Nullable Route route;
    private @Nullable Slug slug;
    private Map<String, String> parameters = Map.of();
    private Language language = Language.DEFAULT;
    private boolean languageChosen;

    void enter(Route newRoute, @Nullable Slug newSlug, Map<String, String> newParameters) {
        route = newRoute;
        slug = newSlug;
        parameters = Map.copyOf(newParameters);
    }

    void speak(Language newLanguage, boolean chosen) {
        language = newLanguage;
        languageChosen = chosen;
    }

    /** @throws NotFoundException When the address names nothing. */
    Slug slug() {
        return Optional.ofNullable(slug).orElseThrow(() -> new NotFoundException("no name in the address"));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public Language getLanguage() {
        return language;
    }

    /** Whether the language was chosen in the address; then links keep it. */
    boolean isLanguageChosen() {
        return languageChosen;
    }

    /** Whether this is the page of that name, for {@code aria-current}. */
    public boolean is(String page) {
        return route != null && route.name().equals(page);
    }

    /** The same page in another language. */
    public String in(Language other) {
        if (route == null) {
            return "/?lang=" + other.tag();
        }
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("lang", other.tag());
        return Links.withParameters(route.path(slug == null ? "" : slug.value()), all);
    }
}
