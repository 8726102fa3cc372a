package contested.web;

import contested.outcome.Answer;
import contested.outcome.AnswerCount;
import contested.outcome.Flow;
import contested.outcome.Swing;
import contested.workshop.BallotRound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything stands in the picture of a swing. Each answer has one column, before at the top and after at the
 * bottom, so that who stayed runs straight down. Up to {@value #MAX_MARKS} people are a mark each, with a line where their
 * flow may be shown; more are bands, as wide as they are many. Last come those who did not vote in that round.
 */
public final class SwingPicture {

    /** Above it marks are too small to be seen as single people. Source: the design guide. */
    static final int MAX_MARKS = 40;

    /** The name of the column of those who did not vote in that round. */
    static final String ABSENT = "absent";

    private static final double LEFT = 20;
    private static final double WIDTH = 800;
    private static final double MARGIN = 12;
    private static final double MAX_STEP = 25;

    /** Closer marks of this shape touch. */
    private static final double MIN_STEP = 8;

    private static final double MARK_PER_STEP = 0.8;
    private static final double TOP = 98;
    private static final double BOTTOM = 344;
    private static final double LINES_FROM = 112;
    private static final double LINES_TO = 330;

    private final Swing swing;
    private final AnswerLabels labels;
    private final List<Column> columns;

    public SwingPicture(Swing swing, AnswerLabels labels) {
        this.swing = swing;
        this.labels = labels;
        columns = columns();
    }

    /**
     * One answer, or nobody's.
     *
     * @param answer null for those who did not vote in that round
     * @param middle its place
     * @param before how many stand at its top
     * @param after  how many stand at its bottom
     */
    public record Column(@Nullable Answer answer, double middle, int before, int after) {

        /** The name of its colour and shape. */
        public String stance() {
            return answer == null ? ABSENT : SwingPicture.stance(answer);
        }
    }

    /** A mark by the corner of its square. */
    public record Mark(String stance, double x, double y) {}

    /** The way of one person, or as a band of several. @param stance of where it leads */
    public record Way(String stance, boolean moved, String path) {}

    /** The foot or the head of a band's column. */
    public record Bar(String stance, double x, double y, double width) {}

    static String stance(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    public Swing swing() {
        return swing;
    }

    public AnswerLabels labels() {
        return labels;
    }

    /** Whether there is anything to draw: some flow that may be shown. */
    public boolean isDrawn() {
        return !swing.flows().isEmpty();
    }

    /** Whether everybody is a mark. */
    public boolean isOfMarks() {
        return people() <= MAX_MARKS && step() >= MIN_STEP;
    }

    private int people() {
        return swing.pairs() + swing.onlyOpening() + swing.onlyClosing();
    }

    private List<Column> columns() {
        boolean once = swing.onlyOpening() + swing.onlyClosing() > 0;
        double width = WIDTH / (swing.answers().size() + (once ? 1 : 0));
        List<Column> all = new ArrayList<>();
        for (Answer answer : swing.answers()) {
            all.add(new Column(
                    answer,
                    middle(all, width),
                    count(BallotRound.OPENING, answer),
                    count(BallotRound.CLOSING, answer)));
        }
        if (once) {
            all.add(new Column(null, middle(all, width), swing.onlyClosing(), swing.onlyOpening()));
        }
        return List.copyOf(all);
    }

    private static double middle(List<Column> before, double width) {
        return Strokes.round(LEFT + (before.size() + 0.5) * width);
    }

    private int count(BallotRound round, Answer answer) {
        return swing.counts(round).stream()
                .filter(c -> c.answer() == answer)
                .mapToInt(AnswerCount::people)
                .sum();
    }

    /** In the order of every chart. */
    public List<Column> getColumns() {
        return columns;
    }

    // ---- Stacked, for phones

    /** Whether everybody is a mark in the stacked form, whose rows are as wide as the page. */
    public boolean isStackOfMarks() {
        return people() <= MAX_MARKS;
    }

    /** One end of a column: before, or after. */
    public record End(boolean opening, int people) {}

    public List<End> ends(Column column) {
        return List.of(new End(true, column.before()), new End(false, column.after()));
    }

    /** As many as there are people, to be repeated. */
    public List<Integer> each(int people) {
        return Stream.iterate(1, i -> i + 1).limit(people).toList();
    }

    /** How wide the bar of so many people is, of 100. */
    public double share(int people) {
        int most = columns.stream()
                .mapToInt(c -> Math.max(c.before(), c.after()))
                .max()
                .orElse(1);
        return Strokes.round(100.0 * people / Math.max(1, most));
    }

    /** The shown ways that lead to that column's answer: who stayed first, then who came, the many before the few. */
    public List<Flow> leadingTo(Column column) {
        return swing.flows().stream()
                .filter(flow -> flow.to() == column.answer())
                .sorted(Comparator.comparing(Flow::isStay)
                        .thenComparing(Flow::people)
                        .reversed())
                .toList();
    }

    // ---- Side by side

    /** The room of one person in the fullest column. */
    private double step() {
        int most = columns.stream()
                .mapToInt(c -> Math.max(c.before(), c.after()))
                .max()
                .orElse(1);
        return Math.min(MAX_STEP, (WIDTH / columns.size() - 2 * MARGIN) / Math.max(1, most));
    }

    /** The edge of a mark's square. */
    public double getMarkSize() {
        return isOfMarks() ? Strokes.round(step() * MARK_PER_STEP) : MAX_STEP * MARK_PER_STEP;
    }

    /** Each person twice; in a picture of bands one for each end of a column that is not empty. */
    public List<Mark> getMarks() {
        return columns.stream()
                .flatMap(c -> Stream.concat(marks(c, c.before(), TOP), marks(c, c.after(), BOTTOM)))
                .toList();
    }

    private Stream<Mark> marks(Column column, int people, double y) {
        int shown = isOfMarks() ? people : Math.min(1, people);
        double aside = isOfMarks() ? 0 : y == TOP ? -MAX_STEP / 2 : MAX_STEP / 2;
        double half = getMarkSize() / 2;
        return Stream.iterate(0, i -> i + 1)
                .limit(shown)
                .map(i -> new Mark(
                        column.stance(),
                        Strokes.round(start(column, shown) + (i + 0.5) * step(shown) - half),
                        Strokes.round(y + aside - half)));
    }

    private double step(int shown) {
        return isOfMarks() ? step() : shown;
    }

    private double start(Column column, int people) {
        return column.middle() - people * step(people) / 2;
    }

    /** The ends of bands; none in a picture of marks. */
    public List<Bar> getBars() {
        return isOfMarks()
                ? List.of()
                : columns.stream()
                        .flatMap(c -> Stream.of(bar(c, c.before(), TOP), bar(c, c.after(), BOTTOM)))
                        .filter(bar -> bar.width() > 0)
                        .toList();
    }

    private Bar bar(Column column, int people, double y) {
        double width = people * step();
        return new Bar(
                column.stance(),
                Strokes.round(column.middle() - width / 2),
                y == TOP ? LINES_FROM - 6 : LINES_TO,
                Strokes.round(width));
    }

    /** Those who stayed first, so that who moved is drawn above them. */
    public List<Way> getWays() {
        Map<Answer, Integer> taken = new EnumMap<>(Answer.class);
        Map<Answer, Integer> reached = new EnumMap<>(Answer.class);
        List<Way> ways = new ArrayList<>();
        for (Flow flow : swing.flows()) {
            int first = taken.merge(flow.from(), flow.people(), Integer::sum) - flow.people();
            int last = reached.merge(flow.to(), flow.people(), Integer::sum) - flow.people();
            ways.addAll(ways(flow, first, last));
        }
        return ways.stream().sorted(Comparator.comparing(Way::moved)).toList();
    }

    private List<Way> ways(Flow flow, int first, int last) {
        double from = edge(flow.from(), true) + first * step();
        double to = edge(flow.to(), false) + last * step();
        if (!isOfMarks()) {
            return List.of(way(flow, Strokes.band(from, LINES_FROM, to, LINES_TO, flow.people() * step())));
        }
        return Stream.iterate(0.5, i -> i + 1)
                .limit(flow.people())
                .map(i -> way(flow, Strokes.curve(from + i * step(), LINES_FROM, to + i * step(), LINES_TO)))
                .toList();
    }

    private static Way way(Flow flow, String path) {
        return new Way(stance(flow.to()), !flow.isStay(), path);
    }

    private double edge(Answer answer, boolean before) {
        Column column =
                columns.stream().filter(c -> c.answer() == answer).findFirst().orElseThrow();
        return column.middle() - (before ? column.before() : column.after()) * step() / 2;
    }
}
