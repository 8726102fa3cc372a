package contested.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Slows down guessing, by the name that is guessed at and never by the network address, which a whole class may share. A
 * name that nobody has is slowed in the same way, so that nothing is learnt from it.
 */
@ApplicationScoped
public class SignInBrake {

    /** As many as somebody who half remembers needs. */
    private static final int FREE_FAILURES = 8;

    /** After those, one more try in this time. */
    private static final Duration ONE_MORE = Duration.ofSeconds(20);

    private static final long MAX_NAMES = 100_000;

    private final Cache<String, Bucket> failures = Caffeine.newBuilder()
            .maximumSize(MAX_NAMES)
            .expireAfterAccess(ONE_MORE.multipliedBy(FREE_FAILURES + 1L))
            .build();

    /** How long this name has to wait; zero when it may try now. */
    Duration waitOf(String key) {
        Bucket bucket = failures.getIfPresent(key);
        if (bucket == null || bucket.getAvailableTokens() > 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    void failed(String key) {
        failures.get(key, k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(FREE_FAILURES).refillIntervally(1, ONE_MORE))
                        .build())
                .tryConsume(1);
    }

    void succeeded(String key) {
        failures.invalidate(key);
    }
}
