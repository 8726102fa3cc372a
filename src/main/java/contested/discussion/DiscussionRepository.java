package contested.discussion;

import contested.account.Account;
import contested.question.Position;
import contested.question.Question;
import contested.question.Slot;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.AgendaItem;
import contested.workshop.Workshop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds and stores threads and comments. What a page shows is found by key, page after page, so that a long thread costs
 * what a short one does; what is counted is kept and changed in the database.
 */
@ApplicationScoped
public class DiscussionRepository {

    /** What one author may have waiting in one thread and still sees in its place. */
    private static final int MAX_OWN_WAITING = 50;

    private static final String COMMENT = "select c from Comment c join fetch c.thread t join fetch t.question q"
            + " left join fetch t.workshop join fetch q.theme left join fetch c.position left join fetch c.argued left join fetch c.parent ";

    /** With each column of the index named, since H2 takes an index for an order only then. */
    private static final String ORDER = " order by c.thread.id, c.depth, c.placed, ";

    private static final String CITED =
            "select r.id, p.slug, s.slug, s.code, coalesce(p.found.paragraph, p.span.paragraph),"
                    + " p.retiredAt from Revision r join r.citations p join p.source s ";

    @PersistenceContext
    private EntityManager em;

    // ---- Threads

    /** That thread, with the question; empty before anybody wrote. One query. */
    public Optional<DebateThread> findThread(ThreadKey key) {
        TypedQuery<DebateThread> query = em.createQuery(
                "select t from DebateThread t join fetch t.question q join fetch q.theme"
                        + " left join fetch t.workshop w left join fetch q.positions where q.slug = :slug and "
                        + (key.isPublic() ? "w is null" : "w.slug = :workshop and t.groupNumber = :group"),
                DebateThread.class);
        query.setParameter("slug", key.question().value());
        Slug workshop = key.workshop();
        if (workshop != null) {
            query.setParameter("workshop", workshop.value());
            query.setParameter("group", key.group());
        }
        return query.getResultStream().findFirst();
    }

    /** The public thread on that question, made on first use. */
    public DebateThread threadOf(Question question) {
        return threadOf(question, null, 0);
    }

    /** All that people in that workshop say on that question: the plenary's and each group's, in this order. One query. */
    List<DebateThread> threadsOf(Slug workshop, Slug question) {
        return em.createQuery(
                        "select t from DebateThread t join fetch t.question q join fetch t.workshop w"
                                + " where q.slug = :question and w.slug = :workshop order by t.groupNumber",
                        DebateThread.class)
                .setParameter("question", question.value())
                .setParameter("workshop", workshop.value())
                .getResultList();
    }

    /** The thread on that question, made on first use; of two who use it first at once, one waits for the other. */
    DebateThread threadOf(Question question, @Nullable Workshop workshop, int group) {
        ThreadKey key = new ThreadKey(question.slug(), workshop == null ? null : workshop.slug(), group);
        return findThread(key).orElseGet(() -> {
            em.lock(question, LockModeType.PESSIMISTIC_WRITE);
            return findThread(key).orElseGet(() -> {
                DebateThread thread =
                        workshop == null ? new DebateThread(question) : new DebateThread(question, workshop, group);
                em.persist(thread);
                em.flush();
                return thread;
            });
        });
    }

    /** Lets nobody else change what readers see of that thread before this transaction ends. */
    void hold(DebateThread thread) {
        em.lock(thread, LockModeType.PESSIMISTIC_WRITE);
    }

    ThreadFigures figuresOf(DebateThread thread) {
        Map<String, Integer> tallies = new HashMap<>();
        em.createQuery("select t.subject, t.published from Tally t where t.thread = :thread", Object[].class)
                .setParameter("thread", thread)
                .getResultStream()
                .forEach(row -> tallies.put((String) row[0], (Integer) row[1]));
        return new ThreadFigures(thread.publishedCount(), tallies);
    }

    /** How many published comments stand in each thread that has any. */
    Map<Slug, Integer> publishedCounts() {
        Map<Slug, Integer> all = new HashMap<>();
        em.createQuery(
                        "select q.slug, t.publishedCount from DebateThread t join t.question q where t.publishedCount > 0"
                                + " and t.workshop is null",
                        Object[].class)
                .getResultStream()
                .forEach(row -> all.put(new Slug((String) row[0]), (Integer) row[1]));
        return all;
    }

    /** Adds to the kept counts, or takes from them. The caller holds the thread. */
    void count(Footprint footprint, int by) {
        em.createQuery("update DebateThread t set t.publishedCount = t.publishedCount + :by where t = :thread")
                .setParameter("by", by)
                .setParameter("thread", footprint.thread())
                .executeUpdate();
        for (Long answered : footprint.answered()) {
            em.createQuery("update Comment c set c.publishedReplies = c.publishedReplies + :by where c.id = :id")
                    .setParameter("by", by)
                    .setParameter("id", answered)
                    .executeUpdate();
        }
        footprint.subjects().forEach(subject -> count(footprint.thread(), subject, by));
    }

    private void count(DebateThread thread, String subject, int by) {
        int known = em.createQuery(
                        "update Tally t set t.published = t.published + :by where t.thread = :thread and t.subject = :subject")
                .setParameter("by", by)
                .setParameter("thread", thread)
                .setParameter("subject", subject)
                .executeUpdate();
        if (known == 0) {
            em.persist(new Tally(thread, subject, by));
            em.flush();
        }
    }

    /** Published, without their words, the oldest first. Two queries. */
    List<ReadComment> published(DebateThread thread) {
        Map<Long, Set<Slug>> cited = new HashMap<>();
        em.createQuery(
                        "select r.comment.id, p.slug from Revision r join r.citations p where r.comment.thread = :thread"
                                + " and r.comment.state = :published and r.number = r.comment.publishedNumber",
                        Object[].class)
                .setParameter("thread", thread)
                .setParameter("published", CommentState.PUBLISHED)
                .getResultStream()
                .forEach(row -> cited.computeIfAbsent((Long) row[0], id -> new HashSet<>())
                        .add(new Slug((String) row[1])));
        return em.createQuery(
                        "select c.id, c.slug, c.author.id, c.createdAt, p.slot, a2.slug from Comment c"
                                + " left join c.position p left join c.parent a2 where c.thread = :thread"
                                + " and c.state = :published order by c.id",
                        Object[].class)
                .setParameter("thread", thread)
                .setParameter("published", CommentState.PUBLISHED)
                .getResultStream()
                .map(row -> new ReadComment(
                        new Slug((String) row[1]),
                        (Long) row[2],
                        (Instant) row[3],
                        (Slot) row[4],
                        row[5] == null ? null : new Slug((String) row[5]),
                        cited.getOrDefault((Long) row[0], Set.of())))
                .toList();
    }

    /** Published, as they are quoted, the oldest of all first; without exercises. One query. */
    List<QuotedComment> quoted(Collection<DebateThread> threads) {
        if (threads.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select c.slug, c.stance, c.publishedReplies, r.text from Revision r join r.comment c"
                                + " where c.thread in :threads and c.state = :published and c.stance <> :exercise"
                                + " and r.number = c.publishedNumber and r.text is not null order by c.createdAt, c.id",
                        Object[].class)
                .setParameter("threads", threads)
                .setParameter("exercise", Stance.EXERCISE)
                .setParameter("published", CommentState.PUBLISHED)
                .getResultStream()
                .map(row -> new QuotedComment(
                        new Slug((String) row[0]),
                        row[1] == Stance.ASKS,
                        (int) row[2],
                        CommentText.of((String) row[3]).excerpt(QuotedComment.MAX_CHARS)))
                .toList();
    }

    /** All of which readers know, the oldest first. One query. */
    List<Comment> placed(DebateThread thread) {
        return em.createQuery(
                        "select c from Comment c left join fetch c.position left join fetch c.argued left join fetch c.parent"
                                + " where c.thread = :thread and c.placed = true order by c.id",
                        Comment.class)
                .setParameter("thread", thread)
                .getResultList();
    }

    /** What readers see of each published comment, by the comment's id. One query. */
    Map<Long, Revision> publishedRevisions(DebateThread thread) {
        return em.createQuery(
                        "select r from Revision r join fetch r.comment c where c.thread = :thread"
                                + " and c.state = :published and r.number = c.publishedNumber",
                        Revision.class)
                .setParameter("thread", thread)
                .setParameter("published", CommentState.PUBLISHED)
                .getResultStream()
                .collect(Collectors.toMap(r -> r.comment().id(), Function.identity()));
    }

    /** Deletes all threads of that workshop with everything in them. @return the ids of the revisions that are gone */
    List<Long> deleteThreadsOf(Workshop workshop) {
        String comments = "(select c.id from Comment c where c.thread.workshop = :workshop)";
        String threads = "(select t.id from DebateThread t where t.workshop = :workshop)";
        List<Long> revisions = em.createQuery(
                        "select r.id from Revision r where r.comment.id in " + comments, Long.class)
                .setParameter("workshop", workshop)
                .getResultList();
        for (String delete : List.of(
                "delete from Finding f where f.revision.id in (select r.id from Revision r where r.comment.id in "
                        + comments + ")",
                "delete from Revision r where r.comment.id in " + comments,
                "delete from Tally t where t.thread.id in " + threads,
                // Answers let go of what they answer, or none could be the first to go.
                "update Comment c set c.parent = null, c.root = null where c.thread.id in " + threads,
                "delete from Comment c where c.thread.id in " + threads,
                "delete from DebateThread t where t.workshop = :workshop")) {
            em.createQuery(delete).setParameter("workshop", workshop).executeUpdate();
        }
        return revisions;
    }

    // ---- Comments

    void add(Comment comment) {
        em.persist(comment);
        em.flush();
    }

    /**
     * Sends what changed to the database.
     *
     * @throws UserFacingException When somebody else changed the same comment since it was read.
     */
    void flush() {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new UserFacingException("", "comment.changed");
        }
    }

    /** The comment of that name, in any state, with its thread, question and position. */
    public Optional<Comment> find(Slug slug) {
        return em.createQuery(COMMENT + "where c.slug = :slug", Comment.class)
                .setParameter("slug", slug.value())
                .getResultStream()
                .findFirst();
    }

    /** The comment that came with that key; only its name, since it is nearly always a new one. */
    Optional<Slug> findSubmission(Account author, String key) {
        return em.createQuery(
                        "select c.slug from Comment c where c.author = :author and c.submissionKey = :key",
                        String.class)
                .setParameter("author", author)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(Slug::new);
    }

    /** By their ids, with all that is needed to show them. One query. */
    Map<Long, Comment> all(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(COMMENT + "where c.id in :ids", Comment.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Comment::id, Function.identity()));
    }

    // ---- Pages of a thread

    /** Comments at the top that readers know of, in that order, after the cursor. */
    List<Long> roots(DebateThread thread, ThreadFilter filter, ThreadOrder order, @Nullable Place after, int limit) {
        String column = filter.isColumn() ? "c.stance, c.position.id, " : "";
        TypedQuery<Long> query = em.createQuery(
                "select c.id from Comment c where c.thread = :thread and c.depth = 0 and c.placed = true"
                        + conditions(filter, "c.publishedNumber")
                        + (after == null ? "" : " and " + order.after())
                        + ORDER + column + order.order(),
                Long.class);
        query.setParameter("thread", thread).setMaxResults(limit);
        bind(query, thread, filter);
        bind(query, order, after);
        return query.getResultList();
    }

    /** What an author wrote and readers do not know of: at the top of a thread, or in these conversations. The latest. */
    List<Long> ownWaiting(DebateThread thread, long author, ThreadFilter filter, Collection<Long> roots) {
        TypedQuery<Long> query = em.createQuery(
                "select c.id from Comment c where c.author.id = :author and c.thread = :thread and c.placed = false"
                        + " and (c.depth = 0" + conditions(filter, "c.latestNumber") + " or c.root.id in :roots)"
                        + " order by c.id desc",
                Long.class);
        query.setParameter("author", author)
                .setParameter("thread", thread)
                .setParameter("roots", roots.isEmpty() ? List.of(-1L) : roots)
                .setMaxResults(MAX_OWN_WAITING);
        bind(query, thread, filter);
        return query.getResultList();
    }

    /** The same in a workshop: in any of its threads on that question. */
    boolean hasWritten(long author, Slug workshop, Slug question) {
        return !em.createQuery(
                        "select c.id from Comment c join c.thread t where c.author.id = :author"
                                + " and t.workshop.slug = :workshop and t.question.slug = :question",
                        Long.class)
                .setParameter("author", author)
                .setParameter("workshop", workshop.value())
                .setParameter("question", question.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    boolean hasWritten(long author, DebateThread thread) {
        return !em.createQuery(
                        "select c.id from Comment c where c.author.id = :author and c.thread = :thread", Long.class)
                .setParameter("author", author)
                .setParameter("thread", thread)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What somebody wrote under a question of an agenda, as far as it counts. */
    record Written(int comments, int citations) {

        static final Written NOTHING = new Written(0, 0);
    }

    /** What each wrote under that question in its workshop and stands or waits, but no exercise, by account. Two queries. */
    Map<Long, Written> written(AgendaItem item) {
        String counted = " from Comment c where c.thread.workshop = :workshop and c.thread.question = :question"
                + " and c.state in :counted and c.stance <> :exercise";
        Map<Long, Integer> comments = numbers("select c.author.id, count(c)" + counted + " group by c.author.id", item);
        Map<Long, Integer> citations = numbers(
                "select r.comment.author.id, count(distinct p.id) from Revision r join r.citations p"
                        + " where r.number = r.comment.latestNumber and r.comment.id in (select c.id" + counted
                        + ") group by r.comment.author.id",
                item);
        Map<Long, Written> all = new HashMap<>();
        comments.forEach((author, number) -> all.put(author, new Written(number, citations.getOrDefault(author, 0))));
        return all;
    }

    /** What stands or waits under that question in its workshop, and what it answers. One query. */
    List<PairReplies.Said> said(AgendaItem item) {
        return em.createQuery(
                        "select c.id, c.author.id, c.parent.id, t.groupNumber, c.state from Comment c join c.thread t"
                                + " where t.workshop = :workshop and t.question = :question and c.state in :counted",
                        Object[].class)
                .setParameter("workshop", item.workshop())
                .setParameter("question", item.question())
                .setParameter("counted", Set.of(CommentState.PUBLISHED, CommentState.PENDING))
                .getResultStream()
                .map(row -> new PairReplies.Said(
                        (Long) row[0],
                        (Long) row[1],
                        (Long) row[2],
                        (Integer) row[3],
                        row[4] == CommentState.PUBLISHED))
                .toList();
    }

    private Map<Long, Integer> numbers(String query, AgendaItem item) {
        Map<Long, Integer> all = new HashMap<>();
        em.createQuery(query, Object[].class)
                .setParameter("workshop", item.workshop())
                .setParameter("question", item.question())
                .setParameter("exercise", Stance.EXERCISE)
                .setParameter("counted", Set.of(CommentState.PUBLISHED, CommentState.PENDING))
                .getResultStream()
                .forEach(row -> all.put((Long) row[0], ((Long) row[1]).intValue()));
        return all;
    }

    private static String conditions(ThreadFilter filter, String number) {
        return (filter.stance() == null ? "" : " and c.stance = :stance")
                + (filter.position() == null ? "" : " and c.position.id = :position")
                + (filter.passage() == null
                        ? ""
                        : " and c.id in (select r.comment.id from Revision r join r.citations p"
                                + " where p.slug = :passage and r.number = " + number + ")");
    }

    private static void bind(Query query, DebateThread thread, ThreadFilter filter) {
        if (filter.stance() != null) {
            query.setParameter("stance", filter.stance());
        }
        if (filter.position() != null) {
            query.setParameter(
                    "position",
                    thread.question()
                            .position(filter.position())
                            .map(Position::id)
                            .orElse(-1L));
        }
        if (filter.passage() != null) {
            query.setParameter("passage", filter.passage().value());
        }
    }

    private static void bind(Query query, ThreadOrder order, @Nullable Place after) {
        if (after != null) {
            query.setParameter("id", after.id());
            if (order == ThreadOrder.MOST_CITED) {
                query.setParameter("cited", after.cited());
            }
        }
    }

    /** Where the cursor's comment stands; empty when it is none of this thread. */
    Optional<Place> place(DebateThread thread, Cursor cursor) {
        return em.createQuery("select c.id from Comment c where c.slug = :slug and c.thread = :thread", Long.class)
                .setParameter("slug", cursor.last().value())
                .setParameter("thread", thread)
                .getResultStream()
                .findFirst()
                .map(id -> new Place(id, cursor.cited()));
    }

    /** The first answers in each of these conversations that readers know of, the oldest first. One query. */
    List<Long> replies(Collection<Long> roots, int limitEach) {
        if (roots.isEmpty()) {
            return List.of();
        }
        // One limited part a conversation, so that a very long one costs no more than its beginning.
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            parts.add("(select c.id as id from Comment c where c.root.id = :r" + i
                    + " and c.placed = true order by c.root.id, c.placed, c.id limit " + limitEach + ")");
        }
        TypedQuery<Long> query = em.createQuery(String.join(" union all ", parts), Long.class);
        int i = 0;
        for (Long root : roots) {
            query.setParameter("r" + i++, root);
        }
        return query.getResultList();
    }

    /** More of one conversation. */
    List<Long> replies(Comment root, long after, int limit) {
        return em.createQuery(
                        "select c.id from Comment c where c.root = :root and c.placed = true and c.id > :after"
                                + " order by c.root.id, c.placed, c.id",
                        Long.class)
                .setParameter("root", root)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Who wrote it. @param pseudonym null once the account is erased */
    record Authorship(long account, @Nullable String pseudonym) {}

    /** Who wrote these, by the comment's id. One query, and nothing else of the accounts. */
    Map<Long, Authorship> authorsOf(Collection<Long> comments) {
        if (comments.isEmpty()) {
            return Map.of();
        }
        Map<Long, Authorship> all = new HashMap<>();
        em.createQuery(
                        "select c.id, a.id, a.pseudonym from Comment c join c.author a where c.id in :ids",
                        Object[].class)
                .setParameter("ids", comments)
                .getResultStream()
                .forEach(row -> all.put((Long) row[0], new Authorship((Long) row[1], (String) row[2])));
        return all;
    }

    /** What these comments say: of each the published revision and the latest one. One query. */
    List<Revision> shownRevisions(Collection<Long> comments) {
        if (comments.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select r from Revision r join fetch r.comment c where c.id in :ids"
                                + " and (r.number = c.publishedNumber or r.number = c.latestNumber)",
                        Revision.class)
                .setParameter("ids", comments)
                .getResultList();
    }

    /** What these revisions cite, by the revision's id, in the author's order. One query. */
    Map<Long, List<CitedPassage>> citationsOf(Collection<Long> revisions) {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        return byRevision(em.createQuery(CITED + "where r.id in :ids order by r.id, index(p)", Object[].class)
                .setParameter("ids", revisions)
                .getResultList());
    }

    private static Map<Long, List<CitedPassage>> byRevision(List<Object[]> rows) {
        Map<Long, List<CitedPassage>> all = new HashMap<>();
        for (Object[] row : rows) {
            all.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                    .add(new CitedPassage(
                            new Slug((String) row[1]),
                            new Slug((String) row[2]),
                            (String) row[3],
                            (Integer) row[4],
                            row[5] != null));
        }
        return all;
    }

    // ---- Passages and who cites them

    /** Published comments that cite that passage, the newest first, after the cursor's. */
    List<Long> citing(Slug passage, long before, int limit) {
        return em.createQuery(
                        "select c.id from Comment c where c.state = :published and c.id < :before and c.thread.workshop is null"
                                + " and c.id in (select r.comment.id"
                                + " from Revision r join r.citations p where p.slug = :passage and r.number = c.publishedNumber)"
                                + " order by c.id desc",
                        Long.class)
                .setParameter("published", CommentState.PUBLISHED)
                .setParameter("before", before)
                .setParameter("passage", passage.value())
                .setMaxResults(limit)
                .getResultList();
    }

    // ---- One author's

    /** The author's comments, the newest first, before that id. */
    List<Comment> ofAuthor(long author, long before, int limit) {
        return em.createQuery(
                        COMMENT + "where c.author.id = :author and c.id < :before order by c.id desc", Comment.class)
                .setParameter("author", author)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** All revisions of these comments, the first one first. One query. */
    List<Revision> revisionsOf(Collection<Long> comments) {
        if (comments.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select r from Revision r left join fetch r.position left join fetch r.argued where r.comment.id in :ids"
                                + " order by r.comment.id, r.number",
                        Revision.class)
                .setParameter("ids", comments)
                .getResultList();
    }

    /** Whether that many of the author's comments are published. */
    boolean hasPublished(Account author, int number) {
        return em.createQuery(
                                "select c.id from Comment c where c.author = :author and c.state = :published",
                                Long.class)
                        .setParameter("author", author)
                        .setParameter("published", CommentState.PUBLISHED)
                        .setMaxResults(number)
                        .getResultList()
                        .size()
                >= number;
    }

    /** Whether the author said the same in another comment, and did not take it back. */
    boolean hasSaid(Account author, String digest, @Nullable Comment butIn) {
        return !em.createQuery(
                        "select r.id from Revision r where r.digest = :digest and r.comment.author = :author"
                                + " and r.number = r.comment.latestNumber and r.comment.state <> :withdrawn"
                                + " and r.comment.id <> :but",
                        Long.class)
                .setParameter("digest", digest)
                .setParameter("author", author)
                .setParameter("withdrawn", CommentState.WITHDRAWN)
                .setParameter("but", butIn == null ? -1L : butIn.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    // ---- Word lists

    /** In the order of their letters. */
    List<String> words(WordList list) {
        return em.createQuery("select w.word from ListedWord w where w.list = :list order by w.word", String.class)
                .setParameter("list", list)
                .getResultList();
    }

    void add(WordList list, Collection<String> words) {
        words.forEach(word -> em.persist(new ListedWord(list, word)));
    }

    /** Whether it was there. */
    boolean remove(WordList list, String word) {
        return em.createQuery("delete from ListedWord w where w.list = :list and w.word = :word")
                        .setParameter("list", list)
                        .setParameter("word", word)
                        .executeUpdate()
                == 1;
    }

    void replace(WordList list, Collection<String> words) {
        em.createQuery("delete from ListedWord w where w.list = :list")
                .setParameter("list", list)
                .executeUpdate();
        words.forEach(word -> em.persist(new ListedWord(list, word)));
    }
}
