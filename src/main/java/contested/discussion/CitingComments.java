package contested.discussion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published comments that cite a passage, the newest first, without their replies.
 *
 * @param next what the next page's address carries; null on the last one
 */
public record CitingComments(List<Entry> entries, @Nullable String next) {}
