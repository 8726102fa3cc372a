package contested.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the secret of the set-up link lies; read by the start, which prints it, and by the portal. */
final class SetupFile {

    private static final String FILE = "setup.secret";

    private SetupFile() {}

    static Path in(Path data) {
        return data.resolve(FILE);
    }

    /** The secret; empty when there is no set-up to do. */
    static Optional<String> read(Path data) {
        Path file = in(data);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                            .filter(s -> !s.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }
}
