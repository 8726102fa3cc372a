package contested.operation;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ends the process when the portal cannot start. The server itself would stay up after a failed deployment and answer
 * 404 to everybody, which no supervisor notices.
 */
final class StartWatch {

    /** Far longer than a start takes; after it the deployment has failed in a place where we were not asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Logger LOG = Logger.getLogger(StartWatch.class);
    private static volatile boolean started;
    private static volatile boolean watching;

    private StartWatch() {}

    /** Begins to wait for {@link #started}. Only in the server: tests of the database have nothing to end. */
    static void begin() {
        if (System.getProperty("contested.data") == null || watching) {
            return;
        }
        watching = true;
        Thread watch = new Thread(StartWatch::waitForStart, "start watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void waitForStart() {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!started) {
            LOG.fatal("the portal did not start; the cause stands above");
            end();
        }
    }

    static void started() {
        started = true;
    }

    /** Logs why the start failed, ends the process with status 1, and gives the exception that stops the deployment. */
    static RuntimeException failed(String what, RuntimeException cause) {
        if (System.getProperty("contested.data") == null) {
            return cause;
        }
        LOG.fatal("the portal cannot start: " + what + ": " + cause.getMessage());
        LOG.debug("cause", cause);
        end();
        return new IllegalStateException(what, cause);
    }

    private static void end() {
        // Not from this thread: the server's shutdown waits for the deployment, and the deployment would wait for us.
        Thread end = new Thread(
                () -> {
                    try {
                        Thread.sleep(500); // lets the log lines out
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "end");
        end.start();
    }
}
