package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.account.FounderService;
import contested.question.Question;
import contested.question.QuestionRepository;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.TamedText;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What facilitators do with a workshop: found it, set it up, and lead it from phase to phase. */
@ApplicationScoped
@Transactional
public class WorkshopService {

    /** More is a conference. */
    public static final int MAX_QUESTIONS = 12;

    /** The field in which the days are typed for which people are kept after closing. */
    public static final String KEPT_DAYS = "kept-days";

    private static final int NAME_CHARS = 12;
    private static final String NAME_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private QuestionRepository questions;

    @Inject
    private ReadingRepository readings;

    @Inject
    private SeatService seats;

    @Inject
    private FounderService founders;

    @Inject
    private Event<WorkshopChanged> changed;

    @Inject
    private Event<WorkshopClosed> closed;

    @Inject
    private Clock clock;

    /**
     * What a facilitator says to begin with.
     *
     * @param question the first on the agenda
     * @param start    null for now
     */
    public record Founding(
            String title,
            Slug question,
            Template template,
            ZoneId zone,
            @Nullable Language language,
            @Nullable Instant start) {}

    /**
     * Founds a workshop with one question on its agenda, open to join by a code.
     *
     * @return its name
     * @throws UserFacingException When something cannot be as it was typed.
     */
    public Slug found(Actor actor, Founding typed) {
        founders.requireFounding(actor);
        Instant now = clock.instant();
        Workshop workshop = new Workshop(
                freshName(), title(typed.title()), typed.template(), typed.zone(), workshops.account(actor.id()), now);
        workshop.describe(workshop.title(), "", typed.language(), typed.zone());
        workshop.startAt(typed.start());
        workshops.add(workshop);
        workshops.add(new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.FACILITATOR, now));
        workshops.add(new AgendaItem(workshop, question(typed.question()), 1));
        open(workshop, now);
        return workshop.slug();
    }

    /** The same set-up anew: agenda, settings and texts, without anybody but the actor and without what was said. */
    public Slug copy(Actor actor, Slug slug) {
        Seat seat = run(actor, slug);
        founders.requireFounding(actor);
        Workshop old = seat.workshop();
        Instant now = clock.instant();
        Workshop workshop =
                new Workshop(freshName(), old.title(), old.template(), old.zone(), workshops.account(actor.id()), now);
        workshop.describe(old.title(), old.welcome(), old.language().orElse(null), old.zone());
        workshop.limitTo(old.capacity());
        workshop.show(old.isReviewFirst(), old.areAuthorsShown(), old.arePersonsShown(), false);
        workshop.keepPeople(old.keptDays(), false);
        old.plan().forEach(workshop::plan);
        workshops.add(workshop);
        workshops.add(new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.FACILITATOR, now));
        for (AgendaItem item : workshops.agenda(old)) {
            if (!item.question().isRetired()) {
                AgendaItem same = new AgendaItem(workshop, item.question(), item.position());
                same.workLike(item);
                workshops.add(same);
                readings.of(item).forEach(r -> readings.add(new Reading(same, r.passage(), r.rank())));
            }
        }
        open(workshop, now);
        return workshop.slug();
    }

    /** The workshops in which the actor is, the newest first. One query. */
    public List<WorkshopMember> mine(Actor actor) {
        return actor.isSignedIn() ? workshops.of(actor.id()) : List.of();
    }

    /** The agenda in its order, for whoever is in the workshop. */
    public List<AgendaItem> agenda(Actor actor, Slug slug) {
        return workshops.agenda(seats.get(actor, slug).workshop());
    }

    /** @throws NotFoundException When the actor is not in it, or that question is not on its agenda. */
    public AgendaItem item(Actor actor, Slug slug, Slug question) {
        Workshop workshop = seats.get(actor, slug).workshop();
        return workshops.findItem(workshop, question).orElseThrow(() -> new NotFoundException("agenda"));
    }

    // ---- Setting up

    /**
     * What a workshop is called and says, when it begins and how many may join.
     *
     * @param language null where everybody reads their own
     * @param start    null where none is named
     */
    public record Description(
            String title,
            String welcome,
            @Nullable Language language,
            ZoneId zone,
            @Nullable Instant start,
            int capacity) {}

    /**
     * Changes all of that, or nothing.
     *
     * @throws UserFacingException When something cannot be as it was typed.
     */
    public void describe(Actor actor, Slug slug, Description typed) {
        Workshop workshop = run(actor, slug).workshop();
        if (typed.welcome().length() > Workshop.MAX_WELCOME_CHARS) {
            throw new UserFacingException("welcome", "workshop.welcome.long", Workshop.MAX_WELCOME_CHARS);
        }
        String title = title(typed.title());
        limit(actor, slug, typed.capacity());
        workshop.describe(title, TamedText.of(typed.welcome()).strip(), typed.language(), typed.zone());
        workshop.startAt(typed.start());
    }

    /** @throws UserFacingException When fewer may join than have, or more than {@link Workshop#MAX_CAPACITY}. */
    public void limit(Actor actor, Slug slug, int people) {
        Workshop workshop = run(actor, slug).workshop();
        long joined = workshops.count(workshop, WorkshopRole.PARTICIPANT);
        if (people < Math.max(1, joined) || people > Workshop.MAX_CAPACITY) {
            throw new UserFacingException(
                    "capacity", "workshop.capacity.range", Math.max(1, joined), Workshop.MAX_CAPACITY);
        }
        workshop.limitTo(people);
    }

    /**
     * Decides when comments are read and how much is shown of whom.
     *
     * @throws UserFacingException When the workshop is fixed, people have joined, and this would loosen it.
     */
    public void show(Actor actor, Slug slug, boolean reviewFirst, boolean authors, boolean persons) {
        Workshop workshop = run(actor, slug).workshop();
        boolean joined = workshops.count(workshop, WorkshopRole.PARTICIPANT) > 0;
        if (!workshop.show(reviewFirst, authors, persons, joined)) {
            throw new UserFacingException("", "workshop.fixed");
        }
        if (!workshop.arePersonsShown()) {
            workshops.flush();
            workshops.forgetNames(workshop);
            workshops.deleteDrafts(workshop);
        }
        changed.fire(new WorkshopChanged(slug));
    }

    /**
     * Decides for how many days after closing return phrases and real names are kept.
     *
     * @throws UserFacingException When that is out of its range, or longer than people were told who have joined.
     */
    public void keepPeople(Actor actor, Slug slug, int days) {
        Workshop workshop = run(actor, slug).workshop();
        if (days < 0 || days > Workshop.MAX_KEPT_DAYS) {
            throw new UserFacingException(KEPT_DAYS, "workshop.kept.range", Workshop.MAX_KEPT_DAYS);
        }
        boolean joined = workshops.count(workshop, WorkshopRole.PARTICIPANT) > 0;
        if (!workshop.keepPeople(days, joined)) {
            throw new UserFacingException(KEPT_DAYS, "workshop.kept.longer", workshop.keptDays());
        }
        if (!workshop.isKeepingPeopleAt(clock.instant())) {
            workshops.flush();
            workshops.forgetPeople(workshop);
        }
    }

    /** @throws UserFacingException When a length or a text is out of its range. */
    public void plan(Actor actor, Slug slug, Map<Phase, PhasePlan> planned) {
        Workshop workshop = run(actor, slug).workshop();
        for (Map.Entry<Phase, PhasePlan> each : planned.entrySet()) {
            int minutes = each.getValue().minutes();
            if (minutes < 1 || minutes > PhasePlan.MAX_MINUTES) {
                throw new UserFacingException(
                        "minutes-" + each.getKey().key(), "workshop.plan.minutes", 1, PhasePlan.MAX_MINUTES);
            }
            if (each.getValue().task().length() > PhasePlan.MAX_TASK_CHARS) {
                throw new UserFacingException(
                        "task-" + each.getKey().key(), "workshop.plan.task", PhasePlan.MAX_TASK_CHARS);
            }
            workshop.plan(each.getKey(), each.getValue());
        }
    }

    /** Puts one more question at the end of the agenda. @throws UserFacingException When it is there, or there are many. */
    public void addQuestion(Actor actor, Slug slug, Slug question) {
        Workshop workshop = run(actor, slug).workshop();
        List<AgendaItem> agenda = workshops.agenda(workshop);
        if (agenda.size() >= MAX_QUESTIONS) {
            throw new UserFacingException("question", "workshop.agenda.many", MAX_QUESTIONS);
        }
        if (agenda.stream().anyMatch(i -> i.question().slug().equals(question))) {
            throw new UserFacingException("question", "workshop.agenda.there");
        }
        workshops.add(new AgendaItem(workshop, question(question), agenda.size() + 1));
        changed.fire(new WorkshopChanged(slug));
    }

    /** Takes a question off the agenda. @throws UserFacingException When it is the last one, or work was done on it. */
    public void removeQuestion(Actor actor, Slug slug, Slug question) {
        Workshop workshop = run(actor, slug).workshop();
        List<AgendaItem> agenda = workshops.agenda(workshop);
        AgendaItem item = workshops.findItem(workshop, question).orElseThrow(() -> new NotFoundException("agenda"));
        boolean used = workshop.standingAt(clock.instant()).phase() != Phase.READ
                || !workshops.ballots(item).isEmpty();
        if (agenda.size() == 1 || used) {
            throw new UserFacingException("", used ? "workshop.agenda.used" : "workshop.agenda.last");
        }
        workshops.remove(item);
        renumber(agenda.stream().filter(i -> !i.equals(item)).toList());
        changed.fire(new WorkshopChanged(slug));
    }

    /** Moves a question one place towards the beginning of the agenda. */
    public void raiseQuestion(Actor actor, Slug slug, Slug question) {
        Workshop workshop = run(actor, slug).workshop();
        List<AgendaItem> agenda = new ArrayList<>(workshops.agenda(workshop));
        AgendaItem item = workshops.findItem(workshop, question).orElseThrow(() -> new NotFoundException("agenda"));
        int at = agenda.indexOf(item);
        if (at > 0) {
            Collections.swap(agenda, at, at - 1);
        }
        renumber(agenda);
    }

    private static void renumber(List<AgendaItem> agenda) {
        for (int i = 0; i < agenda.size(); i++) {
            agenda.get(i).moveTo(i + 1);
        }
    }

    /** Decides how people work on one question. */
    public void ask(Actor actor, Slug slug, Slug question, boolean ownFirst, int comments, int citations) {
        Workshop workshop = run(actor, slug).workshop();
        workshops
                .findItem(workshop, question)
                .orElseThrow(() -> new NotFoundException("agenda"))
                .ask(ownFirst, comments, citations);
    }

    // ---- Leading

    /**
     * Puts the workshop into that phase.
     *
     * @param seen the phase that the facilitator was looking at
     * @throws UserFacingException When it is in another one meanwhile, or closed for good.
     */
    public void enter(Actor actor, Slug slug, Phase seen, Phase next) {
        Workshop workshop = run(actor, slug).workshop();
        workshops.hold(workshop);
        Instant now = clock.instant();
        Phase present = workshop.standingAt(now).phase();
        if (present == Phase.CLOSED) {
            throw new UserFacingException("", "workshop.phase.closed");
        }
        if (present != seen) {
            throw new UserFacingException("", "workshop.phase.moved");
        }
        if (next.isBallot() && workshop.isCountedAt(now)) {
            throw new UserFacingException("", "workshop.phase.counted");
        }
        workshop.enter(next, now);
        if (next == Phase.CLOSED) {
            workshop.endJoining();
            workshops.flush();
            workshops.cutBallots(workshop);
            if (!workshop.isKeepingPeopleAt(now)) {
                workshops.forgetPeople(workshop);
            }
            closed.fire(new WorkshopClosed(workshop));
        }
        changed.fire(new WorkshopChanged(slug));
    }

    /** Gives the present phase so much more time. */
    public void lengthen(Actor actor, Slug slug, Duration by) {
        run(actor, slug).workshop().lengthen(by, clock.instant());
        changed.fire(new WorkshopChanged(slug));
    }

    /** Lets the phases follow each other by themselves, or only by hand. */
    public void schedule(Actor actor, Slug slug, boolean byItself) {
        run(actor, slug).workshop().schedule(byItself, clock.instant());
        changed.fire(new WorkshopChanged(slug));
    }

    /** Shows those words on everybody's page; an empty text takes them back. */
    public void tell(Actor actor, Slug slug, String words) {
        Workshop workshop = run(actor, slug).workshop();
        if (words.length() > Workshop.MAX_NOTE_CHARS) {
            throw new UserFacingException("note", "workshop.note.long", Workshop.MAX_NOTE_CHARS);
        }
        workshop.tell(TamedText.of(words).strip(), clock.instant());
        changed.fire(new WorkshopChanged(slug));
    }

    /** Draws a comment or a passage into everybody's page; null takes it back. */
    public void light(Actor actor, Slug slug, @Nullable Spotlight what) {
        run(actor, slug).workshop().light(what);
        changed.fire(new WorkshopChanged(slug));
    }

    /** Takes that out of the spotlight, if it is in it: readers see it nowhere any more, whoever leads the workshop. */
    public void dim(Slug slug, Spotlight gone) {
        if (workshops.dim(slug, gone)) {
            changed.fire(new WorkshopChanged(slug));
        }
    }

    // ---- The code

    /** Gives the workshop a new code; the one before opens nothing any more. */
    public void renewCode(Actor actor, Slug slug) {
        Workshop workshop = run(actor, slug).workshop();
        if (workshop.standingAt(clock.instant()).phase() == Phase.CLOSED) {
            throw new UserFacingException("", "workshop.phase.closed");
        }
        open(workshop, clock.instant());
    }

    public void pauseJoining(Actor actor, Slug slug, boolean paused) {
        run(actor, slug).workshop().pauseJoining(paused);
    }

    public void endJoining(Actor actor, Slug slug) {
        run(actor, slug).workshop().endJoining();
    }

    private void open(Workshop workshop, Instant now) {
        Duration life = workshop.template().codeLife();
        Instant from = workshop.startsAt().filter(now::isBefore).orElse(now);
        JoinCode code = JoinCode.fresh(life);
        while (workshops.findByCode(code).isPresent()) {
            code = JoinCode.fresh(life);
        }
        workshop.openTo(code, from.plus(life));
        workshops.flush();
    }

    // ---- Common

    private Seat run(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        return seat;
    }

    private static String title(String typed) {
        String title = TamedText.of(typed).replaceAll("\\s+", " ").strip();
        if (title.isEmpty() || title.length() > Workshop.MAX_TITLE_CHARS) {
            throw new UserFacingException("title", "workshop.title.length", Workshop.MAX_TITLE_CHARS);
        }
        return title;
    }

    private Question question(Slug slug) {
        return questions
                .find(slug)
                .filter(q -> !q.isRetired())
                .orElseThrow(() -> new UserFacingException("question", "workshop.question.unknown"));
    }

    /** In no order, so that nobody counts workshops. */
    private static Slug freshName() {
        StringBuilder name = new StringBuilder(NAME_CHARS);
        for (int i = 0; i < NAME_CHARS; i++) {
            name.append(NAME_LETTERS.charAt(RANDOM.nextInt(NAME_LETTERS.length())));
        }
        return new Slug(name.toString());
    }
}
