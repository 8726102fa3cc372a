package contested.workshop;

import contested.access.WorkshopPermission;
import contested.account.Account;
import contested.shared.Language;
import contested.shared.Slug;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class or a policy workshop: people who joined by a code, an agenda of questions, and the phase in which all of them
 * are. Nothing of it is seen by anybody who is not in it.
 */
@Entity
public class Workshop {

    public static final int MAX_TITLE_CHARS = 120;
    public static final int MAX_WELCOME_CHARS = 2_000;
    public static final int MAX_CAPACITY = 500;
    public static final int MAX_NOTE_CHARS = 500;

    /** A term's end and its marks; what is needed longer is in the archive. */
    public static final int MAX_KEPT_DAYS = 90;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;
    private String title;
    private String welcome = "";

    @Enumerated(EnumType.STRING)
    private @Nullable Language language;

    @Enumerated(EnumType.STRING)
    private Template template;

    private String timeZone;

    private @Nullable Instant startsAt;
    private int capacity;

    @Enumerated(EnumType.STRING)
    private Phase phase = Phase.READ;

    private Instant phaseSince;

    @Enumerated(EnumType.STRING)
    private @Nullable Phase formerPhase;

    private @Nullable Instant phaseUntil;

    private boolean bySchedule;
    private boolean counted;
    private int longestExtra;
    private boolean reviewFirst;
    private boolean authorsShown;
    private boolean personsShown;
    private boolean fixed;
    private int keptDays;

    private @Nullable String spotlight;
    private @Nullable String note;
    private @Nullable Instant noteAt;

    private @Nullable String joinCode;
    private boolean joinPaused;
    private @Nullable Instant joinUntil;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account createdBy;

    private Instant createdAt;

    private boolean demonstration;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "workshop_plan", joinColumns = @JoinColumn(name = "workshop_id"))
    @MapKeyColumn(name = "phase")
    @MapKeyEnumerated(EnumType.STRING)
    @AttributeOverride(name = "value.minutes", column = @Column(name = "minutes"))
    @AttributeOverride(name = "value.task", column = @Column(name = "task"))
    private Map<Phase, PhasePlan> plan = new EnumMap<>(Phase.class);

    /** Of two facilitators who switch at once, one wins and the other is told. */
    @Version
    private long version;

    protected Workshop() {}

    public Workshop(Slug slug, String title, Template template, ZoneId zone, Account by, Instant now) {
        this.slug = slug.value();
        this.title = title;
        this.template = template;
        this.timeZone = zone.getId();
        this.createdBy = by;
        this.createdAt = now;
        this.phaseSince = now;
        capacity = template.capacity();
        reviewFirst = template.reviewFirst();
        authorsShown = template.authorsShown();
        personsShown = template.personsShown();
        fixed = template.fixed();
        keptDays = template.keptDays();
        template.minutes().forEach((timed, minutes) -> plan.put(timed, new PhasePlan(minutes, "")));
    }

    // ---- Where it stands

    /**
     * Where a workshop stands at some moment.
     *
     * @param until when the phase ends, or should; null where nobody said
     */
    public record Standing(Phase phase, Instant since, @Nullable Phase former, @Nullable Instant until) {}

    /**
     * Where it stands at that moment. By schedule the phases follow each other as they were planned, without anybody who
     * would have to be awake; the last step, after which nothing leads back, is only taken by hand.
     */
    public Standing standingAt(Instant now) {
        Standing standing = new Standing(phase, phaseSince, formerPhase, phaseUntil);
        while (bySchedule && standing.until() != null && !now.isBefore(standing.until())) {
            Optional<Phase> next = following(standing.phase()).filter(Phase::isTimed);
            if (next.isEmpty()) {
                return standing;
            }
            Instant since = Objects.requireNonNull(standing.until());
            standing = new Standing(next.get(), since, standing.phase(), since.plus(minutes(next.get())));
        }
        return standing;
    }

    private Duration minutes(Phase of) {
        return Duration.ofMinutes(plan.getOrDefault(of, new PhasePlan(0, "")).minutes());
    }

    /** The phase after that one: with a ballot only as long as people vote. */
    private Optional<Phase> following(Phase of) {
        Optional<Phase> next = of.next();
        return counted && next.filter(Phase::isBallot).isPresent() ? next.flatMap(Phase::next) : next;
    }

    /** The phase that comes next; empty after the last. */
    public Optional<Phase> nextAt(Instant now) {
        return following(standingAt(now).phase());
    }

    /**
     * Whether counts may have been seen. Then nobody votes any more, in no phase: two counts with one ballot between them
     * would say what it was.
     */
    public boolean isCountedAt(Instant now) {
        return counted || standingAt(now).phase().lets(WorkshopPermission.SEE_SHIFT);
    }

    /** Whether a phase with counts was left again. */
    boolean wasCounted() {
        return counted;
    }

    /** Whether everybody's time to vote is over, also that of those who have more than others. */
    boolean isVotingOverAt(Instant now) {
        Standing standing = standingAt(now);
        return standing.phase() == Phase.CLOSED
                || !now.isBefore(standing.since().plus(Duration.ofMinutes(longestExtra)));
    }

    /** Keeps the most extra minutes that any participant has. */
    void waitFor(int extraMinutes) {
        longestExtra = extraMinutes;
    }

    /** Puts it into that phase, which then has as much time as was planned for it. */
    public void enter(Phase next, Instant now) {
        counted = isCountedAt(now);
        formerPhase = standingAt(now).phase();
        phase = next;
        phaseSince = now;
        phaseUntil = next.isTimed() ? now.plus(minutes(next)) : null;
    }

    /** Gives the phase that much more time, from its end or, where that is over, from now on. */
    public void lengthen(Duration by, Instant now) {
        settle(now);
        Instant end = phaseUntil == null || phaseUntil.isBefore(now) ? now : phaseUntil;
        phaseUntil = end.plus(by);
    }

    /** Lets the phases follow each other by themselves, or only by hand. */
    public void schedule(boolean byItself, Instant now) {
        settle(now);
        bySchedule = byItself;
        if (byItself && phase.isTimed() && (phaseUntil == null || phaseUntil.isBefore(now))) {
            phaseUntil = now.plus(minutes(phase));
        }
    }

    /** Keeps where the schedule has led. */
    private void settle(Instant now) {
        Standing standing = standingAt(now);
        phase = standing.phase();
        phaseSince = standing.since();
        formerPhase = standing.former();
        phaseUntil = standing.until();
    }

    // ---- Joining

    /** Lets people join by that code until then. */
    public void openTo(JoinCode code, Instant until) {
        joinCode = code.value();
        joinUntil = until;
        joinPaused = false;
    }

    public void pauseJoining(boolean paused) {
        joinPaused = paused;
    }

    /** Ends the code for good; another may follow. */
    public void endJoining() {
        joinCode = null;
        joinUntil = null;
        joinPaused = false;
    }

    public boolean isOpenToJoinAt(Instant now) {
        return joinCode != null && !joinPaused && joinUntil != null && now.isBefore(joinUntil) && phase != Phase.CLOSED;
    }

    public Optional<JoinCode> joinCode() {
        return Optional.ofNullable(joinCode).map(JoinCode::new);
    }

    public Optional<Instant> joinUntil() {
        return Optional.ofNullable(joinUntil);
    }

    public boolean isJoiningPaused() {
        return joinPaused;
    }

    // ---- Settings

    /** What facilitators may change at any time. */
    public void describe(String newTitle, String newWelcome, @Nullable Language newLanguage, ZoneId zone) {
        title = newTitle;
        welcome = newWelcome;
        language = newLanguage;
        timeZone = zone.getId();
    }

    public void startAt(@Nullable Instant start) {
        startsAt = start;
    }

    public void limitTo(int people) {
        capacity = people;
    }

    public void plan(Phase of, PhasePlan planned) {
        if (of.isTimed()) {
            plan.put(of, planned);
        }
    }

    /**
     * Decides how much is shown and when comments are read.
     *
     * @param joined whether anybody has joined: then a workshop that is fixed only gets stricter
     * @return whether all of it was allowed; what loosens a fixed one is left as it was
     */
    public boolean show(boolean review, boolean authors, boolean persons, boolean joined) {
        boolean kept = fixed && joined;
        boolean allowed = !kept || (review || !reviewFirst) && (authorsShown || !authors) && (personsShown || !persons);
        reviewFirst = kept ? reviewFirst || review : review;
        authorsShown = kept ? authorsShown && authors : authors;
        personsShown = kept ? personsShown && persons : persons;
        return allowed;
    }

    public boolean isReviewFirst() {
        return reviewFirst;
    }

    public boolean areAuthorsShown() {
        return authorsShown;
    }

    public boolean arePersonsShown() {
        return personsShown;
    }

    public boolean isFixed() {
        return fixed;
    }

    // ---- How long it knows its people

    /**
     * Keeps return phrases and real names for so many days after closing.
     *
     * @param joined whether anybody has joined: they were told a time, so it only gets shorter
     * @return whether it was allowed
     */
    public boolean keepPeople(int days, boolean joined) {
        boolean allowed = !joined || days <= keptDays;
        keptDays = allowed ? days : keptDays;
        return allowed;
    }

    /** How many days after closing return phrases and real names are deleted; 0 for when it closes. */
    public int keptDays() {
        return keptDays;
    }

    /** When return phrases and real names are deleted; empty before it is closed. */
    public Optional<Instant> keptUntil() {
        return phase == Phase.CLOSED ? Optional.of(phaseSince.plus(Duration.ofDays(keptDays))) : Optional.empty();
    }

    public boolean isKeepingPeopleAt(Instant now) {
        return keptUntil().filter(until -> !now.isBefore(until)).isEmpty();
    }

    // ---- What is said to everybody

    /** Shows those words on everybody's page; none for an empty text. */
    public void tell(String words, Instant now) {
        note = words.isEmpty() ? null : words;
        noteAt = note == null ? null : now;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<Instant> noteAt() {
        return Optional.ofNullable(noteAt);
    }

    /** Draws that comment or passage into everybody's page; nothing for null. */
    public void light(@Nullable Spotlight what) {
        spotlight = what == null ? null : what.toString();
    }

    public Optional<Spotlight> spotlight() {
        return Optional.ofNullable(spotlight).flatMap(Spotlight::parse);
    }

    // ---- What it is

    public Long id() {
        return id;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public String title() {
        return title;
    }

    public String welcome() {
        return welcome;
    }

    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    public Template template() {
        return template;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Optional<Instant> startsAt() {
        return Optional.ofNullable(startsAt);
    }

    public int capacity() {
        return capacity;
    }

    public boolean isBySchedule() {
        return bySchedule;
    }

    public Map<Phase, PhasePlan> plan() {
        return new EnumMap<>(plan);
    }

    public Account createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** From now on each of its pages says that its people are made up. */
    void makeUp() {
        demonstration = true;
    }

    /** Whether its people are made up. */
    public boolean isDemonstration() {
        return demonstration;
    }

    public long version() {
        return version;
    }
}
