package contested.operation;

import org.jboss.logging.Logger;

/**
 * Tells {@link PortalProcess}, which ends the process, why the portal cannot start. What fails where we are not asked,
 * such as the validation of the schema, it reads from the server's log.
 */
final class StartWatch {

    /** Between the portal inside the server and the process around it, which share no class. */
    static final String FAILURE = "contested.start.failure";

    private static final Logger LOG = Logger.getLogger(StartWatch.class);

    private StartWatch() {}

    /** Leaves word of the failure, and gives the exception that stops the deployment. */
    static RuntimeException failed(String what, Throwable cause) {
        if (isPortal()) {
            LOG.error("start failed", cause);
            System.setProperty(FAILURE, what + ": " + reason(cause));
        }
        return new IllegalStateException(what, cause);
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
}
