package contested.web;

import contested.passage.Passage;
import contested.passage.Relation;
import contested.question.Position;
import contested.question.Question;
import contested.shared.Language;
import contested.web.Handout.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a question a sheet of A4 holds, in millimetres, by the sizes in {@code print.css} and the mean width of a
 * letter. A line loses some letters to the word that no longer fits.
 *
 * @param question whose handout it is
 * @param language in which it is printed
 * @param wanted   the cautions to print at the foot, if there is room
 */
record HandoutPaper(Question question, Language language, List<String> wanted) {

    private static final double POINT = 25.4 / 72;
    private static final double WIDTH = 180;

    /** Of the sheet, but for what the reckoning may be wrong by. */
    private static final double HEIGHT = 268 - 2;

    private static final double GAP = 3.2;
    private static final double COLUMN_GAP = 6;

    private static final double LETTERS_LOST_IN_A_LINE = 2;

    private static final double BETWEEN_PARAGRAPHS = 1.5;

    private static final double MAST = 6.6;

    /** The box in which the first answer is ticked, with the gap above it, when its answers take a line. */
    private static final double BOX = 12.3;

    /** Rules, blanks and the label above a column, without its statement. */
    private static final double COLUMN_HEAD = 9.4;

    /** Rule and heading of what stands across the page. */
    private static final double BAND_HEAD = 7.8;

    /** Rule and blanks of a passage. */
    private static final double AROUND_A_PASSAGE = 2.8;

    /** Source, paragraph and mark in front of a passage, in letters. */
    private static final int CHARS_OF_A_TAB = 13;

    /** The word for any relation but support, which goes without saying in a position's column. */
    private static final int CHARS_OF_A_RELATION = 13;

    /** What every foot says of marks, gists and what is left out, with the address of the question's page. */
    private static final int CHARS_OF_THE_FOOT = 530;

    /** More take a second line of the box. */
    private static final int MAX_CHARS_OF_ANSWERS = 60;

    private static final int MAX_LINES_OF_CAUTIONS = 4;

    /**
     * How text is set.
     *
     * @param size   of type, in points
     * @param lead   how many times the size a line is high
     * @param letter how many times the size a letter is wide, on the mean, in the wider of the two languages
     */
    private record Type(double size, double lead, double letter) {

        double height(String text, double width) {
            return height(text.length(), width);
        }

        double height(double chars, double width) {
            return lines(chars, width) * size * lead * POINT;
        }

        double lines(double chars, double width) {
            double inALine = width / (letter * size * POINT) - LETTERS_LOST_IN_A_LINE;
            return Math.ceil(chars / inALine);
        }
    }

    private static final Type TITLE = new Type(18, 1.25, .51);
    private static final Type OTHER_TITLE = new Type(10, 1.35, .46);
    private static final Type FRAMING = new Type(9.5, 1.42, .484);
    private static final Type STATEMENT = new Type(9.5, 1.3, .493);
    private static final Type PASSAGE = new Type(8.5, 1.36, .468);
    private static final Type NOTE = new Type(8.5, 1.42, .475);
    private static final Type FOOT = new Type(8, 1.4, .458);

    /** The cautions that take no more than a few lines, in their order. */
    List<String> cautions() {
        List<String> shown = new ArrayList<>();
        for (String caution : wanted) {
            if (FOOT.lines(String.join(" ", shown).length() + caution.length() + 1.0, WIDTH) <= MAX_LINES_OF_CAUTIONS) {
                shown.add(caution);
            }
        }
        return shown;
    }

    /** How high columns may be, with all that goes on below them. */
    double roomBeside(List<String> framing, List<Passage> besides) {
        double frame = framing.stream()
                        .mapToDouble(p -> BETWEEN_PARAGRAPHS + FRAMING.height(p, WIDTH))
                        .sum()
                - BETWEEN_PARAGRAPHS;
        double beside = besides.isEmpty() ? 0 : GAP + band(besides);
        double foot = 2.5
                + FOOT.height(CHARS_OF_THE_FOOT + String.join(" ", cautions()).length(), WIDTH);
        return HEIGHT - MAST - titles() - frame - box() - beside - foot - 4 * GAP;
    }

    /** All columns, side by side, and what goes on below them. */
    double columns(List<Selection> columns) {
        double highest = columns.stream().mapToDouble(this::column).max().orElse(0);
        double below = columns.stream()
                .filter(c -> !c.below().isEmpty())
                .mapToDouble(c -> GAP + band(c.below()))
                .sum();
        return highest + below;
    }

    /** The passages of a column, one below the other. */
    double column(List<Passage> passages) {
        return passages.stream().mapToDouble(p -> height(p, columnWidth())).sum();
    }

    private double column(Selection column) {
        double statement = column.position()
                .map(Position::statement)
                .map(s -> STATEMENT.height(s.shownTo(language), columnWidth()))
                .orElse(0.0);
        double notes = (column.left() > 0 ? note(65) : 0) + (column.below().isEmpty() ? 0 : note(31));
        // "No passage from these sources takes this side."
        double none = column.shown().isEmpty() ? note(60) : 0;
        return COLUMN_HEAD + statement + none + column(column.shown()) + notes;
    }

    private double note(int chars) {
        return 3.3 + NOTE.height(chars, columnWidth());
    }

    private double band(List<Passage> passages) {
        int inARow = Handout.inARow(passages);
        double width = (WIDTH - (inARow - 1) * COLUMN_GAP) / inARow;
        double height = BAND_HEAD;
        for (int i = 0; i < passages.size(); i += inARow) {
            height += passages.subList(i, Math.min(i + inARow, passages.size())).stream()
                    .mapToDouble(p -> height(p, width))
                    .max()
                    .orElse(0);
        }
        return height;
    }

    private double height(Passage passage, double width) {
        int chars = CHARS_OF_A_TAB
                + (passage.relation() == Relation.SUPPORTS ? 0 : CHARS_OF_A_RELATION)
                + passage.gist().shownTo(language).length()
                + passage.phrase().exact().length()
                + 3
                + (Handout.namesSpeaker(passage)
                        ? passage.voice().name().shownTo(language).length() + 3
                        : 0);
        return AROUND_A_PASSAGE + PASSAGE.height(chars, width);
    }

    private double columnWidth() {
        int columns = question.positions().size();
        return (WIDTH - (columns - 1) * COLUMN_GAP) / columns;
    }

    private double titles() {
        Language other = language == Language.VI ? Language.EN : Language.VI;
        double second = question.title()
                .in(other)
                .map(t -> 1.5 + OTHER_TITLE.height(t, WIDTH))
                .orElse(0.0);
        return TITLE.height(question.title().shownTo(language), WIDTH) + second;
    }

    /** Long or many answers take a second line. */
    private double box() {
        int chars = question.positions().stream()
                .mapToInt(p -> p.label().shownTo(language).length() + 8)
                .sum();
        return BOX + (chars > MAX_CHARS_OF_ANSWERS ? 7 : 0);
    }
}
