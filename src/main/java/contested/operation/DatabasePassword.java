package contested.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The password of the portal's own database file: made at the first start, kept in the data folder. */
final class DatabasePassword {

    private static final String FILE = "database.secret";

    private DatabasePassword() {}

    /** An operator's {@code DB_PASSWORD} rules over it; see {@code src/main/server/contested.cli}. */
    static String of(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, OwnerOnly.secret() + "\n");
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }
}
