package contested.discussion;

import contested.passage.Passage;
import contested.question.Position;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a comment said at one time, with what it cited then. Never changed; only its text may be taken away. */
@Entity
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Comment comment;

    /** Counted from 1 within its comment. */
    private int number;

    @Enumerated(EnumType.STRING)
    private Stance stance;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Position position;

    /** For which position it argues as an exercise. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Position argued;

    /** As typed, line ends as LF; null once redacted or erased. */
    private @Nullable String text;

    /** Tells the same text again without comparing texts, see {@link CommentText#digest()}; null with the text. */
    private @Nullable String digest;

    private Instant createdAt;

    @ManyToMany
    @JoinTable(
            name = "revision_citations",
            joinColumns = @JoinColumn(name = "revision_id"),
            inverseJoinColumns = @JoinColumn(name = "passage_id"))
    @OrderColumn(name = "rank")
    private List<Passage> citations = new ArrayList<>();

    @OneToMany(mappedBy = "revision", cascade = CascadeType.PERSIST)
    private List<Finding> findings = new ArrayList<>();

    protected Revision() {}

    Revision(
            Comment comment,
            int number,
            Stance stance,
            @Nullable Position position,
            String text,
            List<Passage> citations,
            Instant now) {
        this.comment = comment;
        this.number = number;
        this.stance = stance;
        this.position = stance == Stance.TAKES ? position : null;
        this.argued = stance == Stance.EXERCISE ? position : null;
        this.text = text;
        this.digest = new CommentText(text).digest();
        this.citations.addAll(citations);
        this.createdAt = now;
    }

    void find(String check, Finding.Outcome outcome, @Nullable String detail) {
        findings.add(new Finding(this, check, outcome, detail));
    }

    /** Takes the text, what it cited and what the checks quoted from it away for good. */
    void empty() {
        text = null;
        digest = null;
        citations.clear();
        findings.forEach(Finding::forget);
    }

    public Long id() {
        return id;
    }

    public Comment comment() {
        return comment;
    }

    public int number() {
        return number;
    }

    public Stance stance() {
        return stance;
    }

    /** The position that it takes; empty where it takes none, and for an exercise. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    /** For which position it argues as an exercise. */
    public Optional<Position> argued() {
        return Optional.ofNullable(argued);
    }

    /** The position that it takes or argues for. */
    Optional<Position> named() {
        return position().or(this::argued);
    }

    /** Empty once redacted or erased. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<Passage> citations() {
        return List.copyOf(citations);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
