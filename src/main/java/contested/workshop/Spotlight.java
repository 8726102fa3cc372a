package contested.workshop;

import contested.shared.Slug;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a facilitator shows to everybody: a passage, or a comment, of which only the name is known here.
 *
 * @param name as addresses name it
 */
public record Spotlight(Kind kind, Slug name) {

    /** What can be shown. */
    public enum Kind {
        PASSAGE,
        COMMENT
    }

    /** As it is stored: kind, blank, name. */
    static Optional<Spotlight> parse(String stored) {
        String[] parts = stored.split(" ", -1);
        return parts.length != 2
                ? Optional.empty()
                : Arrays.stream(Kind.values())
                        .filter(kind -> key(kind).equals(parts[0]))
                        .findFirst()
                        .flatMap(kind -> Slug.parse(parts[1]).map(name -> new Spotlight(kind, name)));
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key(kind) + " " + name;
    }
}
