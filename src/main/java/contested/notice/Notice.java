package contested.notice;

import contested.account.Account;
import contested.discussion.Comment;
import contested.moderation.Decision;
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

/** Something a person is told inside the portal. Holds no text: what it says is read from what it is about. */
@Entity
public class Notice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** Whom it is for. */
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    /** The comment it is about; for a reply, the reply. */
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Comment comment;

    /** Null where nobody decided anything. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Decision decision;

    private Instant madeAt;

    /** Null while it is new. */
    private @Nullable Instant readAt;

    protected Notice() {}

    Notice(Account account, NoticeKind kind, Comment comment, @Nullable Decision decision, Instant now) {
        this.account = account;
        this.kind = kind;
        this.comment = comment;
        this.decision = decision;
        this.madeAt = now;
    }

    /** The first time counts. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    public Long id() {
        return id;
    }

    public NoticeKind kind() {
        return kind;
    }

    public Comment comment() {
        return comment;
    }

    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** Empty while it is new. */
    public Optional<Instant> readAt() {
        return Optional.ofNullable(readAt);
    }

    public boolean isRead() {
        return readAt != null;
    }
}
