package contested.shared;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, without the characters by which a text shows other than it reads: no bidi controls, nothing
 * invisible, no towers of marks. What is stored stays as typed; this is for showing it and for finding words in it.
 */
public final class TamedText {

    /** Vietnamese and Ancient Greek pile up two or three marks when decomposed; more is a tower. */
    private static final int MAX_MARKS = 3;

    private static final int JOINER = 0x200D;
    private static final int EMOJI_FORM = 0xFE0F;

    private TamedText() {}

    /** As it is shown. */
    public static String of(String typed) {
        StringBuilder tamed = new StringBuilder(typed.length());
        int marks = 0;
        int before = 0;
        for (int at = 0; at < typed.length(); ) {
            int c = typed.codePointAt(at);
            at += Character.charCount(c);
            int next = at < typed.length() ? typed.codePointAt(at) : 0;
            if (c == 0x2028 || c == 0x2029) {
                c = '\n';
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MAX_MARKS && (!isInvisible(c) || c == JOINER && joinsPicture(before, next))) {
                tamed.appendCodePoint(c);
                before = c;
            }
        }
        return tamed.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK && c != EMOJI_FORM || type == Character.ENCLOSING_MARK;
    }

    /** A joiner makes one picture of two, such as a family; between letters it only hides. */
    private static boolean joinsPicture(int before, int next) {
        return (before == EMOJI_FORM || isPicture(before)) && isPicture(next);
    }

    private static boolean isPicture(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL && c > 0xFFFF;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            // Bidi controls, zero-width characters, soft hyphens, tags.
            case Character.FORMAT, Character.SURROGATE -> true;
            // Combining grapheme joiner, Hangul fillers, blank Braille, Khmer vowels without form.
            default ->
                c == 0x034F
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0xFFA0
                        || c == 0x2800
                        || c == 0x17B4
                        || c == 0x17B5;
        };
    }

    /**
     * As words are found in it: one case, one width, single blanks, and the tone of each Vietnamese syllable at its end,
     * so that both ways of placing it are one word.
     */
    public static String marked(String typed) {
        String spelt = Normalizer.normalize(of(typed).replace(Character.toString(JOINER), ""), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(spelt.length());
        StringBuilder tones = new StringBuilder();
        for (int at = 0; at < spelt.length(); at++) {
            char c = spelt.charAt(at);
            if (isTone(c)) {
                tones.append(c);
                continue;
            }
            if (!Character.isLetterOrDigit(c) && !isMark(c) && !Character.isSurrogate(c)) {
                flush(tones, words);
            }
            words.append(Character.isWhitespace(c) || c == '\u00A0' ? ' ' : c);
        }
        flush(tones, words);
        return words.toString().replaceAll(" {2,}", " ").strip();
    }

    private static void flush(StringBuilder tones, StringBuilder words) {
        words.append(tones);
        tones.setLength(0);
    }

    /** Grave, acute, tilde, hook above, dot below; the other marks make another letter. */
    private static boolean isTone(char c) {
        return c == '\u0300' || c == '\u0301' || c == '\u0303' || c == '\u0309' || c == '\u0323';
    }

    /** As {@link #marked}, without any marks. */
    public static String unmarked(String typed) {
        return marked(typed).replaceAll("\\p{M}", "").replace('đ', 'd');
    }

    /** Whether two characters of it do not belong together: a NUL, or half of a pair. Such a text cannot be stored. */
    public static boolean isBroken(@Nullable String typed) {
        return typed != null && typed.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }
}
