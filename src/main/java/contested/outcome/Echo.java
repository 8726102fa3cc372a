package contested.outcome;

import contested.discussion.QuotedComment;
import contested.shared.Slug;
import contested.workshop.Mover;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stays of a talk: which passages and comments people say moved them, and which questions were asked and taken up most.
 *
 * <p>That one or two people were moved by something could tell who they are, as a flow of one or two does: it is said of
 * {@value #MIN_MOVED} people or more, and below that nothing is said, not even that there is something.
 */
final class Echo {

    /** As with flows between ballots, see {@link Swing#MIN_FLOW}. */
    static final int MIN_MOVED = Swing.MIN_FLOW;

    /** More are a list, which the thread has. */
    static final int MAX_NAMED = 3;

    private final List<Mover> movers;
    private final List<CitablePassage> passages;
    private final List<QuotedComment> comments;

    Echo(List<Mover> movers, List<CitablePassage> passages, List<QuotedComment> comments) {
        this.movers = List.copyOf(movers);
        this.passages = List.copyOf(passages);
        this.comments = List.copyOf(comments);
    }

    /**
     * Something that moved people.
     *
     * @param people how many say so
     */
    record Moving<T>(T what, int people) {}

    /** Passages that moved enough people, the one that moved most of them first. */
    List<Moving<CitablePassage>> passages() {
        return most(passages.stream()
                .map(p -> new Moving<>(p, count(Optional.of(p.slug()), Optional.empty())))
                .toList());
    }

    /** Comments that did, and that readers still see. */
    List<Moving<QuotedComment>> comments() {
        return most(comments.stream()
                .map(c -> new Moving<>(c, count(Optional.empty(), Optional.of(c.slug()))))
                .toList());
    }

    private static <T> List<Moving<T>> most(List<Moving<T>> all) {
        return all.stream()
                .filter(m -> m.people() >= MIN_MOVED)
                .sorted(Comparator.comparing((Moving<T> m) -> m.people()).reversed())
                .limit(MAX_NAMED)
                .toList();
    }

    private int count(Optional<Slug> passage, Optional<Slug> comment) {
        return (int) movers.stream()
                .filter(m -> passage.filter(p -> m.passage() != null
                                        && Objects.requireNonNull(m.passage())
                                                .slug()
                                                .equals(p))
                                .isPresent()
                        || comment.filter(c -> c.equals(m.comment())).isPresent())
                .count();
    }

    /** Comments that ask, the most answered first; of those alike, the oldest first. */
    List<QuotedComment> asked() {
        return comments.stream()
                .filter(QuotedComment::asks)
                .sorted(Comparator.comparing(QuotedComment::replies).reversed())
                .limit(MAX_NAMED)
                .toList();
    }
}
