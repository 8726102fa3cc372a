package contested.web;

import contested.access.WorkshopPermission;
import contested.passage.Passage;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.AgendaItem;
import contested.workshop.DivisionService;
import contested.workshop.Reading;
import contested.workshop.ReadingService;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/{workshop}/questions/{slug}/learning}: how people learn with one question, for those who lead. */
@Named
@RequestScoped
public class WorkshopLearningPage implements FormPage {

    private static final String DO = "do";
    private static final String RANK = "rank-";
    private static final String GROUP_OF = "group-of-";
    private static final Set<String> DONE = Set.of("reading", "groups", "moved", "practice");

    @Inject
    private WorkshopRoom room;

    @Inject
    private WorkshopService service;

    @Inject
    private ReadingService readings;

    @Inject
    private DivisionService divisions;

    @Inject
    private QuestionPage page;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private AgendaItem item;
    private @Nullable List<Slug> reading;

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
        item = service.item(visitor.actor(), workshop(), address.slug());
    }

    private Slug workshop() {
        return room.getWorkshop().slug();
    }

    private Slug question() {
        return item.question().slug();
    }

    @Override
    public @Nullable String submit() {
        switch (form.value(DO)) {
            case "reading" -> {
                List<Slug> wanted = wanted();
                if (form.isRefused()) {
                    return null;
                }
                readings.choose(visitor.actor(), workshop(), question(), wanted);
                return done("reading");
            }
            case "groups" -> {
                divisions.divide(visitor.actor(), workshop(), question(), groups());
                return done("groups");
            }
            case "again" -> {
                divisions.divideAgain(visitor.actor(), workshop(), question());
                return done("groups");
            }
            case "move" -> {
                divisions.move(visitor.actor(), workshop(), question(), moved());
                return done("moved");
            }
            case "practice" -> {
                divisions.swapSides(visitor.actor(), workshop(), question(), form.has("side-swap", "yes"));
                divisions.pairReplies(visitor.actor(), workshop(), question(), form.has("pair-replies", "yes"));
                return done("practice");
            }
            default -> throw new NotFoundException("nothing to do");
        }
    }

    private String done(String what) {
        return links.workshopLearningDone(workshop(), question(), what);
    }

    /** What is no number is out of every range. */
    private int groups() {
        return TypedValue.number(form.value("groups"))
                .filter(n -> n <= DivisionService.MAX_GROUPS)
                .map(Long::intValue)
                .orElse(-1);
    }

    private Map<Long, Integer> moved() {
        Map<Long, Integer> all = new HashMap<>();
        divisions.groups(visitor.actor(), workshop(), question()).values().stream()
                .flatMap(List::stream)
                .map(WorkshopMember::id)
                .forEach(id -> form.find(GROUP_OF + id)
                        .flatMap(TypedValue::number)
                        .filter(n -> n <= DivisionService.MAX_GROUPS)
                        .ifPresent(n -> all.put(id, n.intValue())));
        return all;
    }

    public int getMinGroups() {
        return DivisionService.MIN_GROUPS;
    }

    public int getMaxGroups() {
        return DivisionService.MAX_GROUPS;
    }

    /** The passages with a number, in the order of their numbers; of two with the same, as the question has them. */
    private List<Slug> wanted() {
        Map<Long, List<Slug>> ranked = new TreeMap<>();
        for (Passage passage : getPassages()) {
            String field = field(passage);
            form.find(field).ifPresent(typed -> {
                long rank = TypedValue.number(typed)
                        .filter(n -> n >= 1 && n <= Reading.MAX_EACH)
                        .orElse(0L);
                if (rank == 0) {
                    form.refuse(new UserFacingException(field, "reading.rank", Reading.MAX_EACH));
                } else {
                    ranked.computeIfAbsent(rank, n -> new ArrayList<>()).add(passage.slug());
                }
            });
        }
        return ranked.values().stream().flatMap(List::stream).toList();
    }

    public String field(Passage passage) {
        return RANK + passage.slug();
    }

    /** What stands in the field for a passage's place: what was typed, else what holds. */
    public String rank(Passage passage) {
        if (form.has(DO, "reading")) {
            return form.value(field(passage));
        }
        List<Slug> all = reading;
        if (all == null) {
            all = readings.of(visitor.actor(), workshop(), question()).stream()
                    .map(r -> r.passage().slug())
                    .toList();
            reading = all;
        }
        int at = all.indexOf(passage.slug());
        return at < 0 ? "" : String.valueOf(at + 1);
    }

    public List<Passage> getPassages() {
        return page.getEvidence().passages();
    }

    public int getMaxReading() {
        return Reading.MAX_EACH;
    }

    public AgendaItem getItem() {
        return item;
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }
}
