package contested.operation;

import contested.workshop.RetentionService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Deletes every hour what has had its time: return phrases and real names of workshops. What is due is shown to nobody and
 * leads nowhere from its minute on; this takes it off the disk.
 */
@ApplicationScoped
public class RetentionRound {

    private static final int FIRST_AFTER_MINUTES = 1;
    private static final int EVERY_MINUTES = 60;

    private static final Logger LOG = Logger.getLogger(RetentionRound.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private RetentionService retention;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        executor.scheduleWithFixedDelay(this::round, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void round() {
        try {
            int workshops = retention.forgetDue();
            if (workshops > 0) {
                LOG.infof("forgot the people of %d workshops whose time was over", workshops);
            }
        } catch (RuntimeException e) {
            // A round that ends in an exception would be the last one.
            LOG.error("what has had its time was not deleted: " + e.getClass().getSimpleName());
        }
    }
}
