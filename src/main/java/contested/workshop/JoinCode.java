package contested.workshop;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What opens a workshop to whoever reads it from the wall: sixteen letters and digits of which none is taken for another,
 * long enough for its life.
 *
 * <p>Left out are 0 O Q D, 1 I L, 2 Z, 5 S, 8 B, U V W Y and G, each like another one of these or like one that stayed;
 * with A and E no vowel is left, so no code is a word. The letters that stayed are also those that a Vietnamese keyboard
 * leaves alone: it makes đ of DD or D9, and ư of W.
 *
 * <p>How long a code is follows from its life. {@link GuessBrake} looks up at most {@value GuessBrake#LOOKED_UP_PER_SECOND}
 * wrong guesses a second; if somebody makes that many during the whole life of {@value #OPEN_CODES} open codes, the chance
 * to hit any of them shall stay below one in {@value #ONE_IN}. So the 16^n codes of n characters must be more than
 * 1,000 × seconds × 50 × 1,000:
 *
 * <table>
 * <caption>Lengths</caption>
 * <tr><th>life</th><th>needed</th><th>characters</th><th>there are</th></tr>
 * <tr><td>10 minutes</td><td>3.0 × 10^10</td><td>9</td><td>6.9 × 10^10</td></tr>
 * <tr><td>1 hour</td><td>1.8 × 10^11</td><td>10</td><td>1.1 × 10^12</td></tr>
 * <tr><td>6 hours</td><td>1.1 × 10^12</td><td>10</td><td>1.1 × 10^12</td></tr>
 * <tr><td>1 day</td><td>4.3 × 10^12</td><td>11</td><td>1.8 × 10^13</td></tr>
 * <tr><td>2 weeks</td><td>6.0 × 10^13</td><td>12</td><td>2.8 × 10^14</td></tr>
 * <tr><td>1 year</td><td>1.6 × 10^15</td><td>13</td><td>4.5 × 10^15</td></tr>
 * </table>
 *
 * <p>With more open codes, or a longer life than it was made for, the chance grows in proportion.
 *
 * @param value the characters alone, in capitals
 */
public record JoinCode(String value) {

    public static final int MIN_LENGTH_CHARS = 8;
    public static final int MAX_LENGTH_CHARS = 14;

    /** More than one school has open at once. */
    static final int OPEN_CODES = 50;

    /** The chance for somebody who guesses all the time: once in so many lives of a code. */
    static final int ONE_IN = 1000;

    private static final String ALPHABET = "CFHJKMNPRTX34679";

    /** A longer row of characters is lost on the way from the wall to the phone. */
    private static final int MAX_GROUP_CHARS = 5;

    /** What Cyrillic and Greek keyboards write for letters of the alphabet, and what that is. */
    private static final String TWINS = "СНКМРТХΗΚΜΝΡΤΧ";

    private static final String OF_TWINS = "CHKMPTXHKMNPTX";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException When that is no join code. */
    public JoinCode {
        if (!value.matches("[" + ALPHABET + "]{" + MIN_LENGTH_CHARS + "," + MAX_LENGTH_CHARS + "}")) {
            throw new IllegalArgumentException("not a join code");
        }
    }

    /**
     * A new code, as long as its life asks for.
     *
     * @throws IllegalArgumentException When it would live for decades.
     */
    public static JoinCode fresh(Duration life) {
        return new JoinCode(RANDOM.ints(lengthFor(life), 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, at) -> code.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString());
    }

    static int lengthFor(Duration life) {
        double guesses = (double) GuessBrake.LOOKED_UP_PER_SECOND * Math.max(1, life.toSeconds());
        double needed = guesses * OPEN_CODES * ONE_IN;
        int length = (int) Math.floor(Math.log(needed) / Math.log(ALPHABET.length())) + 1;
        return Math.max(MIN_LENGTH_CHARS, length);
    }

    /**
     * The code that somebody typed: in any case, with blanks, hyphens and dots anywhere, full-width or in the digits of
     * another script, or with a Cyrillic or Greek letter that looks the same. Empty where that is no code. Nothing is
     * guessed: of pairs that look alike, neither is in a code.
     */
    public static Optional<JoinCode> parse(String typed) {
        if (typed.length() > 4 * MAX_LENGTH_CHARS) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\s\\p{Pd}\\p{Cf}.·_]", "")
                .codePoints()
                .map(JoinCode::asInCodes)
                .forEach(code::appendCodePoint);
        try {
            return Optional.of(new JoinCode(code.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int asInCodes(int typed) {
        int twin = TWINS.indexOf(typed);
        if (twin >= 0) {
            return OF_TWINS.charAt(twin);
        }
        return Character.isDigit(typed) ? Character.forDigit(Character.digit(typed, 10), 10) : typed;
    }

    /** In groups of about the same length, as people read it out: {@code KHXMT 47936}. */
    public String shown() {
        return String.join(" ", groups());
    }

    /** The same, for pages that set each group apart. */
    public List<String> groups() {
        int groups = (value.length() + MAX_GROUP_CHARS - 1) / MAX_GROUP_CHARS;
        List<String> all = new ArrayList<>();
        int from = 0;
        for (int left = groups; left > 0; left--) {
            int length = (value.length() - from + left - 1) / left;
            all.add(value.substring(from, from + length));
            from += length;
        }
        return List.copyOf(all);
    }

    /** Says nothing: a code in a log would open the workshop to its readers. */
    @Override
    public String toString() {
        return "a join code";
    }
}
