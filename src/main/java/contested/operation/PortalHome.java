package contested.operation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where an installed portal and its data lie on this machine, and on which port it answers.
 *
 * @param release the unpacked release: {@code bin}, {@code server}, {@code seeds}
 * @param home    what {@code seeds} and {@code data} are looked for in; the release, unless the build says otherwise
 * @param data    the folder that the portal writes to; all it writes is there
 * @param bind    the address it listens on
 * @param port    the port it listens on
 */
record PortalHome(Path release, Path home, Path data, String bind, int port) {

    static final int DEFAULT_PORT = 8080;

    /** Phones of a class must reach it. */
    static final String DEFAULT_BIND = "0.0.0.0";

    private static final int HIGHEST_PORT = 65_535;

    /** @throws WrongSettingException When a setting cannot be used. */
    static PortalHome ofEnvironment() {
        return of(ownRelease(), System.getProperty("contested.home"), System::getenv);
    }

    static PortalHome of(Path release, @Nullable String home, UnaryOperator<@Nullable String> environment) {
        Path root = home == null ? release : Path.of(home).toAbsolutePath().normalize();
        return new PortalHome(
                release,
                root,
                data(root, environment),
                value("CONTESTED_BIND", environment).orElse(DEFAULT_BIND),
                value("CONTESTED_PORT", environment).map(PortalHome::port).orElse(DEFAULT_PORT));
    }

    private static Path data(Path root, UnaryOperator<@Nullable String> environment) {
        try {
            return value("CONTESTED_DATA", environment)
                    .map(Path::of)
                    .orElseGet(() -> root.resolve("data"))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new WrongSettingException("CONTESTED_DATA", "a folder that the portal may write to");
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the same message
        }
        throw new WrongSettingException("CONTESTED_PORT", "a number from 1 to " + HIGHEST_PORT);
    }

    private static Optional<String> value(String name, UnaryOperator<@Nullable String> environment) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** This code runs from {@code bin/contested.jar} of a release. */
    private static Path ownRelease() {
        try {
            Path jar = Path.of(PortalHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.toAbsolutePath().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a jar lies in a folder", e);
        }
    }

    /**
     * Makes the data folder and what the server expects in it.
     *
     * @throws WrongSettingException When it cannot be made or written to.
     */
    void prepareData() {
        try {
            for (String folder : new String[] {"db", "log", "tmp", "server"}) {
                Files.createDirectories(data.resolve(folder));
            }
            Files.delete(Files.createTempFile(data, "write", "able"));
        } catch (IOException e) {
            throw new WrongSettingException("CONTESTED_DATA", "a folder that the portal may write to; not " + data);
        }
    }

    Path log() {
        return data.resolve("log").resolve("server.log");
    }
}
