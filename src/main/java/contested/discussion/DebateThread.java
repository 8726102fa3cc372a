package contested.discussion;

import contested.question.Question;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** The moderated conversation on one question. Called so because Java has a Thread of its own. */
@Entity
@Table(name = "thread")
@DynamicUpdate // the count is kept by the database; a change of the mode must not write it back
public class DebateThread {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    private Question question;

    @Enumerated(EnumType.STRING)
    private ThreadMode mode = ThreadMode.BEFORE;

    /** Kept, not counted: how many comments readers see. Raised and lowered by the repository, within the database. */
    @Column(updatable = false)
    private int publishedCount;

    protected DebateThread() {}

    public DebateThread(Question question) {
        this.question = question;
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

    public ThreadMode mode() {
        return mode;
    }

    public boolean isOpen() {
        return mode != ThreadMode.CLOSED;
    }

    public int publishedCount() {
        return publishedCount;
    }
}
