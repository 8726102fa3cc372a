package contested.operation;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * {@code contested VERB}, as the operator types it. Runs outside the server: {@code start} becomes the server, every
 * other verb asks the running one. Packed with {@link PortalProcess}, {@link OperatorCall} and {@link OperatorKey} in a
 * jar of its own, which needs nothing but Java.
 */
public final class OperatorCommand {

    /** What the operator typed cannot be understood, or a setting is wrong. */
    static final int MISUSED = 2;

    private static final int FAILED = 1;

    private static final String HELP =
            """
            contested VERB

              start              starts the portal here, in the foreground; Ctrl+C stops it gracefully
              stop               stops the running portal gracefully
              status             tells whether it runs, where, and what it holds
              install [FOLDER]   installs documents from FOLDER, else from the documents' folder
              documents          tells what is installed of each source, and of each passage
              help               shows this

            Settings come from the environment: CONTESTED_PORT, CONTESTED_BIND, CONTESTED_DATA, CONTESTED_PACKS,
            CONTESTED_DOCUMENTS, CONTESTED_FULL_TEXT, PUBLIC_URL, JAVA_OPTS and others. See docs/operate.md.
            The exit status is 0 when all is well, 1 when something failed or lacks, 2 when it was not understood.
            """;

    private OperatorCommand() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        String verb = words.isEmpty() ? "help" : words.get(0);
        try {
            int status = run(verb, words);
            if (status != PortalProcess.RUNS_ON) {
                System.exit(status);
            }
        } catch (WrongSettingException e) {
            Terminal.complain("FATAL " + e.getMessage());
            System.exit(MISUSED);
        } catch (UncheckedIOException | IllegalStateException e) {
            Terminal.complain("FATAL " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static int run(String verb, List<String> words) {
        PortalHome home = PortalHome.ofEnvironment();
        boolean alone = words.size() <= 1;
        boolean withFolder = words.size() == 2;
        if (verb.equals("start") && alone) {
            return new PortalProcess(home).start();
        }
        if (List.of("status", "documents", "stop").contains(verb) && alone) {
            return new OperatorCall(home).ask(verb, "");
        }
        if (verb.equals("install") && (alone || withFolder)) {
            return new OperatorCall(home).ask(verb, withFolder ? words.get(1) : "");
        }
        boolean asked = List.of("help", "--help", "-h").contains(verb);
        if (asked) {
            Terminal.say(HELP);
            return 0;
        }
        Terminal.complain(HELP);
        return MISUSED;
    }
}
