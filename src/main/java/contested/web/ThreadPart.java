package contested.web;

import contested.access.Actor;
import contested.discussion.CitedPassage;
import contested.discussion.Conversation;
import contested.discussion.Entry;
import contested.discussion.Stance;
import contested.discussion.ThreadColumns;
import contested.discussion.ThreadFigures;
import contested.discussion.ThreadFilter;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadMode;
import contested.discussion.ThreadOrder;
import contested.discussion.ThreadPage;
import contested.discussion.ThreadService;
import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people say under a question, as its page shows it: side by side; in one row, ordered and filtered; or the one
 * conversation that a permanent link leads to.
 */
@Named
@RequestScoped
public class ThreadPart {

    static final String COMMENT = "comment";

    /** What argues for a drawn position, as addresses, forms and messages call it. */
    static final String EXERCISE = "exercise";

    /** What the reader has just done here. */
    static final String DID = "did";

    static final String SENT = "sent";
    static final String WITHDRAWN = "withdrawn";

    /** From here on replies follow each other flat. */
    private static final int FLAT_DEPTH = 2;

    private static final String SORT = "sort";
    private static final String POSITION = "position";
    static final String CITED = "cited";
    private static final String AFTER = "after";
    private static final String FRAGMENT = "#thread";

    /** The orders by the names that addresses carry. */
    private static final Map<String, ThreadOrder> ORDERS = Map.of(
            "oldest", ThreadOrder.OLDEST,
            "newest", ThreadOrder.NEWEST,
            "most-cited", ThreadOrder.MOST_CITED);

    @Inject
    private ThreadService service;

    @Inject
    private QuestionPage page;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Links links;

    @Inject
    private Marks marks;

    @Inject
    private KeptParts parts;

    @Inject
    private WorkshopRoom room;

    @Inject
    private GroupPart groups;

    @Inject
    private Text text;

    private QuestionEvidence evidence;
    private ThreadFilter filter = ThreadFilter.ALL;
    private @Nullable ThreadOrder order;
    private ThreadMode mode = ThreadMode.BEFORE;
    private ThreadFigures figures;
    private List<ThreadColumns.Column> columns = List.of();
    private List<Entry> entries = List.of();
    private @Nullable Slug linked;
    private @Nullable String next;
    private String after = "";
    private boolean missing;

    @PostConstruct
    void load() {
        evidence = page.getEvidence();
        if (isOutOfSight()) {
            figures = ThreadFigures.NONE;
            return;
        }
        Optional<String> after = address.passing(AFTER).map(ThreadPart::cursor);
        this.after = after.orElse("");
        Optional<Conversation> conversation = address.parameter(COMMENT, name -> conversation(name, after));
        missing = conversation.isEmpty() && address.names(COMMENT);
        filter = requestedFilter();
        order = address.parameter(SORT, name -> Optional.ofNullable(ORDERS.get(name)))
                .orElse(null);
        if (conversation.isPresent()) {
            show(conversation.get());
        } else if (order != null || after.isPresent() || !filter.equals(ThreadFilter.ALL)) {
            show(service.page(visitor.actor(), thread(), filter, getOrder(), after.orElse(null)));
        } else {
            show(sideBySide());
        }
    }

    /** Most readers have nothing of their own here: to them it is a visitor's, and loaded once. */
    private ThreadColumns sideBySide() {
        if (!visitor.isSignedIn() || !thread().isPublic() || service.holdsOwn(visitor.actor(), thread())) {
            return service.sideBySide(visitor.actor(), thread());
        }
        return parts.loaded(
                "thread " + question(), ThreadColumns.class, () -> service.sideBySide(Actor.VISITOR, thread()));
    }

    private void show(Conversation conversation) {
        linked = conversation.linked();
        entries = List.of(conversation.top());
        next = conversation.next();
        mode = conversation.mode();
        figures = service.figures(visitor.actor(), thread());
    }

    private void show(ThreadPage one) {
        entries = one.entries();
        next = one.next();
        mode = one.mode();
        figures = one.figures();
    }

    private void show(ThreadColumns all) {
        columns = all.columns();
        mode = all.mode();
        figures = all.figures();
    }

    /** What is none under this question, or none this reader may know of, is ignored as any unknown name is. */
    private Optional<Conversation> conversation(String name, Optional<String> after) {
        try {
            return Slug.parse(name)
                    .map(slug -> service.conversation(visitor.actor(), thread(), slug, after.orElse(null)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private ThreadFilter requestedFilter() {
        ThreadFilter side = address.parameter(POSITION, name -> sides().stream()
                        .filter(s -> key(s).equals(name))
                        .findFirst())
                .orElse(ThreadFilter.ALL);
        Slug cited = address.parameter(CITED, name -> evidence.passages().stream()
                        .map(Passage::slug)
                        .filter(slug -> slug.value().equals(name))
                        .findFirst())
                .orElse(null);
        return new ThreadFilter(side.stance(), side.position(), cited);
    }

    private List<ThreadFilter> sides() {
        List<ThreadFilter> all = new ArrayList<>();
        evidence.question().positions().forEach(p -> all.add(ThreadFilter.taking(p.slot())));
        all.add(ThreadFilter.ASKS);
        all.add(ThreadFilter.NEITHER);
        all.add(ThreadFilter.EXERCISES);
        return all;
    }

    /** Before a workshop's discussion nobody is swayed by what others wrote, nor by how much of it there is. */
    private boolean isOutOfSight() {
        return !thread().isPublic() && !room.may("READ_THREADS");
    }

    private Slug question() {
        return evidence.question().slug();
    }

    private ThreadKey thread() {
        return address.thread();
    }

    /**
     * Whether everybody with the reader's rights sees the same: nothing here is the reader's own. What a workshop says is
     * not kept: no page that everybody reads changes with it.
     */
    public boolean isShared() {
        return thread().isPublic()
                && Stream.concat(entries.stream(), columns.stream().flatMap(c -> c.entries().stream()))
                        .noneMatch(ThreadPart::holdsOwn);
    }

    private static boolean holdsOwn(Entry entry) {
        return entry.own() || entry.replies().stream().anyMatch(ThreadPart::holdsOwn);
    }

    /** What is shown of the thread, as a name: the question, the view of it, and the rights on which links depend. */
    public String getName() {
        return String.join(
                " ",
                question().value(),
                String.valueOf(linked),
                String.valueOf(order),
                filter.toString(),
                after,
                String.valueOf(visitor.may("MODERATE")),
                String.valueOf(isWritable()));
    }

    public ThreadFigures getFigures() {
        return figures;
    }

    public boolean isOpen() {
        return mode != ThreadMode.CLOSED;
    }

    /** Whether this reader may write here, a visitor once signed in. Guests of a workshop write in that workshop alone. */
    public boolean isWritable() {
        return isOpen() && !isForeign() && (thread().isPublic() || room.may("WRITE") && !groups.isGuestHere());
    }

    private boolean isForeign() {
        return visitor.isGuest() && thread().isPublic();
    }

    /** Whether nothing stands here at all, for this reader. */
    public boolean isBare() {
        return figures.published() == 0
                && entries.isEmpty()
                && columns.stream().allMatch(c -> c.entries().isEmpty());
    }

    /** The comment that the address links to; null where it links to none. */
    @Nullable
    Slug getLinked() {
        return linked;
    }

    /** Whether the address links to a comment that is none, or none this reader may know of: they are told the same. */
    public boolean isMissing() {
        return missing;
    }

    /** {@code BEFORE}, {@code AFTER} or {@code CLOSED}. */
    public ThreadMode getMode() {
        return mode;
    }

    /** Whether this reader may report it; a visitor is led through the sign-in first. */
    public boolean isReportable(Entry entry) {
        return !entry.own() && entry.state().isRead() && !isForeign();
    }

    /** Whether one conversation is shown instead of the thread. */
    public boolean isConversation() {
        return linked != null;
    }

    public boolean isPublic() {
        return thread().isPublic();
    }

    /** Whether this reader takes it out of sight with one tap: those who lead a workshop do, in its threads. */
    public boolean isHideable(Entry entry) {
        return !isPublic() && entry.state().isRead() && room.may("MODERATE");
    }

    public boolean isSideBySide() {
        return linked == null && !columns.isEmpty();
    }

    /** Whether only some comments are shown, chosen by position or passage. */
    public boolean isFiltered() {
        return linked == null && !filter.equals(ThreadFilter.ALL);
    }

    /** The columns: one for each position, also where nobody takes it; the others only where they hold something. */
    public List<ThreadColumns.Column> getColumns() {
        return columns.stream()
                .filter(c -> c.filter().position() != null || !c.entries().isEmpty())
                .toList();
    }

    public List<Entry> getEntries() {
        return entries;
    }

    private ThreadOrder getOrder() {
        return order == null ? ThreadOrder.OLDEST : order;
    }

    /** A way to look at the thread. */
    public record Choice(String key, String address, boolean chosen) {}

    /** Side by side and the orders. */
    public List<Choice> getViews() {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("sides", at(Map.of()), isSideBySide()));
        for (String name : List.of("oldest", "newest", "most-cited")) {
            boolean chosen = linked == null && columns.isEmpty() && ORDERS.get(name) == getOrder();
            all.add(new Choice(name, at(parameters(name)), chosen));
        }
        return all;
    }

    /** The rest of what is shown; empty text where nothing is left. */
    public String getMore() {
        if (next == null) {
            return "";
        }
        Map<String, String> all = linked == null
                ? parameters(name(getOrder()))
                : new TreeMap<>(Map.of(COMMENT, entries.get(0).slug().value()));
        all.put(AFTER, inAddress(next));
        return at(all);
    }

    /** All comments of one column. */
    public String all(ThreadColumns.Column column) {
        return at(Map.of(POSITION, key(column.filter())));
    }

    /** The comments of one side alone, in the order that is chosen. */
    public String side(String side) {
        Map<String, String> all = order == null ? new TreeMap<>() : parameters(name(order));
        all.put(POSITION, side);
        return at(all);
    }

    /** Whether only the comments of that side are shown. */
    public boolean chosen(String side) {
        return isFiltered() && filter.stance() != null && key(filter).equals(side);
    }

    /** What is shown of the thread, in a sentence. */
    public String getFilteredLine() {
        Passage cited = getCited();
        List<String> parts = new ArrayList<>();
        if (filter.stance() != null) {
            parts.add(filter.position() != null ? "takes" : key(filter));
        }
        if (cited != null) {
            parts.add("cites");
        }
        String tab = cited == null ? "" : text.with("source.tab", cited.source().code(), cited.paragraph());
        Position position = position(filter.position());
        return text.with(
                "thread.filtered." + String.join(".", parts),
                filter.stance() == null ? tab : position == null ? "" : text.of(position.label()),
                tab);
    }

    /** A comment as those call it who hear the page: who, on which side, when. */
    public String label(Entry entry) {
        Position position = position(entry.position());
        return String.join(
                ", ", name(entry), position != null ? text.of(position.label()) : said(entry), text.moment(entry.at()));
    }

    private String said(Entry entry) {
        Position argued = position(entry.argued());
        return argued == null
                ? text.get(entry.stance() == Stance.ASKS ? "thread.asks" : "thread.none")
                : text.with("thread.exercise.for", text.of(argued.label()));
    }

    /** Who wrote it, or that nobody is left who did. */
    public String name(Entry entry) {
        String author = entry.author();
        return author == null ? text.get(thread().isPublic() ? "thread.nobody" : "thread.unnamed") : author;
    }

    /** What a reply answers that stands beside it instead of above it; null where its place says so. */
    public @Nullable Entry answered(Entry reply) {
        Slug answers = reply.answers();
        return answers == null || reply.depth() < FLAT_DEPTH
                ? null
                : Stream.concat(entries.stream(), columns.stream().flatMap(c -> c.entries().stream()))
                        .flatMap(top -> top.find(answers).stream())
                        .filter(found -> found.depth() >= FLAT_DEPTH)
                        .findFirst()
                        .orElse(null);
    }

    public String getWhole() {
        return at(Map.of());
    }

    public @Nullable Passage getCited() {
        return filter.passage() == null ? null : passage(filter.passage());
    }

    /** What a side is called by in addresses, in ids and among the messages. */
    public String key(ThreadFilter side) {
        if (side.position() != null) {
            return key(side.position());
        }
        return side.stance() == Stance.EXERCISE ? EXERCISE : side.stance() == Stance.ASKS ? "asks" : "none";
    }

    public String key(Position position) {
        return key(position.slot());
    }

    static String key(Slot slot) {
        return slot.name().toLowerCase(Locale.ROOT);
    }

    private int count(ThreadFilter side) {
        if (side.position() != null) {
            return figures.on(side.position());
        }
        return side.stance() == Stance.EXERCISE
                ? figures.exercises()
                : side.stance() == Stance.ASKS ? figures.asking() : figures.neither();
    }

    /** What a column holds, such as "2 and 3 answers"; a long one says how many there are with the answers. */
    public String tally(ThreadColumns.Column column) {
        int all = count(column.filter());
        if (column.next() != null) {
            return text.with("thread.side.together", all);
        }
        int own =
                (int) column.entries().stream().filter(e -> e.state().isRead()).count();
        return text.with("thread.side.tally", own, all - own);
    }

    /** How many published comments stand on a position. */
    public int on(Position position) {
        return figures.on(position.slot());
    }

    /** The position of that slot, also where the question offers it no more; null for none. */
    public @Nullable Position position(@Nullable Slot slot) {
        return slot == null ? null : evidence.question().everOffered(slot).orElse(null);
    }

    /** The passage that a comment names; null where it does not stand here any more. */
    public @Nullable Passage passage(CitedPassage cited) {
        return passage(cited.slug());
    }

    private @Nullable Passage passage(Slug slug) {
        return evidence.passages().stream()
                .filter(p -> p.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }

    public String citedStance(CitedPassage cited) {
        Passage passage = passage(cited);
        return passage == null ? "context" : marks.stance(passage);
    }

    public String citedRel(CitedPassage cited) {
        Passage passage = passage(cited);
        return passage == null ? "" : marks.rel(passage);
    }

    /** The mark of a comment: its position's, a question mark, or a dash. */
    public String stance(Entry entry) {
        return entry.position() != null ? key(entry.position()) : entry.stance() == Stance.ASKS ? "asks" : "context";
    }

    /** The class of a comment's place in the list. */
    public String kind(Entry entry) {
        if (entry.isPlace()) {
            return "is-removed";
        }
        return entry.own() && !entry.state().isRead()
                ? "is-awaiting is-" + entry.state().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Whether its author may change it now. */
    public boolean isChangeable(Entry entry) {
        return entry.own() && !entry.state().leavesPlace();
    }

    /** Whether this reader may answer it. */
    public boolean isAnswerable(Entry entry) {
        return isWritable() && entry.state().isRead();
    }

    private Map<String, String> parameters(String sort) {
        Map<String, String> all = new TreeMap<>(Map.of(SORT, sort));
        if (filter.stance() != null) {
            all.put(POSITION, key(filter));
        }
        if (filter.passage() != null) {
            all.put(CITED, filter.passage().value());
        }
        return all;
    }

    private static String name(ThreadOrder order) {
        return Arrays.stream(new String[] {"oldest", "newest", "most-cited"})
                .filter(name -> ORDERS.get(name) == order)
                .findFirst()
                .orElseThrow();
    }

    private String at(Map<String, String> parameters) {
        return links.to(Route.QUESTION, question().value(), parameters) + FRAGMENT;
    }

    /** Addresses carry names only, so the point in a cursor is a hyphen there. */
    private static String inAddress(String cursor) {
        return cursor.replace('.', '-');
    }

    private static String cursor(String carried) {
        return carried.replaceFirst("-", ".");
    }
}
