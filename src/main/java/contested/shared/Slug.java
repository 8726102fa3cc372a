package contested.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The readable name of a thing in addresses: lower-case letters, digits and single hyphens, 1 to 80 characters.
 *
 * @param value the name itself
 */
public record Slug(String value) {

    private static final int MAX_LENGTH_CHARS = 80;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException When the value does not have the form of a slug. */
    public Slug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("not a slug");
        }
    }

    /** Reads a slug out of an address; empty when the text cannot be one. */
    public static Optional<Slug> parse(String text) {
        return isSlug(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    private static boolean isSlug(String text) {
        return text.length() <= MAX_LENGTH_CHARS && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
