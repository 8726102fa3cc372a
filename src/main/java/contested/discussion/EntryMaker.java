package contested.discussion;

import contested.access.Actor;
import contested.question.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees a handful of comments with one reader's eyes: loads what they say and who wrote them, each in one query. */
final class EntryMaker {

    private static final Set<CommentState> SAID_OF_PLACES = Set.of(CommentState.WITHDRAWN, CommentState.REDACTED);

    private final Actor reader;
    private final RenderedTexts rendered;
    private final Map<Long, DiscussionRepository.Authorship> authors;
    private final Map<Long, List<Revision>> revisions;
    private final Map<Long, List<CitedPassage>> citations;

    EntryMaker(Actor reader, Collection<Long> comments, DiscussionRepository discussion, RenderedTexts rendered) {
        this.reader = reader;
        this.rendered = rendered;
        authors = discussion.authorsOf(comments);
        List<Revision> all = discussion.shownRevisions(comments);
        revisions = all.stream().collect(Collectors.groupingBy(r -> r.comment().id()));
        citations = discussion.citationsOf(all.stream().map(Revision::id).toList());
    }

    /** With its replies nested as deep as they go, and what is deeper following flat. */
    Entry conversation(Comment top, Collection<Comment> replies, boolean more) {
        Map<Long, List<Comment>> below = new HashMap<>();
        Map<Long, Long> branch = new HashMap<>();
        for (Comment reply :
                replies.stream().sorted(Comparator.comparing(Comment::id)).toList()) {
            Long parent = reply.parent().map(Comment::id).orElse(top.id());
            // Replies to the deepest ones go where these are; the branch may have begun on an earlier page.
            Long under = reply.depth() == 1 ? top.id() : branch.getOrDefault(parent, top.id());
            branch.put(reply.id(), reply.depth() == 1 ? reply.id() : under);
            below.computeIfAbsent(under, id -> new ArrayList<>()).add(reply);
        }
        return entry(top, below, more);
    }

    Entry alone(Comment comment) {
        return entry(comment, Map.of(), false);
    }

    private Entry entry(Comment comment, Map<Long, List<Comment>> below, boolean more) {
        List<Entry> replies = below.getOrDefault(comment.id(), List.of()).stream()
                .map(reply -> entry(reply, below, false))
                .toList();
        return isOwn(comment) || comment.state().isRead()
                ? full(comment, replies, more)
                : place(comment, replies, more);
    }

    /** Some workshops show what was said and not by whom; one's own is one's own all the same. */
    private boolean isUnnamed(Comment comment) {
        return !isOwn(comment)
                && comment.thread().workshop().filter(w -> !w.areAuthorsShown()).isPresent();
    }

    private boolean isOwn(Comment comment) {
        DiscussionRepository.Authorship author = authors.get(comment.id());
        return author != null && reader.isAccount(author.account());
    }

    private Entry full(Comment comment, List<Entry> replies, boolean more) {
        DiscussionRepository.Authorship author = authors.get(comment.id());
        boolean waiting = isOwn(comment) && comment.hasWaitingRevision();
        Revision shown = revision(comment, comment.state().isRead());
        return new Entry(
                comment.slug(),
                comment.parent().map(Comment::slug).orElse(null),
                comment.depth(),
                comment.state(),
                isOwn(comment),
                author == null || isUnnamed(comment) ? null : author.pseudonym(),
                comment.stance(),
                comment.position().map(Position::slot).orElse(null),
                comment.argued().map(Position::slot).orElse(null),
                rendered.htmlOf(shown),
                waiting ? rendered.htmlOf(revision(comment, false)) : null,
                citations.getOrDefault(shown.id(), List.of()),
                comment.publishedAt().orElse(comment.createdAt()),
                comment.editedAt().orElse(null),
                comment.stateSince(),
                comment.publishedReplies(),
                replies,
                more);
    }

    /** What others see: the published one. What the author sees of a comment that others do not see: the latest. */
    private Revision revision(Comment comment, boolean published) {
        int number = published ? comment.publishedNumber().orElseThrow() : comment.latestNumber();
        return revisions.getOrDefault(comment.id(), List.of()).stream()
                .filter(r -> r.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static Entry place(Comment comment, List<Entry> replies, boolean more) {
        return new Entry(
                comment.slug(),
                comment.parent().map(Comment::slug).orElse(null),
                comment.depth(),
                // Readers are not told that moderators look at it again.
                SAID_OF_PLACES.contains(comment.state()) ? comment.state() : CommentState.HIDDEN,
                false,
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                comment.publishedAt().orElse(comment.createdAt()),
                null,
                comment.stateSince(),
                comment.publishedReplies(),
                replies,
                more);
    }
}
