package contested.discussion;

import contested.access.Actor;
import contested.access.Permission;
import contested.question.Position;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What authors find of their own. */
@ApplicationScoped
@Transactional
public class ContributionService {

    /** Each comes with the reason of its state, so a page of them is long. */
    private static final int PAGE = 20;

    @Inject
    private DiscussionRepository discussion;

    /** A page of what the actor wrote. At most four queries. @param cursor {@link OwnContributions#next}; null for the first */
    public OwnContributions own(Actor actor, @Nullable String cursor) {
        Permission.OWN_ACCOUNT.require(actor);
        long before = Optional.ofNullable(cursor)
                .flatMap(Slug::parse)
                .flatMap(discussion::find)
                .filter(c -> actor.isAccount(c.author().id()))
                .map(Comment::id)
                .orElse(Long.MAX_VALUE);
        List<Comment> found = discussion.ofAuthor(actor.id(), before, PAGE + 1);
        List<Comment> page = found.subList(0, Math.min(found.size(), PAGE));
        String next = found.size() > PAGE ? page.get(PAGE - 1).slug().value() : null;
        return new OwnContributions(whole(page), next);
    }

    /**
     * One comment of the actor's, with every revision.
     *
     * @throws NotFoundException When there is no such comment of theirs.
     */
    public OwnComment one(Actor actor, Slug slug) {
        Permission.OWN_ACCOUNT.require(actor);
        return discussion
                .find(slug)
                .filter(c -> actor.isAccount(c.author().id()))
                .map(c -> whole(List.of(c)).get(0))
                .orElseThrow(() -> new NotFoundException("comment"));
    }

    /**
     * How comments begin, to know them by: the actor's own as last written, others' as readers see them. What the actor
     * cannot read is left out. Two queries.
     */
    public Map<Slug, String> beginnings(Actor actor, Collection<Comment> comments, int length) {
        Permission.OWN_ACCOUNT.require(actor);
        Map<Slug, String> all = new HashMap<>();
        List<Long> ids = comments.stream().map(Comment::id).distinct().toList();
        Map<Long, DiscussionRepository.Authorship> authors = discussion.authorsOf(ids);
        for (Revision revision : discussion.shownRevisions(ids)) {
            Comment comment = revision.comment();
            boolean own = actor.isAccount(authors.get(comment.id()).account());
            Optional<Integer> seen = own ? Optional.of(comment.latestNumber()) : readNumber(comment);
            if (seen.filter(n -> n == revision.number()).isPresent()) {
                revision.text()
                        .ifPresent(
                                t -> all.put(comment.slug(), CommentText.of(t).excerpt(length)));
            }
        }
        return all;
    }

    private static Optional<Integer> readNumber(Comment comment) {
        return comment.state().isRead() ? comment.publishedNumber() : Optional.empty();
    }

    /** All that is stored of what the actor wrote, for them to keep. */
    public List<OwnComment> export(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return whole(discussion.ofAuthor(actor.id(), Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    private List<OwnComment> whole(List<Comment> comments) {
        List<Revision> revisions =
                discussion.revisionsOf(comments.stream().map(Comment::id).toList());
        Map<Long, List<CitedPassage>> cited =
                discussion.citationsOf(revisions.stream().map(Revision::id).toList());
        Map<Long, List<OwnComment.OwnRevision>> said = revisions.stream()
                .collect(Collectors.groupingBy(
                        r -> r.comment().id(),
                        Collectors.mapping(r -> whole(r, cited.getOrDefault(r.id(), List.of())), Collectors.toList())));
        return comments.stream()
                .map(c -> whole(c, said.getOrDefault(c.id(), List.of())))
                .toList();
    }

    private static OwnComment.OwnRevision whole(Revision revision, List<CitedPassage> citations) {
        return new OwnComment.OwnRevision(
                revision.number(),
                revision.stance(),
                revision.position().map(Position::slot).orElse(null),
                revision.argued().map(Position::slot).orElse(null),
                revision.text().orElse(null),
                citations,
                revision.createdAt());
    }

    private static OwnComment whole(Comment comment, List<OwnComment.OwnRevision> revisions) {
        return new OwnComment(
                comment.slug(),
                comment.thread().key(),
                comment.thread().question().title(),
                comment.parent().map(Comment::slug).orElse(null),
                comment.state(),
                comment.stateSince(),
                comment.createdAt(),
                comment.publishedAt().orElse(null),
                comment.editedAt().orElse(null),
                comment.publishedNumber().orElse(null),
                comment.publishedReplies(),
                revisions);
    }
}
