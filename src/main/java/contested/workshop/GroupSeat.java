package contested.workshop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** In which small group a participant talks about a question of the agenda. */
@Entity
public class GroupSeat {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private WorkshopMember member;

    /** The group's, from 1. */
    private int number;

    protected GroupSeat() {}

    GroupSeat(AgendaItem item, WorkshopMember member, int number) {
        this.item = item;
        this.member = member;
        this.number = number;
    }

    void moveTo(int group) {
        number = group;
    }

    AgendaItem item() {
        return item;
    }

    WorkshopMember member() {
        return member;
    }

    int number() {
        return number;
    }
}
