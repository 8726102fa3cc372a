package contested.operation;

import contested.support.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operator's command of a release, run as operators run it: the script, with an environment of its own. */
final class ReleaseProcess {

    /** Slow machines share their processors with other tests. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path release;
    private final Map<String, String> environment = new HashMap<>();

    ReleaseProcess(Path release, Path data, int port) {
        this.release = release;
        environment.put("CONTESTED_DATA", data.toString());
        environment.put("CONTESTED_PORT", Integer.toString(port));
        environment.put("JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    /** The release that this build has made. */
    static Path built() {
        return Folders.project().resolve("target/contested");
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReleaseProcess with(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    /** Runs a command to its end. */
    Ended run(String... words) {
        Running running = launch(words);
        return running.awaitEnd();
    }

    Running launch(String... words) {
        try {
            Path output = Files.createTempFile("contested-command", ".txt");
            ProcessBuilder builder = new ProcessBuilder(
                    new ArrayList<>(List.of(release.resolve("bin/contested").toString())));
            builder.command().addAll(List.of(words));
            builder.environment().keySet().removeIf(name -> name.matches("CONTESTED_.*|DB_.*|PUBLIC_URL|JAVA_OPTS"));
            builder.environment().putAll(environment);
            // Somewhere that is neither the project nor the release: nothing depends on where the operator stands.
            builder.directory(output.getParent().toFile());
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Running(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that ended. */
    record Ended(int status, String output) {}

    /** A command that may be running. */
    record Running(Process process, Path output) {

        String said() {
            try {
                return Files.readString(output, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits for a started portal to say where it is. */
        void awaitReady() {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline && process.isAlive()) {
                if (said().contains("Contested is ready")) {
                    return;
                }
                pause();
            }
            throw new AssertionError("the portal is not ready: " + said());
        }

        Ended awaitEnd() {
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("the command does not end: " + said());
                }
                String said = said();
                Files.deleteIfExists(output);
                return new Ended(process.exitValue(), said);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void pause() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
