package contested.moderation;

import contested.account.Account;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.DebateThread;
import contested.discussion.Revision;
import contested.discussion.ThreadMode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody, or a rule that works by itself, did something with one revision of a comment, or with a thread. Written
 * once and never changed: the database refuses it. Holds ids, names and times; words to the author are
 * {@link DecisionWords}.
 */
@Entity
public class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** Null where a whole thread was decided on. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment comment;

    /** In which the comment stood then. */
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private DebateThread thread;

    /** Where the comment was moved to; null for every other kind. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable DebateThread targetThread;

    private @Nullable Integer revisionNumber;

    @Enumerated(EnumType.STRING)
    private DecisionKind kind;

    private @Nullable String ruleKey;

    /** The version of the house rules that the rule was read in; null with it. */
    private @Nullable Integer rulesVersion;

    /** Null for an automatic decision. Colleagues see who it is, authors and readers never. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Account moderator;

    private boolean automatic = true;

    private Instant decidedAt;

    /** The decision that this one takes back; null for most. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Decision undoes;

    @Enumerated(EnumType.STRING)
    private @Nullable CommentState formerState;

    /** The revision that readers saw before. */
    private @Nullable Integer formerNumber;

    @Enumerated(EnumType.STRING)
    private @Nullable ThreadMode formerMode;

    protected Decision() {}

    private Decision(DecisionKind kind, DebateThread thread, Instant now) {
        this.kind = kind;
        this.thread = thread;
        this.decidedAt = now;
    }

    /** An automatic one, until it is said to be {@link #by} somebody; made before the comment changes. */
    static Decision on(Comment comment, DecisionKind kind, Instant now) {
        Decision decision = new Decision(kind, comment.thread(), now);
        Optional<Integer> published = comment.published().map(Revision::number);
        decision.comment = comment;
        decision.formerState = comment.state();
        decision.formerNumber = published.orElse(null);
        decision.revisionNumber = kind.isAboutWhatReadersSee() && published.isPresent()
                ? published.get()
                : Integer.valueOf(comment.latest().number());
        return decision;
    }

    /** Made before the thread changes. */
    static Decision on(DebateThread thread, DecisionKind kind, Instant now) {
        Decision decision = new Decision(kind, thread, now);
        decision.formerMode = thread.mode();
        return decision;
    }

    Decision by(Account who) {
        moderator = who;
        automatic = false;
        return this;
    }

    Decision under(String rule, int version) {
        ruleKey = rule;
        rulesVersion = version;
        return this;
    }

    Decision to(DebateThread target) {
        targetThread = target;
        return this;
    }

    Decision undoing(Decision earlier) {
        undoes = earlier;
        return this;
    }

    public Long id() {
        return id;
    }

    /** Empty where a whole thread was decided on. */
    public Optional<Comment> comment() {
        return Optional.ofNullable(comment);
    }

    public DebateThread thread() {
        return thread;
    }

    public Optional<DebateThread> targetThread() {
        return Optional.ofNullable(targetThread);
    }

    public Optional<Integer> revisionNumber() {
        return Optional.ofNullable(revisionNumber);
    }

    public DecisionKind kind() {
        return kind;
    }

    /** The key of the house rule; empty where none was needed. */
    public Optional<String> rule() {
        return Optional.ofNullable(ruleKey);
    }

    public Optional<Integer> rulesVersion() {
        return Optional.ofNullable(rulesVersion);
    }

    /** Empty for an automatic one. For the moderators' pages only. */
    public Optional<Account> moderator() {
        return Optional.ofNullable(moderator);
    }

    public boolean isAutomatic() {
        return automatic;
    }

    public boolean isBy(@Nullable Long account) {
        return moderator != null && moderator.id().equals(account);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Optional<Decision> undoes() {
        return Optional.ofNullable(undoes);
    }

    Optional<CommentState> formerState() {
        return Optional.ofNullable(formerState);
    }

    @Nullable
    Integer formerNumber() {
        return formerNumber;
    }

    Optional<ThreadMode> formerMode() {
        return Optional.ofNullable(formerMode);
    }
}
