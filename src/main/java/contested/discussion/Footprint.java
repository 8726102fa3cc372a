package contested.discussion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a published comment adds to the kept counts.
 *
 * @param answered the comments whose answers it is one of: what it answers, and the top of the conversation
 * @param subjects what it stands behind, see {@link Tally}
 */
record Footprint(DebateThread thread, List<Long> answered, List<String> subjects) {

    /** Empty while readers do not see it. */
    static Optional<Footprint> of(Comment comment) {
        if (!comment.state().isRead()) {
            return Optional.empty();
        }
        List<String> subjects = new ArrayList<>();
        subjects.add(comment.position().map(p -> Tally.of(p.slot())).orElseGet(() -> Tally.of(comment.stance())));
        comment.published().stream()
                .flatMap(r -> r.citations().stream())
                .map(p -> Tally.of(p.slug()))
                .distinct()
                .forEach(subjects::add);
        return Optional.of(new Footprint(comment.thread(), answered(comment), subjects));
    }

    private static List<Long> answered(Comment comment) {
        return java.util.stream.Stream.of(comment.parent(), comment.root())
                .flatMap(Optional::stream)
                .map(Comment::id)
                .distinct()
                .sorted()
                .toList();
    }
}
