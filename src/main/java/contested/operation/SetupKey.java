package contested.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The secret of the one-time link by which the first administrator is made. It lies in the data folder from a start that
 * finds no administrator until one is made, and the start prints the link.
 */
@ApplicationScoped
public class SetupKey {

    @Inject
    private Settings settings;

    /** Lays it into the data folder; the one of an earlier start stays valid. */
    void offer() {
        if (find(settings.dataFolder()).isEmpty()) {
            OwnerOnly.write(SetupFile.in(settings.dataFolder()), OwnerOnly.secret() + "\n");
        }
    }

    public boolean opensWith(String given) {
        return find(settings.dataFolder())
                .filter(secret -> MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** The link has done its work. */
    public void close() {
        try {
            Files.deleteIfExists(SetupFile.in(settings.dataFolder()));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the set-up cannot be deleted", e);
        }
    }

    private static Optional<String> find(Path data) {
        return SetupFile.read(data);
    }
}
