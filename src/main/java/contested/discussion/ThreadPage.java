package contested.discussion;

import contested.shared.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the thread on a question, as a certain reader sees it.
 *
 * @param entries the comments at the top, each with the first of its replies
 * @param next    what the next page's address carries; null on the last one
 */
public record ThreadPage(
        Slug question, ThreadMode mode, ThreadFigures figures, List<Entry> entries, @Nullable String next) {

    public boolean isOpen() {
        return mode != ThreadMode.CLOSED;
    }
}
