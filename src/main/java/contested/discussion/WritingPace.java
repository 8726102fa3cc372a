package contested.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import contested.account.Account;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How fast each member writes. Kept in memory: after a restart everybody may write at once again. */
@ApplicationScoped
public class WritingPace {

    /** A lively discussion; more is no discussion. */
    static final int CONTRIBUTIONS = 10;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final long MAX_MEMBERS = 100_000;

    private final Cache<Long, Bucket> members = Caffeine.newBuilder()
            .maximumSize(MAX_MEMBERS)
            .expireAfterAccess(WITHIN)
            .build();

    /** Counts one contribution; zero when it may be made now, else how long to wait and nothing counted. */
    long secondsUntilNext(Account author) {
        ConsumptionProbe probe = members.get(author.id(), id -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(CONTRIBUTIONS).refillGreedy(CONTRIBUTIONS, WITHIN))
                        .build())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }
}
