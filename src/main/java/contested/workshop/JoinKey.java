package contested.workshop;

import contested.account.Secrets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What a form for joining carries, so that the same form sent twice, by a second tap or after an answer that got lost, is the
 * same participant. It is drawn for one showing of one form and stands nowhere else, so whoever has it had that page.
 *
 * <p>It signs somebody in, so it does so no longer than it must: until their browser shows that it got the answer, and at most
 * for {@link #LASTS}. Whoever goes back in the browser's history later finds that it opens nothing.
 */
public final class JoinKey {

    /** As long as somebody on a bad line tries. */
    public static final Duration LASTS = Duration.ofMinutes(10);

    private final String value;

    private JoinKey(String value) {
        this.value = value;
    }

    public static JoinKey fresh() {
        return new JoinKey(UUID.randomUUID().toString());
    }

    /** As a form sends it back; empty for what none of ours was. */
    public static Optional<JoinKey> parse(String sent) {
        return sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new JoinKey(sent))
                : Optional.empty();
    }

    /** As the form carries it. */
    public String shown() {
        return value;
    }

    String hash() {
        return Secrets.hash(value);
    }

    /** Says nothing: in a log it would let its readers in. */
    @Override
    public String toString() {
        return "a join key";
    }
}
