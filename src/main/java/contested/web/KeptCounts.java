package contested.web;

import contested.access.Actor;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadService;
import contested.shared.ContentChanged;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** How many comments readers see under each question, in memory until anything changes: visitors' pages ask for it. */
@ApplicationScoped
public class KeptCounts {

    @Inject
    private ThreadService threads;

    /** A new one with each change, so that what was read before a change is never kept after it. */
    private final AtomicReference<Map<Slug, Integer>> kept = new AtomicReference<>(new ConcurrentHashMap<>());

    /** @throws NotFoundException When there is no such question. */
    int of(Slug question) {
        Map<Slug, Integer> now = kept.get();
        Integer known = now.get(question);
        if (known == null) {
            known = threads.figures(Actor.VISITOR, ThreadKey.open(question)).published();
            now.put(question, known);
        }
        return known;
    }

    /** In a workshop's thread, for whoever is in it; not kept. */
    int within(Actor actor, ThreadKey key) {
        return threads.figures(actor, key).published();
    }

    void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged event) {
        kept.set(new ConcurrentHashMap<>());
    }
}
