package contested.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** The HTML of revisions, in memory: a revision never changes, and a page shows a hundred of them. */
@ApplicationScoped
public class RenderedTexts {

    /** In characters; about 16 MB. */
    private static final long MAX_LENGTH_CHARS = 8_000_000;

    private final Cache<Long, String> html = Caffeine.newBuilder()
            .maximumWeight(MAX_LENGTH_CHARS)
            .weigher((Long id, String text) -> text.length() + 50)
            .build();

    /** As readers see it; nothing once its text is gone. */
    String htmlOf(Revision revision) {
        return revision.text()
                .map(text -> html.get(revision.id(), id -> new CommentText(text).html()))
                .orElse("");
    }

    /** Leaves nothing in memory of these revisions, by their ids. */
    void forget(Collection<Long> revisions) {
        html.invalidateAll(revisions);
    }

    /** Leaves nothing in memory of a text that was taken away. */
    void forgetEmptied(Comment comment) {
        comment.revisions().stream().filter(r -> r.text().isEmpty()).forEach(r -> html.invalidate(r.id()));
    }
}
