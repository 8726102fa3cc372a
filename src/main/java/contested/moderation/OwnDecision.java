package contested.moderation;

import contested.shared.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the author of the comment finds it: all of it but who decided.
 *
 * @param revision    which revision it was about; null where it was about none
 * @param automatic   whether nobody decided, but a rule that works by itself
 * @param rule        under which house rule, as that read then; null where none was needed
 * @param words       what the moderator wrote to the author; empty for nothing
 * @param standing    whether it was not undone since
 * @param appeal      what became of the author's appeal against it; null where there is none
 * @param appealUntil until when it can be appealed; null where it cannot
 */
public record OwnDecision(
        long id,
        DecisionKind kind,
        Instant at,
        @Nullable Integer revision,
        boolean automatic,
        @Nullable CitedRule rule,
        String words,
        boolean standing,
        @Nullable OwnAppeal appeal,
        @Nullable Instant appealUntil) {

    /** A house rule as a decision names it. @param rank the number people call it by */
    public record CitedRule(String key, int version, int rank, Bilingual title) {}

    /**
     * The author's own wish for another pair of eyes.
     *
     * @param words         why; empty for nothing, and once the comment is redacted
     * @param outcome       null while it waits
     * @param sameModerator whether whoever decided first decided again, there being no other
     * @param answer        what the author was told with the outcome; empty for nothing
     */
    public record OwnAppeal(
            String words,
            Instant madeAt,
            @Nullable AppealOutcome outcome,
            boolean sameModerator,
            @Nullable Instant settledAt,
            String answer) {}

    public boolean isAppealable() {
        return appealUntil != null;
    }

    /** Whether it took something from the author. */
    public boolean isAgainstAuthor() {
        return kind.needsRule();
    }
}
