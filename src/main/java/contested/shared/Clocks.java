package contested.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Gives the time to whoever injects a {@link Clock}; tests put another in its place. */
@ApplicationScoped
public class Clocks {

    /** How long ago the scene was that this thread plays; none for whatever really happens. */
    private static final ThreadLocal<@Nullable Duration> AGO = new ThreadLocal<>();

    @Produces
    Clock clock() {
        return dated(Clock.systemUTC());
    }

    /** That clock, put back while a made-up scene is played. */
    public static Clock dated(Clock real) {
        return new Dated(real);
    }

    /** Plays a scene as if it were that long ago. For made-up people alone: what really happens is dated when it happens. */
    public static void ago(Duration ago, Runnable scene) {
        AGO.set(ago);
        try {
            scene.run();
        } finally {
            AGO.remove();
        }
    }

    private static final class Dated extends Clock {

        private final Clock real;

        Dated(Clock real) {
            this.real = real;
        }

        @Override
        public Instant instant() {
            Duration ago = AGO.get();
            return ago == null ? real.instant() : real.instant().minus(ago);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Dated(real.withZone(zone));
        }
    }
}
