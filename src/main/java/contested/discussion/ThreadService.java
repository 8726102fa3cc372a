package contested.discussion;

import contested.access.Actor;
import contested.question.Position;
import contested.question.QuestionRepository;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Threads as their readers see them. Everybody sees what is published, and places where something was; authors also see
 * their own, in its place and whatever its state. Moderators see no more than that here: they have their desk.
 */
@ApplicationScoped
@Transactional
public class ThreadService {

    /** Comments at the top on one page. */
    public static final int PAGE = 20;

    /** Replies that stand below each of them; the conversation's own page has the others. */
    public static final int REPLIES = 10;

    /** Comments at the top of each column side by side. */
    public static final int COLUMN = 5;

    /** Replies on one page of a conversation. */
    public static final int CONVERSATION_PAGE = 50;

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private QuestionRepository questions;

    @Inject
    private RenderedTexts rendered;

    @Inject
    private ThreadDoors doors;

    /**
     * A page of the thread on a question. At most nine queries, however long it is.
     *
     * @param cursor what {@link ThreadPage#next} of the page before said; null for the first page, and so is what is none
     * @throws NotFoundException When there is no such question.
     */
    public ThreadPage page(
            Actor reader, ThreadKey key, ThreadFilter filter, ThreadOrder order, @Nullable String cursor) {
        doors.requireReading(reader, key);
        Optional<DebateThread> found = thread(key).filter(t -> seesPeers(reader, t));
        if (found.isEmpty()) {
            return new ThreadPage(key.question(), doors.modeOfNew(reader, key), ThreadFigures.NONE, List.of(), null);
        }
        DebateThread thread = found.get();
        Roots roots = roots(reader, thread, filter, order, place(thread, cursor), PAGE);
        Shown shown = show(reader, List.of(roots)).get(0);
        return new ThreadPage(
                key.question(), thread.mode(), discussion.figuresOf(thread), shown.entries(), shown.next());
    }

    /**
     * The thread side by side, a column for each position in the order of its slots. At most 18 queries: two a column and
     * six for all of them.
     *
     * @throws NotFoundException When there is no such question.
     */
    public ThreadColumns sideBySide(Actor reader, ThreadKey key) {
        doors.requireReading(reader, key);
        Optional<DebateThread> found = thread(key).filter(t -> seesPeers(reader, t));
        if (found.isEmpty()) {
            return new ThreadColumns(key.question(), doors.modeOfNew(reader, key), ThreadFigures.NONE, List.of());
        }
        DebateThread thread = found.get();
        List<ThreadFilter> filters = columnsOf(thread);
        List<Roots> columns = filters.stream()
                .map(filter -> roots(reader, thread, filter, ThreadOrder.OLDEST, null, COLUMN))
                .toList();
        List<Shown> shown = show(reader, columns);
        List<ThreadColumns.Column> all = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            all.add(new ThreadColumns.Column(
                    filters.get(i), shown.get(i).entries(), shown.get(i).next()));
        }
        return new ThreadColumns(key.question(), thread.mode(), discussion.figuresOf(thread), all);
    }

    /** Whether that reader wrote anything there, in a workshop in whatever group, and whatever became of it. Two queries. */
    public boolean holdsOwn(Actor reader, ThreadKey key) {
        Slug workshop = key.workshop();
        if (!reader.isSignedIn()) {
            return false;
        }
        return workshop == null
                ? thread(key).filter(t -> discussion.hasWritten(reader.id(), t)).isPresent()
                : discussion.hasWritten(reader.id(), workshop, key.question());
    }

    /** Where a workshop asks for one's own comment first, peers' are shown only after it. */
    private boolean seesPeers(Actor reader, DebateThread thread) {
        return thread.workshop().isEmpty() || showsPeers(reader, thread.key());
    }

    /** Whether the reader sees what others wrote there, or is asked for a comment of their own first. */
    public boolean showsPeers(Actor reader, ThreadKey key) {
        return doors.seesPeers(reader, key, holdsOwn(reader, key));
    }

    /** What is an exercise stands under no position: it is nobody's. */
    private static List<ThreadFilter> columnsOf(DebateThread thread) {
        List<ThreadFilter> all = new ArrayList<>(thread.question().positions().stream()
                .map(Position::slot)
                .map(ThreadFilter::taking)
                .toList());
        all.addAll(List.of(ThreadFilter.ASKS, ThreadFilter.NEITHER));
        if (thread.workshop().isPresent()) {
            all.add(ThreadFilter.EXERCISES);
        }
        return all;
    }

    /**
     * The conversation in which a comment of that thread stands, with the page of replies on which that comment is.
     *
     * @param cursor what {@link Conversation#next} of the page before said; null for the page with the comment
     * @throws NotFoundException When there is no such comment that this reader may know of.
     */
    public Conversation conversation(Actor reader, ThreadKey key, Slug slug, @Nullable String cursor) {
        doors.requireReading(reader, key);
        Comment linked = discussion
                .find(slug)
                .filter(c -> c.thread().key().equals(key))
                .filter(c -> reader.isAccount(c.author().id()) || seesPeers(reader, c.thread()))
                .filter(c -> c.isPlaced() || reader.isAccount(c.author().id()))
                .filter(c -> !c.thread().question().isRetired())
                .orElseThrow(() -> new NotFoundException("comment"));
        Comment top = linked.root().orElse(linked);
        Set<Long> shown = new LinkedHashSet<>(replies(top, linked, place(linked.thread(), cursor)));
        boolean more = shown.size() > CONVERSATION_PAGE;
        if (more) {
            shown.remove(shown.stream().reduce((a, b) -> b).orElseThrow());
        }
        Long last = shown.stream().reduce((a, b) -> b).orElse(null);
        if (reader.isSignedIn()) {
            shown.addAll(discussion.ownWaiting(linked.thread(), reader.id(), ThreadFilter.ALL, List.of(top.id())));
        }
        shown.add(top.id());
        Map<Long, Comment> all = discussion.all(shown);
        List<Comment> replies = all.values().stream()
                .filter(c -> c.root().filter(top::equals).isPresent())
                .toList();
        Entry entry = new EntryMaker(reader, shown, discussion, rendered).conversation(top, replies, more);
        String next = more && last != null ? Cursor.after(all.get(last)).toString() : null;
        return new Conversation(
                linked.thread().question().slug(), slug, linked.thread().mode(), entry, next);
    }

    private List<Long> replies(Comment top, Comment linked, @Nullable Place after) {
        List<Long> page = discussion.replies(top, after == null ? 0 : after.id(), CONVERSATION_PAGE + 1);
        boolean missed = after == null && linked.depth() > 0 && linked.isPlaced() && !page.contains(linked.id());
        return missed ? discussion.replies(top, linked.id() - 1, CONVERSATION_PAGE + 1) : page;
    }

    /** Who cites that passage. Six queries at most. */
    public CitingComments citing(Actor reader, Slug passage, @Nullable String cursor) {
        long before = Optional.ofNullable(cursor)
                .flatMap(Slug::parse)
                .flatMap(discussion::find)
                .map(Comment::id)
                .orElse(Long.MAX_VALUE);
        List<Long> ids = discussion.citing(passage, before, PAGE + 1);
        List<Long> shown = ids.subList(0, Math.min(ids.size(), PAGE));
        Map<Long, Comment> all = discussion.all(shown);
        EntryMaker maker = new EntryMaker(reader, shown, discussion, rendered);
        String next = ids.size() > PAGE ? all.get(shown.get(PAGE - 1)).slug().value() : null;
        return new CitingComments(shown.stream().map(all::get).map(maker::alone).toList(), next);
    }

    /** How many published comments stand where in that thread. Two queries. */
    public ThreadFigures figures(Actor reader, ThreadKey key) {
        doors.requireReading(reader, key);
        return thread(key).map(discussion::figuresOf).orElse(ThreadFigures.NONE);
    }

    /** @throws NotFoundException When readers see no such comment in that thread. */
    public void requireRead(Actor reader, ThreadKey key, Slug comment) {
        doors.requireReading(reader, key);
        discussion
                .find(comment)
                .filter(c -> c.state().isRead() && c.thread().key().equals(key))
                .orElseThrow(() -> new NotFoundException("comment"));
    }

    /**
     * All published comments of that thread without their words, the oldest first; with those of a plenary all of its
     * groups that the reader reads. Two queries for each.
     */
    public List<ReadComment> published(Actor reader, ThreadKey key) {
        doors.requireReading(reader, key);
        return readable(reader, key).stream()
                .flatMap(t -> discussion.published(t).stream())
                .sorted(Comparator.comparing(ReadComment::at))
                .toList();
    }

    /** That thread, and with a plenary's those of its groups that the reader reads; none before anybody wrote. */
    private List<DebateThread> readable(Actor reader, ThreadKey key) {
        Slug workshop = key.workshop();
        if (workshop == null || key.group() > 0) {
            return thread(key).stream().toList();
        }
        return discussion.threadsOf(workshop, key.question()).stream()
                .filter(t -> doors.isReadable(reader, t.key()))
                .toList();
    }

    /** Whether that reader reads there now. */
    public boolean isReadable(Actor reader, ThreadKey key) {
        return doors.isReadable(reader, key);
    }

    /**
     * All published comments of that thread as they are quoted, the oldest first; with those of a plenary all of its groups
     * that the reader reads. No exercises: whoever reads a quotation takes it for somebody's view. One query for all.
     */
    public List<QuotedComment> quoted(Actor reader, ThreadKey key) {
        doors.requireReading(reader, key);
        return discussion.quoted(readable(reader, key));
    }

    /** Whether readers see that comment with its words, for whoever quoted it elsewhere. */
    public boolean isShown(Slug comment) {
        return discussion
                .find(comment)
                .filter(c -> c.state().isRead())
                .flatMap(Comment::published)
                .flatMap(Revision::text)
                .isPresent();
    }

    /**
     * All comments on a question of a workshop that readers know of, in the plenary and in each group, as they see them
     * now, the oldest first, for those who lead the workshop; in each of its phases. Three queries for each
     * thread, and two.
     *
     * @throws NotFoundException When the actor does not.
     */
    public List<ArchivedComment> archive(Actor actor, Slug workshop, Slug question) {
        doors.requireLeading(actor, workshop, question);
        return discussion.threadsOf(workshop, question).stream()
                .flatMap(thread -> {
                    List<Comment> placed = discussion.placed(thread);
                    Map<Long, Revision> seen = discussion.publishedRevisions(thread);
                    Map<Long, List<CitedPassage>> cites = discussion.citationsOf(
                            seen.values().stream().map(Revision::id).toList());
                    return placed.stream().map(c -> {
                        Revision revision = seen.get(c.id());
                        return ArchivedComment.of(
                                c,
                                revision,
                                revision == null ? List.of() : cites.getOrDefault(revision.id(), List.of()));
                    });
                })
                // Within a thread they have their order already, and keep it.
                .sorted(Comparator.comparing(ArchivedComment::writtenAt))
                .toList();
    }

    /** How many published comments each question has, where it has any. One query. */
    public Map<Slug, Integer> counts() {
        return discussion.publishedCounts();
    }

    /** @throws NotFoundException When the actor never writes or reports there, whatever the phase. */
    public void requireTakingPart(Actor actor, ThreadKey key) {
        doors.requireTakingPart(actor, key);
    }

    /** When a moderator looks at what is written there, or that nobody writes any more. One query. */
    public ThreadMode mode(Actor reader, ThreadKey key) {
        doors.requireEntering(reader, key);
        return thread(key).map(DebateThread::mode).orElseGet(() -> doors.modeOfNew(reader, key));
    }

    private Optional<DebateThread> thread(ThreadKey key) {
        Optional<DebateThread> thread = discussion.findThread(key);
        boolean stands = thread.map(DebateThread::question)
                .or(() -> questions.find(key.question()))
                .filter(q -> !q.isRetired())
                .isPresent();
        if (!stands) {
            throw new NotFoundException("question");
        }
        return thread;
    }

    private @Nullable Place place(DebateThread thread, @Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .flatMap(Cursor::parse)
                .flatMap(c -> discussion.place(thread, c))
                .orElse(null);
    }

    /**
     * What one page or column shows, before it is loaded.
     *
     * @param placed the comments at the top that readers know of, in order
     * @param own    the reader's own that readers do not know of: all at the top of the thread, and below the placed ones
     * @param after  where the page before ended; null for the first
     */
    private record Roots(List<Long> placed, boolean hasMore, List<Long> own, ThreadOrder order, @Nullable Place after) {

        /** Whether a comment that readers do not know of stands on this page. */
        boolean holds(Place own, @Nullable Place last) {
            return (after == null || order.comparator().compare(after, own) < 0)
                    && (!hasMore || last != null && order.comparator().compare(own, last) < 0);
        }
    }

    private Roots roots(
            Actor reader,
            DebateThread thread,
            ThreadFilter filter,
            ThreadOrder order,
            @Nullable Place after,
            int limit) {
        List<Long> found = discussion.roots(thread, filter, order, after, limit + 1);
        List<Long> placed = found.subList(0, Math.min(found.size(), limit));
        List<Long> own = reader.isSignedIn() ? discussion.ownWaiting(thread, reader.id(), filter, placed) : List.of();
        return new Roots(placed, found.size() > limit, own, order, after);
    }

    /** What a page or column shows, loaded. */
    private record Shown(List<Entry> entries, @Nullable String next) {}

    /** All of them at once: five queries, however many there are. */
    private List<Shown> show(Actor reader, List<Roots> pages) {
        List<Long> tops = pages.stream().flatMap(p -> p.placed().stream()).toList();
        Set<Long> ids = new HashSet<>(discussion.replies(tops, REPLIES + 1));
        ids.addAll(tops);
        pages.forEach(page -> ids.addAll(page.own()));
        Map<Long, Comment> all = discussion.all(ids);
        EntryMaker maker = new EntryMaker(reader, ids, discussion, rendered);
        Map<Comment, List<Comment>> replies = all.values().stream()
                .filter(c -> c.depth() > 0)
                .collect(Collectors.groupingBy(c -> c.root().orElseThrow()));
        return pages.stream().map(page -> show(page, all, replies, maker)).toList();
    }

    private static Shown show(
            Roots page, Map<Long, Comment> all, Map<Comment, List<Comment>> replies, EntryMaker maker) {
        List<Comment> tops =
                new ArrayList<>(page.placed().stream().map(all::get).toList());
        Comment last = tops.isEmpty() ? null : tops.get(tops.size() - 1);
        Place end = last == null ? null : Place.of(last);
        page.own().stream()
                .map(all::get)
                .filter(own -> own.depth() == 0 && page.holds(Place.of(own), end))
                .forEach(tops::add);
        tops.sort(Comparator.comparing(Place::of, page.order().comparator()));
        return new Shown(
                tops.stream()
                        .map(top -> conversation(top, replies.getOrDefault(top, List.of()), maker))
                        .toList(),
                page.hasMore() && last != null ? Cursor.after(last).toString() : null);
    }

    /** One more reply than is shown was looked for, to know whether there are more. */
    private static Entry conversation(Comment top, List<Comment> replies, EntryMaker maker) {
        List<Comment> placed = replies.stream()
                .filter(Comment::isPlaced)
                .sorted(Comparator.comparing(Comment::id))
                .toList();
        boolean more = placed.size() > REPLIES;
        List<Comment> shown = new ArrayList<>(more ? placed.subList(0, REPLIES) : placed);
        replies.stream().filter(r -> !r.isPlaced()).forEach(shown::add);
        return maker.conversation(top, shown, more);
    }
}
