package contested.moderation;

import contested.discussion.Comment;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An author's wish that another moderator look at a decision. One for each decision; its outcome is final. */
@Entity
public class Appeal {

    public static final int MAX_WORDS_CHARS = 1000;

    /** Long enough for a class that meets every other week. Source: issue 3. */
    public static final Duration WITHIN = Duration.ofDays(14);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    private Decision decision;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Comment comment;

    /** Null when the author added none, or once the comment is redacted. */
    private @Nullable String words;

    private Instant madeAt;

    /** Null while it waits. */
    @Enumerated(EnumType.STRING)
    private @Nullable AppealOutcome outcome;

    /** The record of the outcome; null while it waits. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Decision settledBy;

    private boolean sameModerator;

    private @Nullable Instant settledAt;

    protected Appeal() {}

    Appeal(Decision decision, Comment comment, String words, Instant now) {
        this.decision = decision;
        this.comment = comment;
        this.words = words.isEmpty() ? null : words;
        this.madeAt = now;
    }

    /** Whether such a decision takes something from the author. */
    static boolean isPossibleAgainst(DecisionKind kind) {
        return kind.needsRule() || kind == DecisionKind.MOVE;
    }

    void settle(AppealOutcome newOutcome, Decision record, boolean bySame) {
        outcome = newOutcome;
        settledBy = record;
        sameModerator = bySame;
        settledAt = record.decidedAt();
    }

    public Long id() {
        return id;
    }

    public Decision decision() {
        return decision;
    }

    public Comment comment() {
        return comment;
    }

    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** Empty while it waits. */
    public Optional<AppealOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Decision> settledBy() {
        return Optional.ofNullable(settledBy);
    }

    /** Whether whoever decided first decided again, there being no other moderator. */
    public boolean isBySameModerator() {
        return sameModerator;
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
