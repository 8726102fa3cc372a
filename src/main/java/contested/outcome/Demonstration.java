package contested.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** That the demonstration was played here, which outlives its workshops: once removed, it does not come back by itself. */
@Entity
public class Demonstration {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant playedAt;

    protected Demonstration() {}

    Demonstration(Instant now) {
        this.playedAt = now;
    }

    public Instant playedAt() {
        return playedAt;
    }
}
