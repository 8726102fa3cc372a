package contested.passage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the stretches that are marked in it, cut at each of their ends, so that stretches may overlap, stand within
 * each other or begin at the same place. Written one after the other, the segments are the text again.
 *
 * @param segments none is empty
 * @param <T>      what marks a stretch
 */
public record MarkedText<T>(List<Segment<T>> segments) {

    /** What readers see as one character: a letter with its combining marks, a picture of several code points. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /**
     * A part of the text over which the same marks lie.
     *
     * @param text   the part itself
     * @param marks  those that lie over it, the longest first; empty in plain text
     * @param ends   those of them that end here
     * @param quoted whether some mark quotes these words themselves
     */
    public record Segment<T>(String text, List<T> marks, List<T> ends, boolean quoted) {

        /** A longer last word may break; nothing so long fits beside a sign on a narrow screen. */
        private static final int MAX_TIED_CHARS = 18;

        public boolean isPlain() {
            return marks.isEmpty();
        }

        /** What stands before {@link #lastWord}. */
        public String beforeLastWord() {
            return text.substring(0, lastWordAt());
        }

        /** The word to which the signs at the end are tied, so that none of them begins a line; may be empty. */
        public String lastWord() {
            return text.substring(lastWordAt());
        }

        private int lastWordAt() {
            if (ends.isEmpty()) {
                return text.length();
            }
            int at = text.lastIndexOf(' ') + 1;
            return text.length() - at > MAX_TIED_CHARS ? text.length() : at;
        }
    }

    /** The text with these stretches marked. What lies beyond its end is left out. */
    public static <T> MarkedText<T> of(String text, Map<T, Span> stretches) {
        return of(text, stretches, List.of());
    }

    /** The same, cut also where the words begin and end that are quoted; such words lie within stretches. */
    static <T> MarkedText<T> of(String text, Map<T, Span> stretches, List<Span> phrases) {
        int length = text.codePointCount(0, text.length());
        List<Stretch<T>> within = within(text, length, stretches);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, length));
        within.forEach(s -> cuts.addAll(List.of(s.start(), s.end())));
        Map<Integer, Span> numbered = new HashMap<>();
        phrases.forEach(phrase -> numbered.put(numbered.size(), phrase));
        List<Stretch<Integer>> quoted = within(text, length, numbered);
        quoted.forEach(s -> cuts.addAll(List.of(s.start(), s.end())));
        List<Segment<T>> segments = new ArrayList<>();
        Integer from = cuts.first();
        for (Integer to : cuts.tailSet(from, false)) {
            int start = from;
            int end = to;
            segments.add(new Segment<>(
                    text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)),
                    marks(within, s -> s.start() <= start && s.end() >= end),
                    marks(within, s -> s.end() == end && s.start() <= start),
                    quoted.stream().anyMatch(s -> s.start() <= start && s.end() >= end)));
            from = to;
        }
        return new MarkedText<>(List.copyOf(segments));
    }

    /** Widened to whole characters, in their order from the longest to the shortest. */
    private static <T> List<Stretch<T>> within(String text, int length, Map<T, Span> stretches) {
        TreeSet<Integer> edges = edges(text);
        return stretches.entrySet().stream()
                .filter(e -> e.getValue().start() < length)
                .map(e -> new Stretch<>(
                        e.getKey(),
                        atMost(edges, e.getValue().start()),
                        atLeast(edges, Math.min(length, e.getValue().end()))))
                .sorted(Comparator.comparingInt(s -> s.start() - s.end()))
                .toList();
    }

    /** Between which code points a text may be cut. */
    private static TreeSet<Integer> edges(String text) {
        TreeSet<Integer> edges = new TreeSet<>(List.of(0));
        Matcher characters = CHARACTER.matcher(text);
        int at = 0;
        while (characters.find()) {
            at += text.codePointCount(characters.start(), characters.end());
            edges.add(at);
        }
        return edges;
    }

    private static int atMost(TreeSet<Integer> edges, int place) {
        Integer edge = edges.floor(place);
        return edge == null ? place : edge;
    }

    private static int atLeast(TreeSet<Integer> edges, int place) {
        Integer edge = edges.ceiling(place);
        return edge == null ? place : edge;
    }

    private static <T> List<T> marks(Collection<Stretch<T>> among, Predicate<Stretch<T>> which) {
        return among.stream().filter(which).map(Stretch::mark).toList();
    }

    private record Stretch<T>(T mark, int start, int end) {}
}
