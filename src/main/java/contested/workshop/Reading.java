package contested.workshop;

import contested.passage.Passage;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A passage that everybody is asked to read before all else on a question of the agenda. */
@Entity
public class Reading {

    /** More is not read before the others begin to talk. */
    public static final int MAX_EACH = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Passage passage;

    /** Its place among them, from 1. */
    private int rank;

    protected Reading() {}

    Reading(AgendaItem item, Passage passage, int rank) {
        this.item = item;
        this.passage = passage;
        this.rank = rank;
    }

    void moveTo(int newRank) {
        rank = newRank;
    }

    Long id() {
        return id;
    }

    AgendaItem item() {
        return item;
    }

    public Passage passage() {
        return passage;
    }

    public int rank() {
        return rank;
    }
}
