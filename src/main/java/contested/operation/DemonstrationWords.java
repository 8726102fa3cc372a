package contested.operation;

import java.util.List;

/**
 * How to come into the demonstration, from the portal that loaded it to the start that tells it: through the process that
 * both are, which share no classes but Java's own. No file and no log ever has it.
 */
final class DemonstrationWords {

    /** Stands for the portal's address, which the start knows. */
    static final String HERE = "{here}";

    private static final String PROPERTY = "contested.demonstration.words";

    private DemonstrationWords() {}

    static void leave(List<String> lines) {
        System.setProperty(PROPERTY, String.join("\n", lines));
    }

    /** What the terminal is told; empty the next time. */
    static List<String> take(String here) {
        String words = System.clearProperty(PROPERTY);
        return words == null ? List.of() : List.of(words.replace(HERE, here).split("\n"));
    }
}
