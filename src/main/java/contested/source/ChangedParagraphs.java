package contested.source;

import contested.source.DocumentLines.Glue;
import contested.source.DocumentLines.Stretch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds those paragraphs of a recognised source that are not in the document as catalogued, but in other words: by their
 * sketch, among the lines that nothing else was found in, between the paragraphs that stand before and after them.
 */
final class ChangedParagraphs {

    /** A paragraph that was edited keeps most of its length: between two thirds and one and a half of it. */
    private static final double LENGTH_FACTOR = 1.5;

    /** Fewer words than this say too little to tell a changed paragraph from another one. */
    private static final int SHORTEST_CHARS = 40;

    /** Nobody's edit moves a paragraph farther; it bounds the work on a long file. */
    private static final int MAX_SEARCHED_LINES = 5_000;

    private final KnownText text;
    private final Map<Integer, Stretch> same;
    private final DocumentLines lines;
    private final BitSet used;
    private final SimilaritySketch[] sketches;

    ChangedParagraphs(KnownText text, Map<Integer, Stretch> same, DocumentLines lines, BitSet used) {
        this.text = text;
        this.same = same;
        this.lines = lines;
        this.used = used;
        sketches = new SimilaritySketch[lines.size()];
    }

    /** Changed texts by paragraph number. */
    Map<Integer, ParagraphText> find() {
        Map<Integer, ParagraphText> found = new TreeMap<>();
        for (Candidate best : bestFirst()) {
            boolean free = used.nextSetBit(best.stretch.from()) < 0
                    || used.nextSetBit(best.stretch.from()) >= best.stretch.to();
            if (free && !found.containsKey(best.number)) {
                found.put(best.number, lines.join(best.stretch));
                used.set(best.stretch.from(), best.stretch.to());
            }
        }
        return found;
    }

    /** The nearest stretches for each missing paragraph, so that one stretch goes to the paragraph that is nearest. */
    private List<Candidate> bestFirst() {
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 1; number <= text.paragraphs().size(); number++) {
            CataloguedParagraph paragraph = text.paragraphs().get(number - 1);
            if (!same.containsKey(number) && paragraph.length() >= SHORTEST_CHARS) {
                Candidate nearest = nearest(number, paragraph);
                if (nearest != null) {
                    candidates.add(nearest);
                }
            }
        }
        candidates.sort((a, b) -> Integer.compare(a.distance, b.distance));
        return candidates;
    }

    private @Nullable Candidate nearest(int number, CataloguedParagraph paragraph) {
        long wanted = SimilaritySketch.parse(paragraph.sketch());
        int begin = lineBefore(number);
        int end = Math.min(lineAfter(number), begin + MAX_SEARCHED_LINES);
        Candidate nearest = null;
        for (int from = begin; from < end; from++) {
            SimilaritySketch sketch = new SimilaritySketch();
            int length = -1;
            for (int to = from; to < Math.min(end, from + Recognition.MAX_LINES) && !used.get(to); to++) {
                length += 1 + lines.get(to).length();
                boolean tooShort = (to - from) * Recognition.SHORTEST_WRAP > length;
                if (tooShort || length > paragraph.length() * LENGTH_FACTOR) {
                    break;
                }
                addLine(sketch, to, to == from);
                if (length * LENGTH_FACTOR >= paragraph.length()) {
                    int distance = SimilaritySketch.distance(wanted, sketch.bits());
                    if (distance <= ParagraphText.SKETCH_TOLERANCE_BITS
                            && (nearest == null || distance < nearest.distance)) {
                        nearest = new Candidate(number, new Stretch(from, to + 1, Glue.BLANK), distance);
                    }
                }
            }
        }
        return nearest;
    }

    private void addLine(SimilaritySketch sketch, int line, boolean beginsText) {
        if (beginsText) {
            sketch.add(lines.get(line).value(), true);
            return;
        }
        if (sketches[line] == null) {
            sketches[line] = new SimilaritySketch();
            sketches[line].add(lines.get(line).value(), false);
        }
        sketch.add(sketches[line]);
    }

    /** Where to begin to look: after the nearest earlier paragraph that is there. */
    private int lineBefore(int number) {
        for (int n = number - 1; n > 0; n--) {
            if (same.containsKey(n)) {
                return inOrder(number) ? same.get(n).to() : 0;
            }
        }
        return 0;
    }

    /** Where to stop: at the nearest later paragraph that is there. */
    private int lineAfter(int number) {
        for (int n = number + 1; n <= text.paragraphs().size(); n++) {
            if (same.containsKey(n)) {
                return inOrder(number) ? same.get(n).from() : lines.size();
            }
        }
        return lines.size();
    }

    /** Whether the neighbours stand in the catalogued order; else the text was rearranged and it may be anywhere. */
    private boolean inOrder(int number) {
        int before = same.entrySet().stream()
                .filter(e -> e.getKey() < number)
                .max(Map.Entry.comparingByKey())
                .map(e -> e.getValue().to())
                .orElse(0);
        int after = same.entrySet().stream()
                .filter(e -> e.getKey() > number)
                .min(Map.Entry.comparingByKey())
                .map(e -> e.getValue().from())
                .orElse(lines.size());
        return before <= after;
    }

    private record Candidate(int number, Stretch stretch, int distance) {}
}
