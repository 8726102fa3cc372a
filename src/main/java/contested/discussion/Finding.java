package contested.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one intake check said of one revision, for the moderators. */
@Entity
public class Finding {

    /** What follows from it. */
    public enum Outcome {
        /** Nothing. */
        FINE,
        /** A moderator looks first. */
        HELD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Revision revision;

    /** The check's name, a part of message keys. */
    private String checkName;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    /** What it saw, such as the word that is on a list; null when there is nothing to tell. */
    private @Nullable String detail;

    protected Finding() {}

    Finding(Revision revision, String checkName, Outcome outcome, @Nullable String detail) {
        this.revision = revision;
        this.checkName = checkName;
        this.outcome = outcome;
        this.detail = detail;
    }

    /** Takes away what it quoted. */
    void forget() {
        detail = null;
    }

    /** What the check found, as a key of the message bundles; the {@link #detail} stands beside it. */
    public String key() {
        return "comment.finding." + checkName;
    }

    public String checkName() {
        return checkName;
    }

    /** Whether the check held the comment back, so that a moderator looks first. */
    public boolean isHeld() {
        return outcome == Outcome.HELD;
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }
}
