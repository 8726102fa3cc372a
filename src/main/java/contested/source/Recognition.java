package contested.source;

import contested.shared.Slug;
import contested.source.DocumentLines.Glue;
import contested.source.DocumentLines.Stretch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Recognises documents by the fingerprints of their paragraphs, whatever a file is called and whatever else is in it.
 * What is no known paragraph (menus, captions, bylines) is left out.
 */
public final class Recognition {

    /** A paragraph wrapped into more lines than this was not wrapped for reading. */
    static final int MAX_LINES = 40;

    /**
     * Lines of a wrapped paragraph are this long on average, the last one aside. Together with {@link #MAX_LINES} and the
     * longest known paragraph it bounds what is tried in a file of millions of short lines.
     */
    static final int SHORTEST_WRAP = 10;

    private final List<KnownText> known;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final BitSet lengths = new BitSet();
    private final int longest;
    private long hashedLines;

    public Recognition(List<KnownText> known) {
        this.known = List.copyOf(known);
        for (KnownText text : known) {
            for (int i = 0; i < text.paragraphs().size(); i++) {
                CataloguedParagraph paragraph = text.paragraphs().get(i);
                places.computeIfAbsent(paragraph.fingerprint(), f -> new ArrayList<>())
                        .add(new Place(text.source(), i + 1));
                lengths.set(paragraph.length());
            }
        }
        longest = Math.max(0, lengths.length() - 1);
    }

    /** The sources whose text is in these lines, in the catalogue's order. As a rule none or one. */
    public List<RecognisedDocument> recognise(DocumentLines lines) {
        Map<Slug, Map<Integer, Stretch>> found = new HashMap<>();
        BitSet used = new BitSet();
        findExact(lines, (stretch, place) -> {
            found.computeIfAbsent(place.source(), s -> new TreeMap<>()).putIfAbsent(place.number(), stretch);
            used.set(stretch.from(), stretch.to());
        });
        List<RecognisedDocument> documents = new ArrayList<>();
        for (KnownText text : known) {
            Map<Integer, Stretch> same = found.getOrDefault(text.source(), Map.of());
            if (same.size() >= text.enough()) {
                documents.add(document(text, same, lines, used));
            }
        }
        return documents;
    }

    /** How many lines were hashed so far: what the work on a file is measured by. */
    long hashedLines() {
        return hashedLines;
    }

    private void findExact(DocumentLines lines, BiConsumer<Stretch, Place> whenFound) {
        for (int from = 0; from < lines.size(); from++) {
            if (tryFrom(lines, from, Glue.BLANK, whenFound)) {
                tryFrom(lines, from, Glue.HYPHEN, whenFound);
            }
        }
    }

    /** Tries each stretch that begins here; tells whether a line ended in a hyphen, so that another glue may fit. */
    private boolean tryFrom(DocumentLines lines, int from, Glue glue, BiConsumer<Stretch, Place> whenFound) {
        MessageDigest soFar = ParagraphText.sha256();
        boolean hyphen = false;
        String before = "";
        int length = 0;
        for (int to = from; to < Math.min(lines.size(), from + MAX_LINES); to++) {
            String line = lines.get(to).value();
            String between = glue.before(before);
            length += between.length() + lines.get(to).length();
            if (length > longest || (to - from) * SHORTEST_WRAP > length) {
                break;
            }
            hash(soFar, between + line);
            if (lengths.get(length)) {
                Stretch stretch = new Stretch(from, to + 1, glue);
                places.getOrDefault(fingerprint(soFar), List.of()).forEach(place -> whenFound.accept(stretch, place));
            }
            hyphen |= line.endsWith("-");
            before = line;
        }
        return hyphen;
    }

    private void hash(MessageDigest soFar, String text) {
        soFar.update(text.getBytes(StandardCharsets.UTF_8));
        hashedLines++;
    }

    private static String fingerprint(MessageDigest soFar) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) soFar.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
        }
    }

    private static RecognisedDocument document(
            KnownText text, Map<Integer, Stretch> same, DocumentLines lines, BitSet used) {
        Map<Integer, ParagraphText> paragraphs = new TreeMap<>();
        same.forEach((number, stretch) -> paragraphs.put(number, lines.join(stretch)));
        new ChangedParagraphs(text, same, lines, used).find().forEach(paragraphs::put);
        return new RecognisedDocument(text.source(), paragraphs, same.size());
    }

    private record Place(Slug source, int number) {}
}
