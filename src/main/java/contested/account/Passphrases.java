package contested.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hashes passphrases, checks them, and says which are allowed. */
@ApplicationScoped
public class Passphrases {

    /** Characters are code points of the NFKC form. Source: NIST SP 800-63B, 5.1.1. */
    public static final int MIN_LENGTH_CHARS = 12;

    public static final int MAX_LENGTH_CHARS = 128;

    /** The field of the form in which it is typed. */
    public static final String FIELD = "passphrase";

    /** Memory in KiB, passes, lanes and bytes of hash. Source: OWASP Password Storage, the row of 19 MiB. */
    private static final Argon2Function HASH = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private static final Set<String> COMMON = common();

    /** The hash of a passphrase that nobody has: checking it takes as long as checking one that somebody has. */
    private final String nobody = hash("nobody has this passphrase");

    /** @throws UserFacingException When it is too short, too long or among those that are guessed first. */
    public void requireAllowed(String typed, Pseudonym owner) {
        requireAllowed(typed, owner, FIELD);
    }

    /** The same, of a form in which it is typed into another field. */
    void requireAllowed(String typed, Pseudonym owner, String field) {
        String passphrase = normal(typed);
        int length = passphrase.codePointCount(0, passphrase.length());
        if (length < MIN_LENGTH_CHARS) {
            throw new UserFacingException(field, "account.passphrase.short", MIN_LENGTH_CHARS);
        }
        if (length > MAX_LENGTH_CHARS) {
            throw new UserFacingException(field, "account.passphrase.long", MAX_LENGTH_CHARS);
        }
        String core = core(passphrase);
        boolean repeated = passphrase.codePoints().distinct().count() < 4;
        if (repeated || core.length() < 4 || COMMON.contains(core) || core.equals(core(owner.value()))) {
            throw new UserFacingException(field, "account.passphrase.common");
        }
    }

    /** In the PHC string format, with its parameters and a salt of its own. */
    public String hash(String typed) {
        return Password.hash(normal(typed)).addRandomSalt(16).with(HASH).getResult();
    }

    /** Whether that is the passphrase; takes as long when there is no hash to check it against. */
    public boolean matches(String typed, @Nullable String hash) {
        String passphrase = normal(typed);
        if (passphrase.length() > 2 * MAX_LENGTH_CHARS) {
            passphrase = "";
        }
        String known = hash == null ? nobody : hash;
        return Password.check(passphrase, known).with(Argon2Function.getInstanceFromHash(known)) && hash != null;
    }

    /** As typed on one keyboard and on another. */
    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** What is left without the case, blanks, digits and signs that people put around a common word. */
    private static String core(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")
                .replace('đ', 'd')
                .replace('0', 'o')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('3', 'e')
                .replaceAll("[^\\p{L}]", "");
    }

    private static Set<String> common() {
        try (InputStream in = Passphrases.class.getResourceAsStream("/contested/account/common-passphrases.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the list of common passphrases");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Passphrases::core)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
