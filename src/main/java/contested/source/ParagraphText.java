package contested.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
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

    /** Unicode white space. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Marks that browsers and word processors put between visible characters: soft hyphens, directions, no width. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]");

    /**
     * Joiners shape the letters of some scripts and join pictures, of which looking behind sees the second half only;
     * elsewhere they are as invisible as the others.
     */
    private static final Pattern IDLE_JOINERS = Pattern.compile("(?<![\\p{IsArabic}\\p{IsSyriac}\\p{IsMongolian}"
            + "\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}"
            + "\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{IsKhmer}\\p{IsMyanmar}\\p{So}\\uFE0F\\uDC00-\\uDFFF])"
            + "[\\u200C\\u200D]");

    public ParagraphText {
        String visible =
                IDLE_JOINERS.matcher(INVISIBLE.matcher(value).replaceAll("")).replaceAll("");
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

    /** 16 hex digits by which a paragraph is found again after small edits; see {@link SimilaritySketch}. */
    public String sketch() {
        SimilaritySketch sketch = new SimilaritySketch();
        sketch.add(value, true);
        return sketch.hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
