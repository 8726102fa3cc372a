package contested.moderation;

import contested.account.Account;
import contested.discussion.Comment;
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

/** A reader's wish that a moderator look at a comment. One a person and comment; its outcome is told to that person. */
@Entity
public class Report {

    public static final int MAX_WORDS_CHARS = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Comment comment;

    /** The one that the reader saw. */
    private int revisionNumber;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account reporter;

    @Enumerated(EnumType.STRING)
    private ReportReason reason;

    /** Null for most; erased when the comment is redacted. */
    private @Nullable String words;

    private Instant madeAt;

    /** Null while it waits. */
    @Enumerated(EnumType.STRING)
    private @Nullable ReportOutcome outcome;

    /** The decision that settled it; null while it waits. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Decision decision;

    protected Report() {}

    Report(Comment comment, Account reporter, ReportReason reason, String words, Instant now) {
        this.comment = comment;
        this.revisionNumber = comment.published().orElse(comment.latest()).number();
        this.reporter = reporter;
        this.reason = reason;
        this.words = words.isEmpty() ? null : words;
        this.madeAt = now;
    }

    void settle(ReportOutcome newOutcome, Decision by) {
        outcome = newOutcome;
        decision = by;
    }

    /** Waits again, since what settled it was undone. */
    void reopen() {
        outcome = null;
        decision = null;
    }

    public Long id() {
        return id;
    }

    public Comment comment() {
        return comment;
    }

    public int revisionNumber() {
        return revisionNumber;
    }

    public Account reporter() {
        return reporter;
    }

    public ReportReason reason() {
        return reason;
    }

    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** Empty while it waits. */
    public Optional<ReportOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }
}
