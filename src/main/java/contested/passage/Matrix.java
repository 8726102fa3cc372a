package contested.passage;

import contested.question.Position;
import contested.question.Question;
import contested.question.Slot;
import contested.question.Theme;
import contested.shared.Bilingual;
import contested.source.PublisherType;
import contested.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each question against each source, grouped by theme: who speaks to what, how they answer, and who is silent. */
public final class Matrix {

    /** Those that take a position first, by slot and then by relation; after them the others, by relation. */
    private static final Comparator<Passage> ORDER =
            Comparator.comparing(Matrix::stance).thenComparing(Passage::relation);

    private final Evidence evidence;

    private final List<Position> axis;

    private final List<Group> groups;

    public Matrix(Evidence evidence) {
        this.evidence = evidence;
        axis = axis(evidence.questions());
        groups = groups(evidence, axis);
    }

    /**
     * The questions of one theme.
     *
     * @param theme their theme
     * @param rows  in the order of the questions
     */
    public record Group(Theme theme, List<Row> rows) {

        /** Whether a heading in the words of the matrix's axis fits at least one of the rows. */
        public boolean isOnAxis() {
            return rows.stream().anyMatch(Row::isOnAxis);
        }
    }

    /**
     * One question against each source.
     *
     * @param evidence what bears on the question
     * @param cells    one for each source, in the catalogue's order
     * @param isOnAxis whether its positions have the labels of the matrix's axis; otherwise the row names its own
     */
    public record Row(QuestionEvidence evidence, List<Cell> cells, boolean isOnAxis) {

        public Question question() {
            return evidence.question();
        }

        public int passages() {
            return evidence.passages().size();
        }

        /** How many sources say something on the question. */
        public int speaking() {
            return (int) cells.stream().filter(c -> !c.isSilent()).count();
        }

        /** What a reader should know before weighing the marks, the weightiest first. */
        public List<Flag> flags() {
            List<Flag> flags = new ArrayList<>();
            if (speaking() == 0) {
                flags.add(Flag.NOBODY);
            } else if (speaking() == 1) {
                flags.add(Flag.ONE_SOURCE);
            }
            if (speaking() > 0
                    && evidence.passages().stream().noneMatch(p -> p.relation().takesPosition())) {
                flags.add(Flag.NO_ANSWER);
            } else if (speaking() > 1 && evidence.isOneSided()) {
                flags.add(Flag.ONE_SIDED);
            }
            if (evidence.isReadyForClass()) {
                flags.add(Flag.READY);
            }
            return flags;
        }
    }

    /** What the evidence of a question is good for. A question that hardly anybody speaks to is not called one-sided too. */
    public enum Flag {
        NOBODY,
        ONE_SOURCE,
        /** Sources speak to the question, and none of them answers it. */
        NO_ANSWER,
        ONE_SIDED,
        READY
    }

    /**
     * What one source says on one question.
     *
     * @param source the source
     * @param runs   its passages, those of one stance together
     */
    public record Cell(Source source, List<List<Passage>> runs) {

        public boolean isSilent() {
            return runs.isEmpty();
        }

        /** Whether its passages differ in stance. */
        public boolean isMixed() {
            return runs.size() > 1;
        }

        public int passages() {
            return runs.stream().mapToInt(List::size).sum();
        }

        public List<Passage> marks() {
            return runs.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * One who published some of the sources. Two texts of one publisher are not two publishers.
     *
     * @param name     as the catalogue has it
     * @param type     what kind of body it is
     * @param sources  how many of its texts are in the catalogue
     * @param passages how many passages stand in them
     */
    public record Publisher(String name, PublisherType type, int sources, int passages) {}

    public List<Source> sources() {
        return evidence.sources();
    }

    /** The themes in the order in which their first questions come. */
    public List<Group> groups() {
        return groups;
    }

    public int questions() {
        return evidence.questions().size();
    }

    public int passages() {
        return evidence.passages().size();
    }

    public int passages(Source source) {
        return (int) evidence.passages().stream()
                .filter(p -> p.source().equals(source))
                .count();
    }

    /** The positions whose labels most questions share; for the legend and the heads of columns. Empty without questions. */
    public List<Position> axis() {
        return axis;
    }

    /** In the catalogue's order. */
    public List<Publisher> publishers() {
        Map<String, List<Source>> byName = new LinkedHashMap<>();
        sources().forEach(s -> byName.computeIfAbsent(s.publisher(), n -> new ArrayList<>())
                .add(s));
        return byName.entrySet().stream()
                .map(e -> new Publisher(
                        e.getKey(),
                        e.getValue().get(0).publisherType(),
                        e.getValue().size(),
                        e.getValue().stream().mapToInt(this::passages).sum()))
                .toList();
    }

    private static List<Position> axis(List<Question> questions) {
        Map<List<Bilingual>, List<Question>> byLabels = new LinkedHashMap<>();
        questions.forEach(
                q -> byLabels.computeIfAbsent(labels(q), l -> new ArrayList<>()).add(q));
        List<Question> most = List.of();
        for (List<Question> alike : byLabels.values()) {
            if (alike.size() > most.size()) {
                most = alike;
            }
        }
        return most.isEmpty() ? List.of() : most.get(0).positions();
    }

    private static List<Bilingual> labels(Question question) {
        return question.positions().stream().map(Position::label).toList();
    }

    private static List<Group> groups(Evidence evidence, List<Position> axis) {
        List<Bilingual> labels = axis.stream().map(Position::label).toList();
        Map<Theme, List<Row>> byTheme = new LinkedHashMap<>();
        for (QuestionEvidence each : evidence.byQuestion()) {
            List<Cell> cells = evidence.sources().stream()
                    .map(s -> new Cell(s, runs(each.from(s))))
                    .toList();
            byTheme.computeIfAbsent(each.question().theme(), t -> new ArrayList<>())
                    .add(new Row(each, cells, labels(each.question()).equals(labels)));
        }
        return byTheme.entrySet().stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<List<Passage>> runs(List<Passage> passages) {
        Set<Integer> stances = new LinkedHashSet<>();
        List<Passage> sorted = passages.stream().sorted(ORDER).toList();
        sorted.forEach(p -> stances.add(stance(p)));
        return stances.stream()
                .map(s -> sorted.stream().filter(p -> stance(p) == s).toList())
                .toList();
    }

    /** The slot of the position that the passage takes, or its relation where it takes none. */
    private static int stance(Passage passage) {
        int noSlot = Slot.values().length;
        return passage.relation().takesPosition()
                ? passage.position().map(p -> p.slot().ordinal()).orElse(noSlot)
                : noSlot + passage.relation().ordinal();
    }
}
