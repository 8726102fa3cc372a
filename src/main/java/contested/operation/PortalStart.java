package contested.operation;

import contested.account.AccountService;
import contested.pack.BrokenPackException;
import contested.pack.PackFiles.Contents;
import contested.pack.PackReader;
import contested.pack.PackService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Fills the portal before it answers anybody: settings, packs, documents. What is wrong ends the process. */
@ApplicationScoped
public class PortalStart {

    private static final Logger LOG = Logger.getLogger(PortalStart.class);

    @Inject
    private Settings settings;

    @Inject
    private OperatorAccess operators;

    @Inject
    private PackService packs;

    @Inject
    private DocumentInstallation documents;

    @Inject
    private DemonstrationStart demonstration;

    @Inject
    private AccountService accounts;

    @Inject
    private SetupKey setup;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        try {
            settings.check();
            operators.open();
            loadPacks();
            documents.atStart();
            demonstration.atStart();
            if (!accounts.hasAdministrator()) {
                setup.offer();
            }
        } catch (WrongSettingException | BrokenPackException | UncheckedIOException e) {
            throw StartWatch.failed("a pack or a setting is wrong", e);
        } catch (RuntimeException | Error e) {
            throw StartWatch.failed("an unexpected fault", e);
        }
    }

    private void loadPacks() {
        List<Contents> all =
                packFolders().stream().map(f -> new PackReader(f).read()).toList();
        packs.loadAll(all).forEach(report -> LOG.info(report.line()));
    }

    /** Folders with a manifest, in the order of their names. */
    private List<Path> packFolders() {
        Path root = settings.packsFolder();
        if (!Files.isDirectory(root)) {
            throw new WrongSettingException("CONTESTED_PACKS", "a folder of packs; there is none at " + root);
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(f -> Files.isRegularFile(f.resolve("pack.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the packs' folder cannot be read", e);
        }
    }
}
