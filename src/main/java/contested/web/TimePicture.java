package contested.web;

import contested.outcome.Answer;
import contested.outcome.Participation;
import contested.outcome.PublishedComment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything stands in the picture of comments over time: a stack for each step, one mark a comment. Where a stack
 * would grow too high, each answer has one mark with the number beside it.
 */
public final class TimePicture {

    /** A higher stack pushes the text below off a phone's screen. */
    static final int MAX_STACK = 14;

    /** More do not stand beside each other without touching. */
    private static final int MAX_TIMES = 6;

    private static final double LEFT = 24;
    private static final double WIDTH = 352;
    private static final double MARK = 15;
    private static final double STEP = 17;

    private final Participation participation;
    private final AnswerLabels labels;
    private final List<Participation.Step> steps;

    public TimePicture(Participation participation, AnswerLabels labels) {
        this.participation = participation;
        this.labels = labels;
        steps = participation.steps();
    }

    /** A mark by the corner of its square. @param number how many it stands for; 1 has none beside it */
    public record Mark(String stance, double x, double y, int number) {}

    /** A time on the axis. */
    public record Time(Instant at, double x) {}

    public Participation participation() {
        return participation;
    }

    public AnswerLabels labels() {
        return labels;
    }

    public List<Participation.Step> steps() {
        return steps;
    }

    public boolean isNothing() {
        return steps.isEmpty();
    }

    /** How many of a step's comments take each position, in the order of every chart; those that take none come last. */
    static Map<String, Integer> byStance(Participation.Step step) {
        Map<String, Integer> all = new TreeMap<>(Comparator.comparing(TimePicture::order));
        step.comments().forEach(c -> all.merge(stance(c), 1, Integer::sum));
        return all;
    }

    private static int order(String stance) {
        for (Answer answer : Answer.values()) {
            if (SwingPicture.stance(answer).equals(stance)) {
                return answer.ordinal();
            }
        }
        return Answer.values().length;
    }

    private static String stance(PublishedComment comment) {
        return comment.position() == null ? "context" : SwingPicture.stance(Answer.of(comment.position()));
    }

    /** Those that some comment has, for the legend: in the order of every chart. */
    public List<String> getStances() {
        return steps.stream()
                .flatMap(step -> byStance(step).keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(TimePicture::order))
                .toList();
    }

    private boolean isNumbered() {
        return steps.stream().anyMatch(s -> s.comments().size() > MAX_STACK);
    }

    public List<Mark> getMarks() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int level = 0;
            for (Map.Entry<String, Integer> entry : byStance(steps.get(i)).entrySet()) {
                int each = isNumbered() ? entry.getValue() : 1;
                for (int n = 0; n < entry.getValue(); n += each) {
                    marks.add(new Mark(entry.getKey(), corner(i, each), Strokes.round(-STEP * ++level), each));
                }
            }
        }
        return marks;
    }

    private double corner(int step, int each) {
        return Strokes.round(middle(step) - (each > 1 ? MARK : MARK / 2));
    }

    private double middle(int step) {
        return steps.size() == 1 ? LEFT + WIDTH / 2 : LEFT + step * WIDTH / (steps.size() - 1);
    }

    /** The highest stack, from the axis at 0 upward. */
    public double getHeight() {
        return 4
                + STEP
                        * steps.stream()
                                .map(s -> isNumbered()
                                        ? byStance(s).size()
                                        : s.comments().size())
                                .max(Integer::compare)
                                .orElse(1);
    }

    /** As many as there is room for, the first among them. */
    public List<Time> getTimes() {
        int every = (steps.size() + MAX_TIMES - 1) / MAX_TIMES;
        List<Time> times = new ArrayList<>();
        for (int i = 0; i < steps.size(); i += Math.max(1, every)) {
            times.add(new Time(steps.get(i).from(), Strokes.round(middle(i))));
        }
        return times;
    }

    /** A line of people, of whom some did something. @param key what, as a part of message keys */
    public record Share(String key, int people, int all) {

        /** One for each person, those who did it first; none where there are too many to see. */
        public List<Boolean> dots() {
            List<Boolean> dots = new ArrayList<>();
            for (int i = 0; i < all && all <= SwingPicture.MAX_MARKS; i++) {
                dots.add(i < people);
            }
            return dots;
        }
    }

    public List<Share> getShares() {
        Map<String, Integer> done = new LinkedHashMap<>();
        done.put("wrote", participation.writers());
        done.put("cited", participation.citers());
        done.put("replied", participation.repliers());
        return done.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue(), participation.people()))
                .toList();
    }
}
