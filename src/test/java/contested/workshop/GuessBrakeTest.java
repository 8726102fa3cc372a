package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import contested.shared.UserFacingException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Wrong codes wait for each other; a right one waits for nobody. */
class GuessBrakeTest {

    private static final Supplier<Optional<String>> RIGHT = () -> Optional.of("the workshop");
    private static final Supplier<Optional<String>> WRONG = Optional::empty;

    /** Moves only when the test says so; a thread that is held stays so for good. */
    private final Clock clock = new Clock();

    private final List<Duration> held = new ArrayList<>();
    private final GuessBrake brake = new GuessBrake(clock, nanos -> held.add(Duration.ofNanos(nanos)));

    private static final class Clock implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
        }
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            try {
                brake.look("code", WRONG);
            } catch (UserFacingException e) {
                assertThat(e.field()).isEqualTo("code");
            }
        }
    }

    @Test
    void aClassInAHurryIsNotHeld() {
        guess(GuessBrake.FREE_FAILURES);

        assertThat(held).isEmpty();
    }

    @Test
    void furtherWrongOnesWaitLongerAndLonger() {
        guess(GuessBrake.FREE_FAILURES + 3);

        assertThat(held).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void noMoreThanFourWaitAndTheOthersAreToldHowLong() {
        guess(GuessBrake.FREE_FAILURES + 100);

        assertThat(held).hasSize(4).allMatch(time -> time.compareTo(GuessBrake.LONGEST_HOLD) <= 0);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> brake.look("code", WRONG))
                .satisfies(told -> assertThat(told.key()).isEqualTo("workshop.guess.wait"))
                .satisfies(told -> assertThat(told.arguments()).containsExactly(5L));
    }

    @Test
    void aRightOneGoesThroughAtOnceHoweverManyAreWrong() {
        guess(900);
        held.clear();

        assertThat(brake.look("code", RIGHT)).contains("the workshop");
        assertThat(held).isEmpty();
    }

    @Test
    void aRightOneCostsNothing() {
        for (int i = 0; i < 5000; i++) {
            assertThat(brake.look("code", RIGHT)).isPresent();
        }
        guess(GuessBrake.FREE_FAILURES);

        assertThat(held).isEmpty();
    }

    @Test
    void whoWaitsIsForgiven() {
        guess(GuessBrake.FREE_FAILURES + 4);
        held.clear();

        clock.pass(Duration.ofSeconds(GuessBrake.FREE_FAILURES + 4));
        guess(GuessBrake.FREE_FAILURES);

        assertThat(held).isEmpty();
    }

    @Test
    void inASecondNoMoreAreLookedUpThanTheLengthOfCodesAllows() {
        AtomicInteger lookedUp = new AtomicInteger();
        Supplier<Optional<String>> counted = () -> {
            lookedUp.incrementAndGet();
            return Optional.empty();
        };
        for (int i = 0; i < 3 * GuessBrake.LOOKED_UP_PER_SECOND; i++) {
            try {
                brake.look("code", counted);
            } catch (UserFacingException e) {
                assertThat(e.arguments()).isNotEmpty();
            }
        }

        assertThat(lookedUp).hasValue(GuessBrake.LOOKED_UP_PER_SECOND);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> brake.look("code", RIGHT))
                .satisfies(told -> assertThat(told.key()).isEqualTo("workshop.guess.ceiling"));

        clock.pass(Duration.ofMillis(1));
        assertThat(brake.look("code", RIGHT)).isPresent();
    }
}
