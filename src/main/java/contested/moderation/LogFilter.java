package contested.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log somebody reads; null for no limit.
 *
 * @param from      this instant and later
 * @param until     before this instant
 * @param rule      the key of a house rule
 * @param moderator the id of an account
 * @param automatic true for automatic decisions alone, false for people's alone
 */
public record LogFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable DecisionKind kind,
        @Nullable String rule,
        @Nullable Long moderator,
        @Nullable Boolean automatic) {

    /** Everything. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null);
}
