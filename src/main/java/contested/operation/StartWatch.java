package contested.operation;

import org.jboss.logging.Logger;

/**
 * Ends the process when the portal finds that it cannot start, with one line that says why. What fails where we are not
 * asked, such as the validation of the schema, {@link PortalProcess} sees.
 */
final class StartWatch {

    /** Lets the log lines out. */
    private static final long LAST_WORDS_MILLIS = 300;

    private static final Logger LOG = Logger.getLogger(StartWatch.class);

    private StartWatch() {}

    /** Logs why the start failed, ends the process with status 1, and gives the exception that stops the deployment. */
    static RuntimeException failed(String what, Throwable cause) {
        IllegalStateException failure = new IllegalStateException(what, cause);
        if (isPortal()) {
            LOG.fatal("the portal cannot start: " + what + ": " + reason(cause));
            LOG.debug("cause", cause);
            end();
        }
        return failure;
    }

    /** Tests of the database have no process of the portal's to end. */
    private static boolean isPortal() {
        return System.getProperty("contested.data") != null;
    }

    /** In one line; our own exceptions say all themselves, others are named. */
    static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        String own = cause.getClass().getPackageName().startsWith("contested")
                ? message
                : cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
        return own.replaceAll("\\s*\\R\\s*", " ");
    }

    private static void end() {
        // Not from this thread: the server's shutdown waits for the deployment, and the deployment would wait for us.
        Thread end = new Thread(
                () -> {
                    try {
                        Thread.sleep(LAST_WORDS_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "end");
        end.start();
    }
}
