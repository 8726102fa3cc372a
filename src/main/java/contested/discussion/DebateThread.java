package contested.discussion;

import contested.question.Question;
import contested.workshop.Workshop;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The moderated conversation on one question, public or within one workshop. Called so because Java has a Thread of its
 * own.
 */
@Entity
@Table(name = "thread")
@DynamicUpdate // the count is kept by the database; a change of the mode must not write it back
public class DebateThread {

    static final String PUBLIC = "public";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Question question;

    /** Whose it is; null for the public one. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Workshop workshop;

    /** The same as a name, so that two who begin it at once make one. */
    private String room = PUBLIC;

    /** Which small group's of the workshop; 0 for the plenary and the public one. */
    private int groupNumber;

    @Enumerated(EnumType.STRING)
    private ThreadMode mode = ThreadMode.BEFORE;

    /** Kept, not counted: how many comments readers see. Raised and lowered by the repository, within the database. */
    @Column(updatable = false)
    private int publishedCount;

    protected DebateThread() {}

    public DebateThread(Question question) {
        this.question = question;
    }

    /** One that only this workshop sees, moderated as it says. */
    public DebateThread(Question question, Workshop workshop) {
        this(question, workshop, 0);
    }

    /** One that only a small group of this workshop sees. @param group 0 for all of it */
    DebateThread(Question question, Workshop workshop, int group) {
        this.question = question;
        this.workshop = workshop;
        this.groupNumber = group;
        this.room = "w" + workshop.id() + (group == 0 ? "" : " g" + group);
        this.mode = workshop.isReviewFirst() ? ThreadMode.BEFORE : ThreadMode.AFTER;
    }

    public void moderate(ThreadMode newMode) {
        mode = newMode;
    }

    public Long id() {
        return id;
    }

    public Question question() {
        return question;
    }

    /** Empty for a public one. */
    public Optional<Workshop> workshop() {
        return Optional.ofNullable(workshop);
    }

    public ThreadKey key() {
        return new ThreadKey(question.slug(), workshop == null ? null : workshop.slug(), groupNumber);
    }

    /** Which small group's; 0 for the plenary and the public one. */
    public int group() {
        return groupNumber;
    }

    /** Of a workshop's thread its facilitators decide, for all its questions at once. */
    public ThreadMode mode() {
        return workshop == null ? mode : workshop.isReviewFirst() ? ThreadMode.BEFORE : ThreadMode.AFTER;
    }

    public boolean isOpen() {
        return mode() != ThreadMode.CLOSED;
    }

    public int publishedCount() {
        return publishedCount;
    }
}
