package contested.workshop;

import contested.account.Secrets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a participant writes down to come back from another device: seven words that mean nothing, such as
 * {@code bado kimu tepa}, each of two open syllables that English and Vietnamese readers say the same way.
 *
 * <p>Ten consonants and five vowels, neither twice in a word, make 10 × 5 × 9 × 4 = 1,800 words; without those that are a
 * word after all, seven of the rest hold more than 75 bits, where 70 were asked for. At the
 * {@value GuessBrake#LOOKED_UP_PER_SECOND} wrong guesses a second that {@link GuessBrake} looks up, somebody who guesses
 * for a year at 10,000 phrases has one chance in a hundred million.
 *
 * <p>Letters were chosen by what Vietnamese keyboards do, too: by Telex s, f, r, x, j and w are marks, and a d or a vowel
 * that comes again in a word becomes a mark on the first.
 *
 * <p>Nobody stores the phrase itself, only its {@link #hash}; so nobody can tell it again, and a facilitator gives another.
 */
public final class ReturnPhrase {

    /** Words of two syllables. */
    static final int WORDS = 7;

    /** No longer text can be one, even with all that is forgiven. */
    private static final int MAX_TYPED_CHARS = 200;

    private static final String CONSONANTS = "bdhklmnptv";
    private static final String VOWELS = "aeiou";

    /** Words that somebody may find rude, or that name somebody, in one of the languages heard here. */
    private static final Set<String> REFUSED = Set.of(
            "bide", "bite", "buta", "dame", "dike", "dita", "dite", "dito", "ditu", "dope", "duma", "dume", "dumi",
            "dumo", "hate", "hoti", "kuni", "lame", "lona", "lone", "loni", "lonu", "lube", "nato", "nude", "pedi",
            "pedo", "peni", "pube", "puke", "puta", "pute", "puti", "puto", "tali", "tito", "toke", "veto", "vote");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String letters;

    private ReturnPhrase(String letters) {
        this.letters = letters;
    }

    public static ReturnPhrase fresh() {
        StringBuilder letters = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            letters.append(word());
        }
        return new ReturnPhrase(letters.toString());
    }

    /** Each allowed word is as likely as the others. */
    private static String word() {
        while (true) {
            String word = syllable() + syllable();
            if (isAllowed(word)) {
                return word;
            }
        }
    }

    private static String syllable() {
        return "" + any(CONSONANTS) + any(VOWELS);
    }

    private static char any(String letters) {
        return letters.charAt(RANDOM.nextInt(letters.length()));
    }

    private static boolean isAllowed(String word) {
        return word.charAt(0) != word.charAt(2) && word.charAt(1) != word.charAt(3) && !REFUSED.contains(word);
    }

    /** How many words a phrase may be made of. */
    static long words() {
        long count = 0;
        for (char first : CONSONANTS.toCharArray()) {
            for (char second : VOWELS.toCharArray()) {
                for (char third : CONSONANTS.toCharArray()) {
                    for (char fourth : VOWELS.toCharArray()) {
                        count += isAllowed("" + first + second + third + fourth) ? 1 : 0;
                    }
                }
            }
        }
        return count;
    }

    /**
     * The phrase that somebody typed: in any case, with or without blanks, hyphens and marks on letters. Empty where that
     * has not the shape of one; whether it is anybody's only its hash tells.
     */
    public static Optional<ReturnPhrase> parse(String typed) {
        if (typed.length() > MAX_TYPED_CHARS) {
            return Optional.empty();
        }
        String letters = Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[\\p{M}\\p{Z}\\s\\p{P}\\p{Cf}]", "");
        boolean shaped = letters.matches("([" + CONSONANTS + "][" + VOWELS + "]){" + 2 * WORDS + "}");
        return shaped ? Optional.of(new ReturnPhrase(letters)) : Optional.empty();
    }

    /** As it is shown once, to its owner alone. */
    public String shown() {
        return String.join(" ", words(letters));
    }

    private static List<String> words(String letters) {
        List<String> all = new ArrayList<>();
        for (int from = 0; from < letters.length(); from += 4) {
            all.add(letters.substring(from, from + 4));
        }
        return all;
    }

    /**
     * SHA-256 in hex. A slow hash is for what people choose; at ten thousand million tries a second, somebody who has the
     * disk needs 60,000 years on average for one phrase of 75 bits.
     */
    public String hash() {
        return Secrets.hash(letters);
    }

    /** Says nothing: the phrase is its owner's. */
    @Override
    public String toString() {
        return "a return phrase";
    }
}
