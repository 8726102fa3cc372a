package contested.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** What a moderator tells colleagues about a member. */
@Entity
public class MemberNote {

    public static final int MAX_TEXT_CHARS = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account writtenBy;

    private String text;

    private Instant writtenAt;

    protected MemberNote() {}

    MemberNote(Account account, Account writtenBy, String text, Instant now) {
        this.account = account;
        this.writtenBy = writtenBy;
        this.text = text;
        this.writtenAt = now;
    }

    public Long id() {
        return id;
    }

    public Account writtenBy() {
        return writtenBy;
    }

    public String text() {
        return text;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
