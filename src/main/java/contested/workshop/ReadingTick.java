package contested.workshop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** That somebody says they have read a passage. Shown to them alone; others are told how many have. */
@Entity
public class ReadingTick {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Reading reading;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable WorkshopMember member;

    protected ReadingTick() {}

    ReadingTick(Reading reading, WorkshopMember member) {
        this.reading = reading;
        this.member = member;
    }

    Reading reading() {
        return reading;
    }
}
