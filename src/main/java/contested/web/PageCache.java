package contested.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import contested.operation.Settings;
import contested.shared.ContentChanged;
import contested.shared.ContentVersions;
import contested.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps rendered public pages ready, and drops them all when what they show has changed. */
@ApplicationScoped
public class PageCache {

    private static final long MAX_BYTES = 64L * 1024 * 1024;

    @Inject
    private ContentVersions versions;

    @Inject
    private Settings settings;

    /** The version as a {@code Long}, or another object while it must be read anew: a new one for each change. */
    private final AtomicReference<Object> version = new AtomicReference<>(new Object());

    private @Nullable String settingsMark;

    private final Cache<Key, KeptPage> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, KeptPage page) -> page.size())
            .build();

    /**
     * What makes one page differ from another.
     *
     * @param etag content version, language and build: with the address, the page's identity
     */
    record Key(Route.Match match, Map<String, String> parameters, boolean languageChosen, String etag) {}

    Key key(Route.Match match, Map<String, String> parameters, Language language, boolean chosen) {
        return new Key(match, parameters, chosen, etag(language));
    }

    /** What changes with the content, in that language and build. */
    String etag(Language language) {
        return "W/\"" + version() + "-" + language.tag() + "-" + Build.ID + "-" + settingsMark() + "\"";
    }

    @Nullable
    KeptPage find(Key key) {
        return kept.getIfPresent(key);
    }

    void keep(Key key, KeptPage page) {
        kept.put(key, page);
    }

    void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged event) {
        version.set(new Object());
        kept.invalidateAll();
    }

    private long version() {
        Object before = version.get();
        if (before instanceof Long known) {
            return known;
        }
        long current = versions.current();
        // Not kept when something changed while it was read: it may be the version before the change.
        version.compareAndSet(before, current);
        return current;
    }

    /** Pages show some settings; an operator who changes one and restarts must not meet pages made before. */
    private String settingsMark() {
        String mark = settingsMark;
        if (mark == null) {
            mark = Integer.toHexString(Objects.hash(
                    settings.fullText().name(),
                    settings.operatorName().orElse(""),
                    settings.operatorContact().orElse(""),
                    settings.publicUrl().map(Object::toString).orElse("")));
            settingsMark = mark;
        }
        return mark;
    }
}
