package contested.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A 64-bit SimHash over words: texts that share most words differ in few bits. The votes of two lines add up to those of
 * the text they make together. It holds no text. Source: Charikar, "Similarity estimation techniques from rounding
 * algorithms", 2002.
 */
final class SimilaritySketch {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final int[] votes = new int[Long.SIZE];

    /** Adds the words of a line. The empty word before leading punctuation counts only where a text begins with it. */
    void add(String line, boolean beginsText) {
        MessageDigest sha = ParagraphText.sha256();
        String[] words = NO_WORD.split(line.toLowerCase(Locale.ROOT));
        for (int i = 0; i < words.length; i++) {
            if (beginsText || i > 0 || !words[i].isEmpty()) {
                vote(hash64(sha, words[i]));
            }
        }
    }

    void add(SimilaritySketch other) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += other.votes[bit];
        }
    }

    private void vote(long hash) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    private static long hash64(MessageDigest sha, String word) {
        byte[] digest = sha.digest(word.getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash = hash << Byte.SIZE | digest[i] & 0xff;
        }
        return hash;
    }

    long bits() {
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (votes[bit] > 0) {
                bits |= 1L << bit;
            }
        }
        return bits;
    }

    String hex() {
        return HexFormat.of().toHexDigits(bits());
    }

    static long parse(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }

    /** How many of 64 bits differ: 0 for the same words, about 32 for unrelated ones. */
    static int distance(long sketch, long other) {
        return Long.bitCount(sketch ^ other);
    }
}
