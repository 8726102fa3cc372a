package contested.workshop;

import contested.shared.UserFacingException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.UninterruptibleBlockingStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down guessing of join codes and return phrases, by failures alone. No network address is asked for or kept, since a
 * whole class may share one: what is right goes through at once, however many wrong ones come in beside it, and costs
 * nothing. What is wrong waits, and all wrong ones share one growing wait.
 *
 * <p>The first {@value #FREE_FAILURES} wrong ones within a minute, a class in a hurry, cost nothing. Each further one is
 * held for a second longer than the one before it, up to {@link #LONGEST_HOLD}, so that never more than four threads
 * wait here; whoever comes when four are held is answered at once and told how long to wait.
 *
 * <p>What somebody who guesses learns: of each guess whether it is right, since only that tells it from what a pupil types;
 * that others type wrong ones just now; nothing of codes that were not guessed. Holding an answer back makes guessing by hand
 * tedious and stops nobody who asks in parallel. What stops that one is how long codes and phrases are, and this ceiling:
 * in a second no more than {@value #LOOKED_UP_PER_SECOND} wrong ones are looked up at all, from which {@link JoinCode} has
 * its lengths. Only above it, when all that the machine does is to answer somebody's guesses, a right one may be told to
 * come again a second later; that much traffic is for whatever stands before the portal.
 *
 * <p>Kept in memory: a restart forgives all, and each node of a cluster looks up as many.
 */
@ApplicationScoped
public class GuessBrake {

    /** What the arithmetic of join codes rests on; about what a small machine can answer. */
    static final int LOOKED_UP_PER_SECOND = 1000;

    /** Two tries for each of a class of thirty. */
    static final int FREE_FAILURES = 60;

    /** After those, one more wrong one in this time. */
    static final Duration ONE_MORE = Duration.ofSeconds(1);

    /** Also how many are held: one for each second. */
    static final Duration LONGEST_HOLD = Duration.ofSeconds(4);

    private final Bucket failures;
    private final Bucket lookUps;
    private final UninterruptibleBlockingStrategy hold;

    public GuessBrake() {
        this(TimeMeter.SYSTEM_NANOTIME, UninterruptibleBlockingStrategy.PARKING);
    }

    GuessBrake(TimeMeter clock, UninterruptibleBlockingStrategy hold) {
        this.hold = hold;
        failures = Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(FREE_FAILURES).refillGreedy(1, ONE_MORE))
                .build();
        lookUps = Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit ->
                        limit.capacity(LOOKED_UP_PER_SECOND).refillGreedy(LOOKED_UP_PER_SECOND, Duration.ofSeconds(1)))
                .build();
    }

    /**
     * Looks up what was typed. Never within a transaction: a wrong one may be held for seconds, and would hold a connection
     * to the database with it.
     *
     * @param field  the field in which it was typed
     * @param lookUp finds what the code or phrase belongs to; empty when it is wrong
     * @return what was found, at once; empty when it was wrong, after the wait
     * @throws UserFacingException When it was wrong and enough others wait, or nothing is looked up for the moment.
     */
    public <T> Optional<T> look(String field, Supplier<Optional<T>> lookUp) {
        if (!lookUps.tryConsume(1)) {
            throw new UserFacingException(field, "workshop.guess.ceiling", 1);
        }
        Optional<T> found = lookUp.get();
        if (found.isPresent()) {
            lookUps.addTokens(1);
        } else if (!failures.asBlocking().tryConsumeUninterruptibly(1, LONGEST_HOLD, hold)) {
            throw new UserFacingException(field, "workshop.guess.wait", secondsUntilFree());
        }
        return found;
    }

    /** Until the next wrong one would be free again, rounded up. */
    private long secondsUntilFree() {
        long nanos = failures.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
