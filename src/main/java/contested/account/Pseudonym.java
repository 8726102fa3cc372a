package contested.account;

import contested.shared.UserFacingException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name under which somebody takes part, 2 to 30 characters: letters, digits, blanks between them, and {@code . - _ '}.
 *
 * @param value as its owner writes it, NFC, blanks collapsed
 */
public record Pseudonym(String value) {

    public static final int MIN_LENGTH_CHARS = 2;
    public static final int MAX_LENGTH_CHARS = 30;

    /** The field of the form in which it is typed. */
    public static final String FIELD = "pseudonym";

    /** What those who hold an office here are called, in both languages, and the portal itself. */
    private static final Set<String> OFFICES = Stream.of(
                    "moderator",
                    "admin",
                    "administrator",
                    "editor",
                    "contested",
                    "facilitator",
                    "teacher",
                    "người điều phối",
                    "giáo viên",
                    "người duyệt",
                    "quản trị",
                    "kiểm duyệt",
                    "biên tập")
            .map(office -> new Pseudonym(office).key())
            .collect(Collectors.toUnmodifiableSet());

    /** @throws UserFacingException When the text cannot be a pseudonym. */
    public static Pseudonym of(String typed) {
        String value = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        int length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH_CHARS || length > MAX_LENGTH_CHARS) {
            throw new UserFacingException(FIELD, "account.pseudonym.length", MIN_LENGTH_CHARS, MAX_LENGTH_CHARS);
        }
        if (!value.matches("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} .'_-]*")) {
            throw new UserFacingException(FIELD, "account.pseudonym.characters");
        }
        return new Pseudonym(value);
    }

    /**
     * What two pseudonyms share that people would take for one: without case, marks, blanks and signs, and with letters
     * that look like another told as that one. Source: Unicode TS 39, in small.
     */
    public String key() {
        String bare = Normalizer.normalize(value, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replace('đ', 'd');
        StringBuilder key = new StringBuilder();
        bare.codePoints().map(Pseudonym::lookAlike).forEach(key::appendCodePoint);
        return key.isEmpty() ? value : key.toString();
    }

    /** Whether a reader would take it for somebody with an office here: it is the name of one, or has one as a word of it. */
    boolean pretendsOffice() {
        List<String> words = List.of(value.split("[^\\p{L}\\p{M}\\p{N}]+"));
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                if (OFFICES.contains(new Pseudonym(String.join("", words.subList(from, to))).key())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int lookAlike(int letter) {
        String from = "01lіаеорсухкмтвнѕјαορνικ";
        String to = "oiiiaeopcyxkmtbhsjaopvik";
        int at = from.indexOf(letter);
        return at < 0 ? letter : to.charAt(at);
    }

    @Override
    public String toString() {
        return value;
    }
}
