package contested.operation;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Properties;

/**
 * What an operator's command needs to speak to the running portal. Whoever can read the data folder is the operator.
 *
 * @param port   where the portal answers on loopback
 * @param secret what it must be told
 */
public record OperatorKey(int port, String secret) {

    /** The header of an answer that says what the command's exit status is. */
    public static final String STATUS_HEADER = "Contested-Status";

    private static final String FILE = "operator.properties";

    /** The key of the portal with that data folder; empty when none was ever started there. */
    static Optional<OperatorKey> find(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
        String secret = properties.getProperty("secret", "").strip();
        String port = properties.getProperty("port", "").strip();
        return secret.isEmpty() || !port.matches("[0-9]{1,5}")
                ? Optional.empty()
                : Optional.of(new OperatorKey(Integer.parseInt(port), secret));
    }

    /** The key for a portal that starts on this port: the secret of its first start. */
    static OperatorKey issue(Path data, int port) {
        OperatorKey key =
                new OperatorKey(port, find(data).map(OperatorKey::secret).orElseGet(OwnerOnly::secret));
        OwnerOnly.write(data.resolve(FILE), "port=" + port + "\nsecret=" + key.secret() + "\n");
        return key;
    }

    /** In a time that tells nothing about how much of a wrong secret was right. */
    public boolean opensWith(String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "key to the operator's commands on port " + port;
    }
}
