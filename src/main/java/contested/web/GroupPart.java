package contested.web;

import contested.workshop.DivisionService;
import contested.workshop.WorkshopMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The small groups of a question: the reader's own, and those in whose thread they read. */
@Named
@RequestScoped
public class GroupPart {

    @Inject
    private DivisionService service;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Links links;

    private @Nullable Integer own;
    private @Nullable Map<Integer, List<WorkshopMember>> groups;

    private int count() {
        return room.getAgenda().stream()
                .filter(i -> i.question().slug().equals(address.slug()))
                .findFirst()
                .map(i -> i.groups())
                .orElse(0);
    }

    /** Whether people talk about this question in groups. */
    public boolean isGrouped() {
        return count() > 0;
    }

    /** The reader's own; 0 for none. */
    public int getOwn() {
        Integer found = own;
        if (found == null) {
            found = service.groupOf(visitor.actor(), room.getWorkshop().slug(), address.slug());
            own = found;
        }
        return found;
    }

    /** Who else is in it, where the workshop shows who writes. */
    public List<String> getCompanions() {
        return service.companions(visitor.actor(), room.getWorkshop().slug(), address.slug());
    }

    /** The group in whose thread this page stands; 0 for the plenary. */
    public int getHere() {
        return address.group();
    }

    /** Whether the reader only reads in the thread of this page: it is another group's. */
    public boolean isGuestHere() {
        return getHere() > 0 && !room.may("MODERATE") && getHere() != getOwn();
    }

    /** A thread that the reader may turn to. */
    public record Choice(int number, String address, boolean chosen, boolean own) {}

    /** The plenary, and each group in whose thread they read. */
    public List<Choice> getChoices() {
        List<Choice> all = new ArrayList<>();
        all.add(choice(0));
        IntStream.rangeClosed(1, count())
                .filter(n -> service.reads(visitor.actor(), room.getWorkshop().slug(), address.slug(), n))
                .mapToObj(this::choice)
                .forEach(all::add);
        return all;
    }

    private Choice choice(int number) {
        return new Choice(
                number,
                links.groupThread(room.getWorkshop().slug(), address.slug(), number),
                number == getHere(),
                number > 0 && number == getOwn());
    }

    /** Who is in which, for those who lead. */
    public List<Map.Entry<Integer, List<WorkshopMember>>> getAll() {
        Map<Integer, List<WorkshopMember>> found = groups;
        if (found == null) {
            found = service.groups(visitor.actor(), room.getWorkshop().slug(), address.slug());
            groups = found;
        }
        return List.copyOf(found.entrySet());
    }

    public List<Integer> getNumbers() {
        return IntStream.rangeClosed(1, count()).boxed().toList();
    }
}
