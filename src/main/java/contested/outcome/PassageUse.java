package contested.outcome;

import java.util.Comparator;
import java.util.List;

/** Which of a question's passages the discussion drew on, and which nobody cited. */
public final class PassageUse {

    private final List<Use> uses;

    /**
     * @param passages those of the question, in their order on its page
     * @param comments in any order
     */
    public PassageUse(List<CitablePassage> passages, List<PublishedComment> comments) {
        uses = passages.stream()
                .map(passage -> new Use(passage, (int) comments.stream()
                        .filter(c -> c.cites().contains(passage.slug()))
                        .count()))
                .toList();
    }

    /**
     * One passage.
     *
     * @param passage  which
     * @param comments how many published comments cite it
     */
    public record Use(CitablePassage passage, int comments) {}

    /** The most cited first; alike ones in the order of the question's page. */
    public List<Use> used() {
        return uses.stream()
                .filter(use -> use.comments() > 0)
                .sorted(Comparator.comparing(Use::comments).reversed())
                .toList();
    }

    /** Those that no published comment cites, in the order of the question's page. */
    public List<CitablePassage> unused() {
        return uses.stream()
                .filter(use -> use.comments() == 0)
                .map(Use::passage)
                .toList();
    }

    /** How many passages could be cited. */
    public int passages() {
        return uses.size();
    }
}
