package contested.moderation;

import contested.shared.Bilingual;
import contested.shared.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How moderation treated each side over a period. What was undone does not count. */
public record EvenHandedness(List<ByPosition> byPosition, List<ByQuestion> byQuestion, List<ByModerator> byModerator) {

    /**
     * What became of comments.
     *
     * @param medianWait from writing to the first decision on a revision; empty where nobody waited
     */
    public record Figures(int published, int declined, int hidden, Optional<Duration> medianWait) {}

    /** @param position its label; null for comments that take none */
    public record ByPosition(Slug question, Bilingual title, @Nullable Bilingual position, Figures figures) {}

    public record ByQuestion(Slug question, Bilingual title, Figures figures) {}

    /** @param moderator the account's id; null for automatic decisions */
    public record ByModerator(@Nullable Long moderator, String pseudonym, Figures figures) {}
}
