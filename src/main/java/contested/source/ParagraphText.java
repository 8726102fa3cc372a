package contested.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a paragraph in its normal form: NFC, every run of blanks one space, none at the ends. Positions of passages
 * count in this form, so a document saved, copied or wrapped differently gives the same ones.
 *
 * @param value the normalised text
 */
public record ParagraphText(String value) {

    /** Up to this many of the 64 bits may differ between a paragraph and an edited version of it. */
    static final int SKETCH_TOLERANCE_BITS = 14;

    /** Unicode white space, and the marks that browsers and word processors put between visible characters. */
    private static final Pattern BLANKS =
            Pattern.compile("[\\s\\p{Z}\\u200B\\u2060\\uFEFF\\u00AD]+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public ParagraphText {
        String visible = INVISIBLE.matcher(value).replaceAll("");
        value = BLANKS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** In Unicode code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    /** SHA-256 of the text in UTF-8, as 64 lower-case hex digits. */
    public String fingerprint() {
        return HexFormat.of().formatHex(sha256().digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A 64-bit SimHash over the words, as 16 hex digits: texts that share most words differ in few bits. Unlike the
     * fingerprint it finds a paragraph again after small edits. It holds no text. Source: Charikar, "Similarity
     * estimation techniques from rounding algorithms", 2002.
     */
    public String sketch() {
        int[] votes = new int[Long.SIZE];
        for (String word : NO_WORD.split(value.toLowerCase(Locale.ROOT))) {
            long hash = hash64(word);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long sketch = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (votes[bit] > 0) {
                sketch |= 1L << bit;
            }
        }
        return HexFormat.of().toHexDigits(sketch);
    }

    /** How many of 64 bits differ between two sketches: 0 for the same words, about 32 for unrelated ones. */
    static int distance(String sketch, String other) {
        return Long.bitCount(Long.parseUnsignedLong(sketch, 16) ^ Long.parseUnsignedLong(other, 16));
    }

    private static long hash64(String word) {
        byte[] digest = sha256().digest(word.getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash = hash << Byte.SIZE | digest[i] & 0xff;
        }
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
