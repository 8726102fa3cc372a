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

/** How many people without a device gave one answer, counted by hand. Shown apart: nobody can pair them. */
@Entity
public class PaperCount {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @Enumerated(EnumType.STRING)
    private BallotRound round;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Position position;

    private int people;

    protected PaperCount() {}

    PaperCount(AgendaItem item, BallotRound round, @Nullable Position position, int people) {
        this.item = item;
        this.round = round;
        this.position = position;
        this.people = people;
    }

    public BallotRound round() {
        return round;
    }

    /** Empty for those who are not sure. */
    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public int people() {
        return people;
    }
}
