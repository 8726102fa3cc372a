package contested.discussion;

import contested.shared.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thread on a question side by side: a column for each position, one for what asks, one for what does neither. */
public record ThreadColumns(Slug question, ThreadMode mode, ThreadFigures figures, List<Column> columns) {

    /**
     * The beginning of what takes one position.
     *
     * @param filter  shows all of the column
     * @param entries the oldest first
     * @param next    what the address of the column's next page carries; null when it is all here
     */
    public record Column(ThreadFilter filter, List<Entry> entries, @Nullable String next) {}
}
