package contested.web;

import contested.discussion.CommentText;
import contested.discussion.OwnComment;
import contested.passage.EvidenceService;
import contested.question.Position;
import contested.shared.GoneException;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody's own comment said at one time, as the thread shows it; all of it is on one question. */
@Named
@RequestScoped
public class OwnRevisions {

    @Inject
    private EvidenceService evidence;

    private @Nullable List<Position> positions;

    /** What it says, as the thread shows it; empty text once redacted. */
    public String html(OwnComment.OwnRevision revision) {
        String typed = revision.text();
        return typed == null ? "" : CommentText.of(typed).html();
    }

    /** The position that it takes; null where it takes none, or the question is not here any more. */
    public @Nullable Position position(Slug question, OwnComment.OwnRevision revision) {
        return positions(question).stream()
                .filter(p -> p.slot() == revision.position())
                .findFirst()
                .orElse(null);
    }

    private List<Position> positions(Slug question) {
        if (positions == null) {
            try {
                positions = evidence.ofQuestion(question).question().positions();
            } catch (NotFoundException | GoneException e) {
                // Editors took the question back; the author still finds what they wrote.
                positions = List.of();
            }
        }
        return positions;
    }
}
