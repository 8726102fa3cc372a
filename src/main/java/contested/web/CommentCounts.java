package contested.web;

import contested.discussion.ThreadService;
import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much is said under each question, for lists of questions. One query for all of them. */
@Named
@RequestScoped
public class CommentCounts {

    @Inject
    private ThreadService threads;

    private @Nullable Map<Slug, Integer> counts;

    /** How many published comments the question has. */
    public int comments(Slug question) {
        if (counts == null) {
            counts = threads.counts();
        }
        return counts.getOrDefault(question, 0);
    }
}
