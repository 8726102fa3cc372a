package contested.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import contested.shared.ContentChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rendered parts of pages that are the same for everybody signed in, as {@link PageCache} keeps a visitor's whole
 * pages. A part goes when anything changes that readers see.
 */
@ApplicationScoped
public class KeptParts {

    private static final long MAX_CHARS = 16L * 1024 * 1024;

    @Inject
    private PageCache pages;

    @Inject
    private Address address;

    private final Cache<Key, String> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARS)
            .weigher((Key key, String html) -> html.length())
            .build();

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

    void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged event) {
        kept.invalidateAll();
    }
}
