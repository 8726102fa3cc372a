package contested.web;

import contested.access.WorkshopPermission;
import contested.passage.EvidenceService;
import contested.question.Question;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.AgendaItem;
import contested.workshop.Phase;
import contested.workshop.PhasePlan;
import contested.workshop.Workshop;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /workshops/{workshop}/settings}: agenda, texts, plan, and how much is shown. */
@Named
@RequestScoped
public class WorkshopSettingsPage implements FormPage {

    private static final String DO = "do";
    private static final Set<String> DONE = Set.of("describe", "plan", "show", "agenda", "ask", "kept");

    @Inject
    private WorkshopRoom room;

    @Inject
    private WorkshopService service;

    @Inject
    private EvidenceService evidence;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
    }

    private Slug slug() {
        return room.getWorkshop().slug();
    }

    @Override
    public String submit() {
        return switch (form.value(DO)) {
            case "describe" -> {
                describe();
                yield done("describe");
            }
            case "plan" -> {
                service.plan(visitor.actor(), slug(), planned());
                yield done("plan");
            }
            case "show" -> {
                service.show(
                        visitor.actor(),
                        slug(),
                        form.has("review", "before"),
                        form.has("authors", "yes"),
                        form.has("persons", "yes"));
                yield done("show");
            }
            case "kept" -> {
                service.keepPeople(visitor.actor(), slug(), keptDays());
                yield done("kept");
            }
            case "add" -> {
                service.addQuestion(visitor.actor(), slug(), question());
                yield done("agenda");
            }
            case "remove" -> {
                service.removeQuestion(visitor.actor(), slug(), question());
                yield done("agenda");
            }
            case "raise" -> {
                service.raiseQuestion(visitor.actor(), slug(), question());
                yield done("agenda");
            }
            case "ask" -> {
                service.ask(
                        visitor.actor(),
                        slug(),
                        question(),
                        form.has("own-first", "yes"),
                        wanted("comments"),
                        wanted("citations"));
                yield done("ask");
            }
            default -> throw new NotFoundException("nothing to do");
        };
    }

    private String done(String what) {
        return links.workshopSettingsDone(slug(), what);
    }

    private void describe() {
        ZoneId zone = WorkshopNewPage.zone(form.value("zone"));
        service.describe(
                visitor.actor(),
                slug(),
                new WorkshopService.Description(
                        form.value("title"),
                        form.value("welcome"),
                        Language.of(form.value("language"))
                                .filter(l -> !form.value("language").isEmpty())
                                .orElse(null),
                        zone,
                        WorkshopNewPage.start(form.value("start"), zone),
                        TypedValue.number(form.value("capacity")).orElse(0L).intValue()));
    }

    private Map<Phase, PhasePlan> planned() {
        Map<Phase, PhasePlan> all = new EnumMap<>(Phase.class);
        for (Phase phase : getTimed()) {
            String key = room.key(phase);
            all.put(
                    phase,
                    new PhasePlan(
                            TypedValue.number(form.value("minutes-" + key))
                                    .orElse(0L)
                                    .intValue(),
                            form.value("task-" + key).strip()));
        }
        return all;
    }

    private Slug question() {
        return Slug.parse(form.value("question"))
                .orElseThrow(() -> new UserFacingException("question", "workshop.question.missing"));
    }

    private int wanted(String field) {
        return TypedValue.number(form.value(field))
                .filter(n -> n <= AgendaItem.MAX_WANTED)
                .map(Long::intValue)
                .orElseThrow(() -> new UserFacingException(field, "workshop.wanted.range", AgendaItem.MAX_WANTED));
    }

    private int keptDays() {
        return TypedValue.number(form.value(WorkshopService.KEPT_DAYS))
                .filter(n -> n <= Workshop.MAX_KEPT_DAYS)
                .map(Long::intValue)
                .orElse(-1);
    }

    /** The field for the days for which people are known: what was typed where it was wrong, else what stands. */
    public String getKeptDays() {
        return form.isWrong(WorkshopService.KEPT_DAYS)
                ? form.value(WorkshopService.KEPT_DAYS)
                : String.valueOf(getWorkshop().keptDays());
    }

    public int getMaxKeptDays() {
        return Workshop.MAX_KEPT_DAYS;
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }

    public List<Phase> getTimed() {
        return List.of(Phase.values()).stream().filter(Phase::isTimed).toList();
    }

    /** A field of the form: what was typed, else what stands. */
    public String typed(String field, Object stands) {
        return form.isSent() && form.has(DO, "describe") ? form.value(field) : String.valueOf(stands);
    }

    public int minutes(Phase phase) {
        PhasePlan plan = room.getWorkshop().plan().get(phase);
        return plan == null ? 0 : plan.minutes();
    }

    public String task(Phase phase) {
        PhasePlan plan = room.getWorkshop().plan().get(phase);
        return plan == null ? "" : plan.task();
    }

    public String getStart() {
        return room.getWorkshop()
                .startsAt()
                .map(at -> LocalDateTime.ofInstant(at, room.getWorkshop().zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString())
                .orElse("");
    }

    public String getLanguage() {
        return room.getWorkshop().language().map(Language::tag).orElse("");
    }

    /** Those that are not on the agenda yet. */
    public List<Question> getMore() {
        Set<Slug> there =
                room.getAgenda().stream().map(i -> i.question().slug()).collect(Collectors.toSet());
        return evidence.questions().stream()
                .filter(q -> !there.contains(q.slug()))
                .toList();
    }

    public Workshop getWorkshop() {
        return room.getWorkshop();
    }

    public int getMaxCapacity() {
        return Workshop.MAX_CAPACITY;
    }

    public int getMaxWanted() {
        return AgendaItem.MAX_WANTED;
    }
}
