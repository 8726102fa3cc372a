package contested.workshop;

import contested.question.Position;
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

/**
 * What somebody holds before or after the discussion. Shown to the one who cast it while it can be changed, and to
 * nobody else; counted once nobody votes any more. No time is kept: it would tell whose it is.
 */
@Entity
public class Ballot {

    public static final int MIN_CONFIDENCE = 1;
    public static final int MAX_CONFIDENCE = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @Enumerated(EnumType.STRING)
    private BallotRound round;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable WorkshopMember member;

    private String pair;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Position position;

    private int confidence;

    protected Ballot() {}

    Ballot(AgendaItem item, BallotRound round, WorkshopMember member, String pair) {
        this.item = item;
        this.round = round;
        this.member = member;
        this.pair = pair;
    }

    /** @throws IllegalArgumentException When the confidence is outside its range. */
    void cast(@Nullable Position newPosition, int newConfidence) {
        if (newConfidence < MIN_CONFIDENCE || newConfidence > MAX_CONFIDENCE) {
            throw new IllegalArgumentException("confidence");
        }
        position = newPosition;
        confidence = newConfidence;
    }

    AgendaItem item() {
        return item;
    }

    public BallotRound round() {
        return round;
    }

    /** Empty for somebody who is not sure. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public int confidence() {
        return confidence;
    }

    String pair() {
        return pair;
    }
}
