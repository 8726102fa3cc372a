package contested.operation;

import contested.pack.PackService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Does what the operator's command asks of the running portal. */
@ApplicationScoped
public class OperatorDesk {

    /** Lets the answer out before the door closes. */
    private static final long LAST_WORDS_MILLIS = 300;

    private static final Logger LOG = Logger.getLogger(OperatorDesk.class);

    @Inject
    private Settings settings;

    @Inject
    private PackService packs;

    @Inject
    private DocumentInstallation documents;

    /** The answer to that verb; empty when there is no such verb. */
    public Optional<OperatorAnswer> answer(String verb, String argument) {
        return switch (verb) {
            case "status" -> Optional.of(status());
            case "install" -> Optional.of(install(argument));
            case "documents" -> Optional.of(documents());
            case "stop" -> Optional.of(stop());
            default -> Optional.empty();
        };
    }

    private OperatorAnswer status() {
        Optional<String> known = settings.publicUrl().map(URI::toString);
        List<String> lines = new ArrayList<>(
                PortalAddresses.of(settings.bind(), settings.port(), known).lines("Contested runs:"));
        lines.add("data: " + settings.dataFolder());
        packs.loaded().forEach(pack -> lines.add("pack " + pack.id() + " version " + pack.version()));
        lines.add(documents.report().summary());
        return OperatorAnswer.of(true, lines);
    }

    private OperatorAnswer install(String folder) {
        try {
            Path from = folder.isBlank() ? settings.documentsFolder() : Path.of(folder);
            InstallationReport report = documents.install(from);
            return OperatorAnswer.of(report.isWell(), report.lines());
        } catch (InvalidPathException e) {
            return OperatorAnswer.of(false, List.of("there is no such folder"));
        }
    }

    private OperatorAnswer documents() {
        InstallationReport report = documents.report();
        return OperatorAnswer.of(report.isWhole(), report.lines());
    }

    /** As a signal would: running requests end first, then the database is closed. */
    private OperatorAnswer stop() {
        LOG.info("the operator stops the portal");
        Thread end = new Thread(
                () -> {
                    try {
                        Thread.sleep(LAST_WORDS_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    System.exit(0);
                },
                "stop");
        end.setDaemon(true);
        end.start();
        return OperatorAnswer.of(true, List.of("stopping"));
    }
}
