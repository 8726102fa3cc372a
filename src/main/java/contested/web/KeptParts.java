package contested.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import contested.shared.ContentChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rendered parts of pages that are the same for everybody signed in, as {@link PageCache} keeps a visitor's whole
 * pages, and what was loaded for them. All of it goes when anything changes that readers see.
 */
@ApplicationScoped
public class KeptParts {

    private static final long MAX_CHARS = 16L * 1024 * 1024;
    private static final long MAX_LOADED = 200;

    @Inject
    private PageCache pages;

    @Inject
    private Address address;

    private final Cache<Key, String> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARS)
            .weigher((Key key, String html) -> html.length())
            .build();

    private final Cache<Key, Object> loaded =
            Caffeine.newBuilder().maximumSize(MAX_LOADED).build();

    /**
     * What makes one part differ from another.
     *
     * @param etag content version, language and build
     * @param name the part, and what it shows
     */
    record Key(String etag, boolean languageChosen, String name) {}

    Key key(String name) {
        return new Key(pages.etag(address.getLanguage()), address.isLanguageChosen(), name);
    }

    @Nullable
    String find(Key key) {
        return kept.getIfPresent(key);
    }

    void keep(Key key, String html) {
        kept.put(key, html);
    }

    /** What was loaded under that name since anything changed, else what is loaded now. It must be nobody's own. */
    <T> T loaded(String name, Class<T> type, Supplier<T> load) {
        // The key is made first: what changes while this is loaded makes another.
        return type.cast(loaded.get(key(name), k -> load.get()));
    }

    void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged event) {
        kept.invalidateAll();
        loaded.invalidateAll();
    }
}
