package contested.moderation;

import contested.account.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** That a moderator would like a colleague to look at a comment. Goes with the next decision on it. */
@Entity
public class SecondOpinion {

    public static final int MAX_NOTE_CHARS = 500;

    @Id
    private Long commentId;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account askedBy;

    private String note;

    private Instant askedAt;

    protected SecondOpinion() {}

    SecondOpinion(long commentId, Account askedBy, String note, Instant now) {
        this.commentId = commentId;
        ask(askedBy, note, now);
    }

    final void ask(Account who, String newNote, Instant now) {
        askedBy = who;
        note = newNote;
        askedAt = now;
    }

    public Long commentId() {
        return commentId;
    }

    public Account askedBy() {
        return askedBy;
    }

    public String note() {
        return note;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
