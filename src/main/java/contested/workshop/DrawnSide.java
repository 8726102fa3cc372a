package contested.workshop;

import contested.question.Position;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** For which position a participant is to argue as an exercise, whatever they hold themselves: the lot fell so. */
@Entity
public class DrawnSide {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private AgendaItem item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private WorkshopMember member;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Position position;

    protected DrawnSide() {}

    DrawnSide(AgendaItem item, WorkshopMember member, Position position) {
        this.item = item;
        this.member = member;
        this.position = position;
    }

    AgendaItem item() {
        return item;
    }

    WorkshopMember member() {
        return member;
    }

    Position position() {
        return position;
    }
}
