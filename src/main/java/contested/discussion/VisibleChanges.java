package contested.discussion;

import contested.shared.ContentVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a comment changes: keeps the counts, the pages that are kept ready and the rooms above in step with
 * what readers see of it. Within the caller's transaction.
 */
@ApplicationScoped
public class VisibleChanges {

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private RenderedTexts rendered;

    @Inject
    private ContentVersions versions;

    @Inject
    private Event<CommentChanged> changed;

    /** What readers see of a comment; nothing of it that is empty before it was published once. */
    private record Seen(
            @Nullable CommentState state, @Nullable Integer revision, @Nullable DebateThread thread, boolean empty) {

        static Seen of(Comment comment) {
            if (!comment.isPlaced()) {
                return new Seen(null, null, null, true);
            }
            return new Seen(
                    comment.state(),
                    comment.publishedNumber().orElse(null),
                    comment.thread(),
                    comment.published().flatMap(Revision::text).isEmpty());
        }
    }

    /**
     * Does what the verb says, such as {@code () -> comment.publish(now)}.
     *
     * @throws contested.shared.UserFacingException When somebody else changed the same comment at that moment.
     */
    public void make(Comment comment, Runnable verb) {
        // Before anything is written: two changes in one thread wait for each other instead of blocking each other.
        discussion.hold(comment.thread());
        Optional<Footprint> before = Footprint.of(comment);
        Seen seenBefore = Seen.of(comment);
        verb.run();
        discussion.flush();
        Optional<Footprint> after = Footprint.of(comment);
        if (!before.equals(after)) {
            before.ifPresent(footprint -> discussion.count(footprint, -1));
            after.ifPresent(footprint -> discussion.count(footprint, 1));
        }
        rendered.forgetEmptied(comment);
        if (!seenBefore.equals(Seen.of(comment))) {
            if (comment.thread().workshop().isEmpty()) {
                // No page that is kept for the public shows what a workshop says, or when it says something.
                versions.raise();
            }
            boolean appeared = after.isPresent()
                    && before.filter(b -> b.thread().equals(comment.thread())).isEmpty();
            changed.fire(new CommentChanged(comment.thread().key(), comment.slug(), appeared));
        }
    }
}
