package contested.web;

import contested.discussion.ThreadKey;
import contested.operation.Settings;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the visitor asked for: the page, the name in its path, the parameters it knows, and the language. */
@Named
@RequestScoped
public class Address {

    static final String GROUP = "group";

    @Inject
    private Settings settings;

    private @Nullable Route route;
    private @Nullable Slug workshop;
    private @Nullable Slug slug;
    private Map<String, String> parameters = Map.of();
    private Language language = Language.DEFAULT;
    private boolean languageChosen;
    private boolean meaningless;

    void enter(Route newRoute, @Nullable Slug newSlug, Map<String, String> newParameters) {
        enter(new Route.Match(newRoute, newSlug), newParameters);
    }

    void enter(Route.Match match, Map<String, String> newParameters) {
        route = match.route();
        workshop = match.workshop();
        slug = match.slug();
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

    /** Whether the page stands within a workshop: parts of pages are shared with those outside. */
    public boolean isInWorkshop() {
        return workshop != null;
    }

    /** Whether the page is of one question of a workshop. */
    boolean isOfQuestion() {
        return workshop != null && slug != null;
    }

    /** The workshop within which the page stands; empty outside of any. */
    Optional<Slug> workshop() {
        return Optional.ofNullable(workshop);
    }

    /** The thread of which the page is. @throws NotFoundException When the address names no question. */
    ThreadKey thread() {
        return new ThreadKey(slug(), workshop, group());
    }

    /** The small group of the workshop in whose thread the page stands; 0 for none. */
    int group() {
        return workshop == null
                ? 0
                : parameter(GROUP, Optional::of)
                        .map(name -> {
                            // What was meant for a few must not go to all.
                            if (!name.matches("[1-9][0-9]?")) {
                                throw new NotFoundException("group");
                            }
                            return Integer.valueOf(name);
                        })
                        .orElse(0);
    }

    /** What a parameter means to the page; a value that means nothing there is ignored. */
    <T> Optional<T> parameter(String name, Function<String, Optional<T>> meaning) {
        String value = parameters.get(name);
        Optional<T> meant = value == null ? Optional.empty() : meaning.apply(value);
        meaningless |= value != null && meant.isEmpty();
        return meant;
    }

    /** Whether the address has that parameter, whatever its value means. */
    boolean names(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** Where a page of a long list begins. What has no end of pages is not kept ready, whatever the value means. */
    Optional<String> passing(String name) {
        Optional<String> value = Optional.ofNullable(parameters.get(name));
        meaningless |= value.isPresent();
        return value;
    }

    /** Whether the page is one of those that links lead to: no parameter had a value that it does not know. */
    boolean isMeaningful() {
        return !meaningless;
    }

    public Language getLanguage() {
        return language;
    }

    /** Whether the language was chosen in the address; then links keep it. */
    boolean isLanguageChosen() {
        return languageChosen;
    }

    /** For {@code aria-current}: {@code page} on the page of that name, {@code true} on those that stand under it, else nothing. */
    public String current(String page) {
        if (route == null) {
            return "";
        }
        return route.name().equals(page) ? "page" : route.section().name().equals(page) ? "true" : "";
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /**
     * Where search engines and feed readers find this page in each language; empty while the portal does not know the
     * address under which people reach it.
     */
    public List<Alternate> getAlternates() {
        if (route == null || settings.publicUrl().isEmpty()) {
            return List.of();
        }
        String origin = settings.publicUrl().get().toString();
        List<Alternate> all = new ArrayList<>();
        for (Language each : Language.values()) {
            all.add(new Alternate("alternate", each.tag(), origin + in(each)));
        }
        all.add(new Alternate("canonical", language.tag(), origin + plain(language)));
        return all;
    }

    /** Without filters: they show parts of the same page. */
    private String plain(Language shown) {
        return Links.withParameters(path(Objects.requireNonNull(route)), Map.of("lang", shown.tag()));
    }

    private String path(Route of) {
        return of.path(workshop == null ? "" : workshop.value(), slug == null ? "" : slug.value());
    }

    /** A {@code link} in the head of a page. */
    public record Alternate(String relation, String language, String address) {}

    /** The same page in another language. */
    public String in(Language other) {
        if (route == null) {
            return "/?lang=" + other.tag();
        }
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("lang", other.tag());
        return Links.withParameters(path(route), all);
    }
}
