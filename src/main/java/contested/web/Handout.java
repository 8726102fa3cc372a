package contested.web;

import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.passage.VoiceKind;
import contested.question.Position;
import contested.shared.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a question's evidence goes on the first of two sheets of paper. A column that is longer than its neighbours goes
 * on below them, across the page. Where there is no room for all passages, one of each relation comes first, then one
 * from each paragraph that the editor's notes name, then each source in turn; the sheet says how many it leaves out. Room is
 * reckoned by {@link HandoutPaper}; a test prints the shipped questions and counts pages.
 *
 * @param evidence all that bears on the question
 * @param language in which it is printed
 * @param cautions what to mind before counting passages of this question, sentence by sentence
 */
public record Handout(QuestionEvidence evidence, Language language, List<String> cautions) {

    private static final int MAX_BESIDES = 6;

    /** What takes no position, and what goes on below its column, stands in rows across the page. */
    private static final int MAX_IN_A_ROW = 3;

    /**
     * Passages that are printed, and how many are not.
     *
     * @param position whose they are; empty for those that take none
     * @param shown    in their order on the question page, by relation
     * @param below    those that go on below the columns, in the same order
     * @param left     how many stand on the question page only
     */
    public record Selection(Optional<Position> position, List<Passage> shown, List<Passage> below, int left) {

        public int all() {
            return printed() + left;
        }

        /** How many are on the sheet. */
        public int printed() {
            return shown.size() + below.size();
        }

        /** Fewer share the width of the page. */
        public int inARow() {
            return Handout.inARow(position.isPresent() ? below : shown);
        }
    }

    /** The framing, paragraph by paragraph; only the first where the rest would cost passages their room. */
    public List<String> framing() {
        List<String> whole = evidence.question().framingIn(language);
        return fit(ranked(), roomBeside(whole)).isPresent() ? whole : whole.subList(0, 1);
    }

    /** One for each position, in the order of every chart. */
    public List<Selection> columns() {
        double room = roomBeside(framing());
        List<List<Passage>> kept = ranked();
        while (kept.stream().anyMatch(column -> column.size() > 1)) {
            Optional<List<Selection>> fitting = fit(kept, room);
            if (fitting.isPresent()) {
                return fitting.get();
            }
            List<Passage> longest = Collections.max(kept, Comparator.comparingDouble(paper()::column));
            longest.remove(longest.size() - 1);
        }
        return split(kept, Double.MAX_VALUE);
    }

    /** What goes on below the columns. */
    public List<Selection> continued() {
        return columns().stream().filter(c -> !c.below().isEmpty()).toList();
    }

    /** What helps to understand the question, asks it, or tells of a view without a position. */
    public Selection besides() {
        List<Passage> all = on(Optional.empty());
        List<Passage> first = byRank(all).subList(0, Math.min(MAX_BESIDES, all.size()));
        return new Selection(Optional.empty(), inOrder(all, first), List.of(), all.size() - first.size());
    }

    /** Whether some passage stands on the question page only. */
    public boolean isShortened() {
        return besides().left() > 0 || columns().stream().anyMatch(c -> c.left() > 0);
    }

    /** Whether to print who speaks: the source itself does where nobody is named. */
    public boolean namesVoice(Passage passage) {
        return namesSpeaker(passage);
    }

    static boolean namesSpeaker(Passage passage) {
        return passage.voice().kind() != VoiceKind.OUTLET || passage.relation() == Relation.REPORTS;
    }

    /** The cautions for which there is room. */
    public String care() {
        return String.join(" ", paper().cautions());
    }

    static int inARow(List<Passage> passages) {
        return Math.max(1, Math.min(MAX_IN_A_ROW, passages.size()));
    }

    private HandoutPaper paper() {
        return new HandoutPaper(evidence.question(), language, cautions);
    }

    private double roomBeside(List<String> framing) {
        return paper().roomBeside(framing, besides().shown());
    }

    /** The longest columns that leave room for what goes on below them; empty when there are none. */
    private Optional<List<Selection>> fit(List<List<Passage>> kept, double room) {
        return kept.stream()
                .flatMapToDouble(this::heights)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .map(height -> split(kept, height))
                .filter(columns -> paper().columns(columns) <= room)
                .findFirst();
    }

    /** How high a column is after its first passage, after its second, and so on; at least of no height. */
    private DoubleStream heights(List<Passage> kept) {
        List<Passage> column = kept.isEmpty() ? kept : inOrder(on(kept.get(0).position()), kept);
        return IntStream.rangeClosed(0, column.size()).mapToDouble(n -> paper().column(column.subList(0, n)));
    }

    private List<Selection> split(List<List<Passage>> kept, double height) {
        List<Position> positions = evidence.question().positions();
        return IntStream.range(0, positions.size())
                .mapToObj(i -> split(Optional.of(positions.get(i)), kept.get(i), height))
                .toList();
    }

    private Selection split(Optional<Position> position, List<Passage> kept, double height) {
        List<Passage> all = on(position);
        List<Passage> printed = inOrder(all, kept);
        int in = Math.min(1, printed.size());
        while (in < printed.size() && paper().column(printed.subList(0, in + 1)) <= height) {
            in++;
        }
        return new Selection(
                position, printed.subList(0, in), printed.subList(in, printed.size()), all.size() - printed.size());
    }

    private List<Passage> on(Optional<Position> position) {
        return evidence.passages().stream()
                .filter(p -> p.position().equals(position))
                .sorted(Comparator.comparing(Passage::relation))
                .toList();
    }

    private static List<Passage> inOrder(List<Passage> all, List<Passage> chosen) {
        return all.stream().filter(chosen::contains).toList();
    }

    /** The passages of each position, those first that no sheet should lack. */
    private List<List<Passage>> ranked() {
        return evidence.question().positions().stream()
                .map(position -> byRank(on(Optional.of(position))))
                .collect(Collectors.toList());
    }

    private List<Passage> byRank(List<Passage> all) {
        List<Passage> noted = all.stream().filter(this::isNoted).toList();
        Map<Relation, Passage> firsts = new EnumMap<>(Relation.class);
        Stream.concat(noted.stream(), all.stream()).forEach(p -> firsts.putIfAbsent(p.relation(), p));
        Set<Passage> ranked = new LinkedHashSet<>(firsts.values());
        Set<List<Object>> places = new HashSet<>();
        noted.stream()
                .filter(p -> places.add(List.of(p.source(), p.paragraph())))
                .forEach(ranked::add);
        ranked.addAll(turns(all));
        return new ArrayList<>(ranked);
    }

    /** Whether an editor's note is about the paragraph in which the passage was recorded. */
    private boolean isNoted(Passage passage) {
        return evidence.notes().stream()
                .anyMatch(note -> note.source().filter(passage.source()::equals).isPresent()
                        && note.paragraph()
                                .filter(n -> n == passage.span().paragraph())
                                .isPresent());
    }

    /** The first of each source, then the second of each, and so on. */
    private static List<Passage> turns(List<Passage> passages) {
        Map<Object, List<Passage>> bySource = passages.stream()
                .collect(Collectors.groupingBy(Passage::source, LinkedHashMap::new, Collectors.toList()));
        List<Passage> turns = new ArrayList<>();
        for (int turn = 0; turns.size() < passages.size(); turn++) {
            for (List<Passage> one : bySource.values()) {
                if (turn < one.size()) {
                    turns.add(one.get(turn));
                }
            }
        }
        return turns;
    }
}
