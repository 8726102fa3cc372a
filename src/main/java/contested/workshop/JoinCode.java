package contested.workshop;

import java.time.Duration;

/** To be replaced at the merge. */
public record JoinCode(String value) {
    static JoinCode fresh(Duration life) {
        return new JoinCode(Long.toString(System.nanoTime(), 36).toUpperCase());
    }
}
