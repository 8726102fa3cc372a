package contested.discussion;

import contested.question.Slot;
import contested.shared.Slug;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/**
 * How many published comments of a thread stand behind one thing: a position, asking, neither, a cited passage. Kept, not
 * counted; only the repository changes it, within the database.
 */
@Entity
public class Tally {

    private static final String POSITION = "position ";
    private static final String PASSAGE = "passage ";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private DebateThread thread;

    /** What is counted, by name rather than by key: a pack may replace a position and means the same. */
    private String subject;

    private int published;

    protected Tally() {}

    Tally(DebateThread thread, String subject, int published) {
        this.thread = thread;
        this.subject = subject;
        this.published = published;
    }

    static String of(Slot position) {
        return POSITION + position.name();
    }

    static String of(Stance stance) {
        return stance.name();
    }

    static String of(Slug passage) {
        return PASSAGE + passage.value();
    }
}
