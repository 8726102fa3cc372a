package contested.discussion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one author wrote, in every state, the newest first.
 *
 * @param next what the next page's address carries; null on the last one
 */
public record OwnContributions(List<OwnComment> comments, @Nullable String next) {}
