package contested.moderation;

import contested.shared.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a comment is not shown, or not in its latest revision, as its author reads it beside the comment; never who decided.
 *
 * @param automatic whether it happened by itself, after reports
 * @param rule      the house rule that it names; null where none was needed
 * @param words     what the moderator wrote to the author; empty for nothing
 */
public record ThreadRemark(DecisionKind kind, Instant at, boolean automatic, @Nullable CitedRule rule, String words) {

    /** A house rule as it read when it was cited. @param rank the number people call it by */
    public record CitedRule(String key, int version, int rank, Bilingual title) {}
}
