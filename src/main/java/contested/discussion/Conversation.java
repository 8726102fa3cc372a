package contested.discussion;

import contested.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A comment at the top of a thread with what answers it, as a certain reader sees it; also where a comment's permanent
 * link leads.
 *
 * @param linked the comment that was asked for: the top one or one of its replies
 * @param next   what the address of the next page of replies carries; null when there is none
 */
public record Conversation(Slug question, Slug linked, ThreadMode mode, Entry top, @Nullable String next) {}
