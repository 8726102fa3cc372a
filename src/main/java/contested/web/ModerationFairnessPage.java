package contested.web;

import contested.access.Permission;
import contested.moderation.EvenHandedness;
import contested.moderation.EvenHandedness.Figures;
import contested.moderation.LogService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** {@code /moderation/fairness}: how each side fared with the moderators over a period, as a picture and its table. */
@Named
@RequestScoped
public class ModerationFairnessPage {

    /** Long enough to see a pattern, short enough to change it. */
    private static final int LOOKED_AT_DAYS = 30;

    private static final int MINUTES_AN_HOUR = 60;
    private static final int HUNDRED = 100;

    @Inject
    private LogService log;

    @Inject
    private LogView view;

    @Inject
    private Visitor visitor;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    private LocalDate from;
    private LocalDate until;
    private EvenHandedness fairness;

    /** A side by side comparison. @param key what is compared, as a part of message keys */
    public record Comparison(String key, List<Line> lines) {}

    /**
     * One of what is compared.
     *
     * @param below  what it belongs to; empty for nothing
     * @param shares of what became of its comments, one after the other on a scale of 100
     * @param waited the median, in words
     * @param length of the median on a scale of 100, on which the longest of the comparison reaches the end
     */
    public record Line(String name, String below, Figures figures, List<Share> shares, String waited, double length) {

        public int all() {
            return figures.published() + figures.declined() + figures.hidden();
        }
    }

    /** A part of a line. @param key what became of these comments, as a part of message keys */
    public record Share(String key, double from, double length) {}

    @PostConstruct
    void load() {
        Permission.READ_LOG.require(visitor.actor());
        until = view.day("until").orElse(LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()));
        from = view.day("from").orElse(until.minusDays(LOOKED_AT_DAYS));
        Instant end = LogView.start(until.plusDays(1));
        fairness = log.evenHandedness(visitor.actor(), LogView.start(from), end);
    }

    public LocalDate getFrom() {
        return from;
    }

    /** The last day that counts. */
    public LocalDate getUntil() {
        return until;
    }

    public boolean isNothing() {
        return fairness.byQuestion().isEmpty();
    }

    public List<Comparison> getComparisons() {
        return List.of(
                new Comparison("position", positions()),
                new Comparison("question", questions()),
                new Comparison("moderator", moderators()));
    }

    private List<Line> positions() {
        Duration longest =
                longest(fairness.byPosition().stream().map(p -> p.figures()).toList());
        // The positions of one question stand together: they are what is compared.
        return fairness.byPosition().stream()
                .sorted(Comparator.comparing(p -> p.question().value()))
                .map(p -> line(
                        p.position() == null
                                ? text.get("desk.even.none")
                                : text.of(Objects.requireNonNull(p.position())),
                        text.of(p.title()),
                        p.figures(),
                        longest))
                .toList();
    }

    private List<Line> questions() {
        Duration longest =
                longest(fairness.byQuestion().stream().map(q -> q.figures()).toList());
        return fairness.byQuestion().stream()
                .map(q -> line(text.of(q.title()), "", q.figures(), longest))
                .toList();
    }

    private List<Line> moderators() {
        Duration longest =
                longest(fairness.byModerator().stream().map(m -> m.figures()).toList());
        return fairness.byModerator().stream()
                .map(m -> line(name(m), "", m.figures(), longest))
                .toList();
    }

    private String name(EvenHandedness.ByModerator by) {
        if (by.moderator() == null) {
            return text.get("desk.automatic");
        }
        return by.pseudonym().isEmpty() ? text.get("desk.erased") : by.pseudonym();
    }

    private static Duration longest(List<Figures> all) {
        return all.stream()
                .flatMap(f -> f.medianWait().stream())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Line line(String name, String below, Figures figures, Duration longest) {
        double length = longest.isZero()
                ? 0
                : HUNDRED
                        * (double) figures.medianWait().orElse(Duration.ZERO).toSeconds()
                        / Math.max(1, longest.toSeconds());
        return new Line(name, below, figures, shares(figures), wait(figures), length);
    }

    private static List<Share> shares(Figures figures) {
        int all = Math.max(1, figures.published() + figures.declined() + figures.hidden());
        List<Share> shares = new ArrayList<>();
        double at = 0;
        for (String key : List.of("published", "declined", "hidden")) {
            double length = HUNDRED * (double) count(figures, key) / all;
            if (length > 0) {
                shares.add(new Share(key, at, length));
            }
            at += length;
        }
        return shares;
    }

    private static int count(Figures figures, String key) {
        return switch (key) {
            case "published" -> figures.published();
            case "declined" -> figures.declined();
            default -> figures.hidden();
        };
    }

    /** In minutes below an hour, in hours above. */
    private String wait(Figures figures) {
        return figures.medianWait()
                .map(w -> w.toMinutes() < MINUTES_AN_HOUR
                        ? text.with("desk.wait.minutes", w.toMinutes())
                        : text.with("desk.wait.hours", w.toHours()))
                .orElse("–");
    }
}
