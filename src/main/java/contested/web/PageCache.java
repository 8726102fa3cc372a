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
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps rendered public pages ready, and drops them all when what they show has changed. */
@ApplicationScoped
public class PageCache {

    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** Stands for a version that must be read anew. */
    private static final long UNKNOWN = 0;

    @Inject
    private ContentVersions versions;

    @Inject
    private Settings settings;

    private final AtomicLong version = new AtomicLong(UNKNOWN);
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
        String etag = "W/\"" + version() + "-" + language.tag() + "-" + Build.ID + "-" + settingsMark() + "\"";
        return new Key(match, parameters, chosen, etag);
    }

    @Nullable
    KeptPage find(Key key) {
        return kept.getIfPresent(key);
    }

    void keep(Key key, KeptPage page) {
        kept.put(key, page);
    }

    void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged event) {
        version.set(UNKNOWN);
        kept.invalidateAll();
    }

    private long version() {
        long known = version.get();
        if (known == UNKNOWN) {
            known = versions.current();
            version.compareAndSet(UNKNOWN, known);
        }
        return known;
    }

    /** Pages show some settings; an operator who changes one and restarts must not meet pages made before. */
    private String settingsMark() {
        String mark = settingsMark;
        if (mark == null) {
            mark = Integer.toHexString(Objects.hash(
                    settings.fullText(),
                    settings.operatorName().orElse(""),
                    settings.operatorContact().orElse(""),
                    settings.publicUrl().map(Object::toString).orElse("")));
            settingsMark = mark;
        }
        return mark;
    }
}
