package contested.discussion;

import contested.account.Account;
import contested.passage.Passage;
import contested.question.Position;
import contested.shared.Slug;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A contribution to a thread. Takes a position, asks, or does neither; cites passages or none; may answer another. What
 * it says stands in its revisions; readers see the published one.
 */
@Entity
@DynamicUpdate // counts are kept by the database; a change of something else must not write them back
public class Comment {

    /** Deeper answers continue flat: on a phone a fourth step leaves no room to read. Counted from 0. */
    public static final int MAX_REPLY_DEPTH = 2;

    /** How long an author corrects a published comment freely, as long as nobody has answered it. */
    public static final Duration FREE_EDITING = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private DebateThread thread;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment parent;

    /** The comment at the top of this conversation; null for that one itself. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment root;

    private int depth;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account author;

    @Enumerated(EnumType.STRING)
    private Stance stance;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Position position;

    /** For which position it argues as an exercise; null for everything that is meant. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Position argued;

    @Enumerated(EnumType.STRING)
    private CommentState state = CommentState.PENDING;

    /** The number of the revision that readers see; null before one was published. */
    private @Nullable Integer publishedNumber;

    private int latestNumber;

    /** Made by the form; the same one again is the same comment, not a second. */
    private String submissionKey;

    private Instant createdAt;

    private @Nullable Instant publishedAt;

    /** When readers got a later revision to see; null when they see the first. */
    private @Nullable Instant editedAt;

    private Instant stateSince;

    /**
     * Whether readers know of it: it was published once, so its place and what answers it stay whatever becomes of it.
     */
    private boolean placed;

    /**
     * Published answers: direct ones, and for the comment at the top all of its conversation. Kept, not counted; only the
     * repository changes it, within the database, so that a moderator's decision never writes an old number back.
     */
    @Column(updatable = false)
    private int publishedReplies;

    /** How many passages the published revision cites. */
    private int citationCount;

    @Version
    private long version;

    @OneToMany(mappedBy = "comment", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<Revision> revisions = new ArrayList<>();

    protected Comment() {}

    /**
     * @param position the position it takes, or argues for as an exercise; null when it does neither
     * @param parent   what it answers; null when it answers nothing
     */
    public Comment(
            Slug slug,
            DebateThread thread,
            @Nullable Comment parent,
            Account author,
            Stance stance,
            @Nullable Position position,
            String submissionKey,
            Instant now) {
        this.slug = slug.value();
        this.thread = thread;
        this.parent = parent;
        this.root = parent == null ? null : parent.root == null ? parent : parent.root;
        this.depth = parent == null ? 0 : Math.min(parent.depth + 1, MAX_REPLY_DEPTH);
        this.author = author;
        this.submissionKey = submissionKey;
        this.createdAt = now;
        this.stateSince = now;
        take(stance, position);
    }

    /** What it says about the question's positions. @throws IllegalArgumentException When stance and position disagree. */
    public final void take(Stance newStance, @Nullable Position newPosition) {
        requireAgreement(newStance, newPosition);
        stance = newStance;
        position = newStance == Stance.TAKES ? newPosition : null;
        argued = newStance == Stance.EXERCISE ? newPosition : null;
    }

    /** As the revision has it; a position of another question, from which it was moved since, is none here. */
    private void takeAs(Revision revision) {
        Position named = revision.named()
                .filter(p -> p.question().equals(thread.question()))
                .orElse(null);
        take(revision.stance().namesPosition() && named == null ? Stance.NONE : revision.stance(), named);
    }

    private static void requireAgreement(Stance stance, @Nullable Position position) {
        if (stance.namesPosition() != (position != null)) {
            throw new IllegalArgumentException("a position belongs to a comment that names one, and only to it");
        }
    }

    /** A new revision that says the same of the question's positions. */
    public Revision revise(String text, List<Passage> citations, Instant now) {
        return revise(stance, position == null ? argued : position, text, citations, now);
    }

    /** A new revision, which readers do not see before it is published: until then they see the earlier one's position. */
    public Revision revise(
            Stance newStance, @Nullable Position newPosition, String text, List<Passage> citations, Instant now) {
        requireAgreement(newStance, newPosition);
        latestNumber++;
        Revision revision = new Revision(this, latestNumber, newStance, newPosition, text, citations, now);
        revisions.add(revision);
        if (publishedNumber == null) {
            take(newStance, newPosition);
        }
        return revision;
    }

    /** Lets readers see the latest revision. @throws IllegalStateException When that may not follow. */
    public void publish(Instant now) {
        if (state != CommentState.PUBLISHED) {
            become(CommentState.PUBLISHED, now);
        }
        boolean first = publishedNumber == null;
        boolean newer = !first && publishedNumber < latestNumber;
        publishedNumber = latestNumber;
        takeAs(latest());
        citationCount = latest().citations().size();
        placed = true;
        if (first) {
            publishedAt = now;
        } else if (newer) {
            editedAt = now;
        }
    }

    /** @throws IllegalStateException When that state may not follow this one. */
    public void become(CommentState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " may not become " + next);
        }
        state = next;
        stateSince = now;
        if (next == CommentState.REDACTED) {
            revisions.forEach(Revision::empty);
            citationCount = 0;
        }
    }

    /** Takes the texts away and leaves the place, when the author's account is erased with its texts. */
    public void erase(Instant now) {
        if (state != CommentState.WITHDRAWN && state != CommentState.REDACTED) {
            become(CommentState.WITHDRAWN, now);
        }
        revisions.forEach(Revision::empty);
        citationCount = 0;
    }

    /**
     * Goes back to where it was before a moderator's act.
     *
     * @param seen the number of the revision that readers saw then; null for none
     * @throws IllegalStateException When its text is gone, or its author took it back.
     */
    public void returnTo(CommentState former, @Nullable Integer seen, Instant now) {
        if (state == CommentState.REDACTED || state == CommentState.WITHDRAWN) {
            throw new IllegalStateException(state + " stays");
        }
        state = former;
        stateSince = former == CommentState.PENDING ? latest().createdAt() : now;
        publishedNumber = seen;
        if (seen == null) {
            publishedAt = null;
            placed = false;
            citationCount = 0;
        } else {
            citationCount = revisions.get(seen - 1).citations().size();
        }
        editedAt = seen == null || seen == 1 ? null : revisions.get(seen - 1).createdAt();
    }

    /** Begins a conversation of its own under another question. What answers it must {@link #follow} it there. */
    public void moveTo(DebateThread other) {
        parent = null;
        root = null;
        depth = 0;
        leaveFor(other);
    }

    /** Goes where the comment that it answers has gone. */
    public void follow() {
        Comment answered = Objects.requireNonNull(parent, "answers nothing");
        root = answered.root == null ? answered : answered.root;
        depth = Math.min(answered.depth + 1, MAX_REPLY_DEPTH);
        leaveFor(answered.thread);
    }

    /** Positions are a question's own, so none is held under another one. */
    private void leaveFor(DebateThread other) {
        thread = other;
        if (stance.namesPosition()) {
            take(Stance.NONE, null);
        }
    }

    /** Whether the author may still correct it without a moderator. */
    public boolean isFreelyEditableAt(Instant now) {
        return state == CommentState.PUBLISHED
                && publishedReplies == 0
                && publishedAt != null
                && now.isBefore(publishedAt.plus(FREE_EDITING));
    }

    /** The revision with which it was published at first. @throws IllegalStateException When it never was. */
    Revision firstPublished() {
        if (publishedAt == null) {
            throw new IllegalStateException("never published: " + slug);
        }
        return revisions.stream()
                .filter(r -> !r.createdAt().isAfter(publishedAt))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Whether a later revision waits while readers see an earlier one. */
    public boolean hasWaitingRevision() {
        return state == CommentState.PUBLISHED && publishedNumber != null && publishedNumber < latestNumber;
    }

    public Long id() {
        return id;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public DebateThread thread() {
        return thread;
    }

    public Optional<Comment> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<Comment> root() {
        return Optional.ofNullable(root);
    }

    /** Steps below the top, from 0 to {@link #MAX_REPLY_DEPTH}. */
    public int depth() {
        return depth;
    }

    public Account author() {
        return author;
    }

    public Stance stance() {
        return stance;
    }

    /** Of the position that its author takes; empty where it takes none, and for an exercise. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    /** For which position it argues as an exercise; empty for everything that is meant. */
    public Optional<Position> argued() {
        return Optional.ofNullable(argued);
    }

    public CommentState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> editedAt() {
        return Optional.ofNullable(editedAt);
    }

    public Instant stateSince() {
        return stateSince;
    }

    /** Whether readers know of it, since it was published once. */
    public boolean isPlaced() {
        return placed;
    }

    public int publishedReplies() {
        return publishedReplies;
    }

    public int citationCount() {
        return citationCount;
    }

    public long version() {
        return version;
    }

    /** The number of the revision that readers see or saw last; empty before one was published. */
    Optional<Integer> publishedNumber() {
        return Optional.ofNullable(publishedNumber);
    }

    int latestNumber() {
        return latestNumber;
    }

    /** All of them, the first one first. */
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** The last one written. */
    public Revision latest() {
        return revisions.get(revisions.size() - 1);
    }

    /** The one that readers see; empty before one was published. */
    public Optional<Revision> published() {
        return Optional.ofNullable(publishedNumber).map(n -> revisions.get(n - 1));
    }
}
