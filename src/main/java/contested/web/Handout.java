package contested.web;

import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.passage.VoiceKind;
import contested.question.Position;
import contested.question.Question;
import contested.shared.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a question's evidence goes on the first of two sheets of paper. Where a column has no room for all passages,
 * each source that speaks in it is heard before any is heard again, and the sheet says how many it leaves out. Room is
 * reckoned in lines of a passage's type, generously; a test prints the shipped questions and counts pages.
 *
 * @param evidence all that bears on the question
 * @param language in which it is printed
 */
public record Handout(QuestionEvidence evidence, Language language) {

    /** What a page of A4 holds below its head and above its foot, gaps taken off. */
    private static final double LINES_ON_A_PAGE = 58;

    private static final int CHARS_IN_A_TITLE_LINE = 50;
    private static final double TITLE_LINE = 2;
    private static final int CHARS_IN_A_FRAMING_LINE = 98;
    private static final double FRAMING_LINE = 1.2;

    /** The box below the framing, where the first answer is ticked. */
    private static final int LINES_OF_THE_BOX = 4;

    private static final int CHARS_IN_A_PAGE_LINE = 104;

    /** A column's label, and the note of what it leaves out. */
    private static final int LINES_AROUND_A_COLUMN = 5;

    private static final double STATEMENT_LINE = 1.15;

    /** The rule and the gap between passages. */
    private static final double BETWEEN_PASSAGES = .7;

    /** Mark, source tab and blanks that a passage has beside its text. */
    private static final int CHARS_OF_A_TAB = 14;

    /** The word for any relation but support, which goes without saying in a position's column. */
    private static final int CHARS_OF_A_RELATION = 30;

    /** What takes no position stands below the columns. */
    private static final int MAX_BESIDES_IN_A_ROW = 3;

    private static final int MAX_BESIDES = 6;

    /**
     * Passages that are printed, and how many are not.
     *
     * @param position whose they are; empty for those that take none
     * @param shown    in their order on the question page, by relation
     * @param left     how many stand on the question page only
     */
    public record Selection(Optional<Position> position, List<Passage> shown, int left) {

        public int all() {
            return shown.size() + left;
        }
    }

    /** The framing, paragraph by paragraph; only the first where the rest would cost passages their room. */
    public List<String> framing() {
        List<String> whole = paragraphs();
        double room = roomFor(whole);
        boolean fits = evidence.question().positions().stream().allMatch(p -> lines(on(Optional.of(p))) <= room);
        return fits ? whole : whole.subList(0, 1);
    }

    /** One for each position, in the order of every chart. */
    public List<Selection> columns() {
        double room = roomFor(framing());
        return evidence.question().positions().stream()
                .map(p -> select(Optional.of(p), room))
                .toList();
    }

    /** What helps to understand the question, asks it, or tells of a view without a position. */
    public Selection besides() {
        List<Passage> all = on(Optional.empty());
        List<Passage> shown = inTurn(all, MAX_BESIDES, Double.MAX_VALUE);
        return new Selection(Optional.empty(), shown, all.size() - shown.size());
    }

    /** Whether some passage stands on the question page only. */
    public boolean isShortened() {
        return besides().left() > 0 || columns().stream().anyMatch(c -> c.left() > 0);
    }

    /** Whether to print who speaks: the source itself does where nobody is named. */
    public boolean namesVoice(Passage passage) {
        return passage.voice().kind() != VoiceKind.OUTLET || passage.relation() == Relation.REPORTS;
    }

    private Selection select(Optional<Position> position, double room) {
        List<Passage> all = on(position);
        List<Passage> shown = inTurn(all, all.size(), room);
        return new Selection(position, shown, all.size() - shown.size());
    }

    private List<Passage> on(Optional<Position> position) {
        return evidence.passages().stream()
                .filter(p -> p.position().equals(position))
                .sorted(Comparator.comparing(Passage::relation))
                .toList();
    }

    /** As many as there is room for, and one at least: the first of each source, then the second of each, and so on. */
    private List<Passage> inTurn(List<Passage> all, int most, double room) {
        Set<Passage> chosen = new HashSet<>();
        double used = 0;
        for (Passage passage : turns(all)) {
            used += lines(passage);
            if (chosen.size() == most || used > room && !chosen.isEmpty()) {
                break;
            }
            chosen.add(passage);
        }
        return all.stream().filter(chosen::contains).toList();
    }

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

    private List<String> paragraphs() {
        return evidence.question().framingIn(language);
    }

    /** How many lines each column has for passages, beside such a framing. */
    private double roomFor(List<String> framing) {
        Question question = evidence.question();
        double title = TITLE_LINE * lines(question.title().shownTo(language), CHARS_IN_A_TITLE_LINE);
        double other = 2.0 * lines(question.title().en() + question.title().vi(), 2 * CHARS_IN_A_PAGE_LINE);
        double frame = framing.stream()
                .mapToDouble(p -> FRAMING_LINE * lines(p, CHARS_IN_A_FRAMING_LINE))
                .sum();
        double statement = question.positions().stream()
                .mapToDouble(p -> STATEMENT_LINE * lines(p.statement().shownTo(language), charsInALine() - 3))
                .max()
                .orElse(0);
        return LINES_ON_A_PAGE
                - title
                - other
                - frame
                - LINES_OF_THE_BOX
                - LINES_AROUND_A_COLUMN
                - statement
                - linesOfBesides();
    }

    /** Fewer share the width of the page. */
    public int besidesInARow() {
        return Math.max(1, Math.min(MAX_BESIDES_IN_A_ROW, besides().shown().size()));
    }

    private double linesOfBesides() {
        List<Passage> shown = besides().shown();
        double lines = shown.isEmpty() ? 0 : 3;
        int inARow = besidesInARow();
        for (int i = 0; i < shown.size(); i += inARow) {
            lines += shown.subList(i, Math.min(i + inARow, shown.size())).stream()
                    .mapToDouble(p -> lines(p, CHARS_IN_A_PAGE_LINE / inARow))
                    .max()
                    .orElse(0);
        }
        return lines;
    }

    private double lines(List<Passage> passages) {
        return passages.stream().mapToDouble(this::lines).sum();
    }

    private double lines(Passage passage) {
        return lines(passage, charsInALine());
    }

    private double lines(Passage passage, int charsInALine) {
        String voice = namesVoice(passage) ? passage.voice().name().shownTo(language) : "";
        int chars = CHARS_OF_A_TAB
                + (passage.relation() == Relation.SUPPORTS ? 0 : CHARS_OF_A_RELATION)
                + passage.gist().shownTo(language).length()
                + passage.phrase().exact().length()
                + voice.length();
        return BETWEEN_PASSAGES + Math.ceil((double) chars / charsInALine);
    }

    private int charsInALine() {
        return switch (evidence.question().positions().size()) {
            case 4 -> 25;
            case 3 -> 36;
            default -> 54;
        };
    }

    private static double lines(String text, int charsInALine) {
        return Math.ceil((double) text.length() / charsInALine);
    }
}
