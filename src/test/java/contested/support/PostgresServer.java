package contested.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL to test on: the one that {@code CONTESTED_TEST_PG_URL} names (with {@code CONTESTED_TEST_PG_USER} and
 * {@code CONTESTED_TEST_PG_PASSWORD}; the user must be allowed to create databases), else one of our own, started from
 * the installed binaries in a temporary folder on loopback.
 */
public final class PostgresServer {

    /** Where Debian and its relatives, Red Hat and Homebrew put the server's binaries. */
    private static final List<Path> BINARIES = List.of(
            Path.of("/usr/lib/postgresql"),
            Path.of("/usr/pgsql"),
            Path.of("/opt/homebrew/opt"),
            Path.of("/usr/local/opt"));

    private static final int START_SECONDS = 30;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable Path binaries;
    private final @Nullable Path data;

    private PostgresServer(String url, String user, String password, @Nullable Path binaries, @Nullable Path data) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.binaries = binaries;
        this.data = data;
    }

    /** The server that all tests of this run share, or a skipped test where there is none. */
    static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = named().or(PostgresServer::own)
                    .orElseThrow(() -> Missing.thing(
                            "there is no PostgreSQL here", "install postgresql or set CONTESTED_TEST_PG_URL"));
        }
        return shared;
    }

    /** A server of its own, that a test may stop. */
    public static PostgresServer fresh() {
        return own().orElseThrow(() -> Missing.thing("there is no PostgreSQL here to stop", "install postgresql"));
    }

    private static Optional<PostgresServer> named() {
        return Optional.ofNullable(System.getenv("CONTESTED_TEST_PG_URL"))
                .filter(u -> !u.isBlank())
                .map(u -> new PostgresServer(
                        u,
                        System.getenv().getOrDefault("CONTESTED_TEST_PG_USER", "postgres"),
                        System.getenv().getOrDefault("CONTESTED_TEST_PG_PASSWORD", ""),
                        null,
                        null));
    }

    private static Optional<PostgresServer> own() {
        return binaries().map(PostgresServer::start);
    }

    private static Optional<Path> binaries() {
        for (Path root : BINARIES) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> versions = Files.list(root)) {
                    Optional<Path> found = versions.map(v -> v.resolve("bin"))
                            .filter(b -> Files.isExecutable(b.resolve("initdb")))
                            .max(Comparator.naturalOrder());
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (IOException e) {
                    // an unreadable folder holds no server for us
                }
            }
        }
        return Optional.empty();
    }

    private static PostgresServer start(Path binaries) {
        Path data = Folders.temporary("postgres");
        PostgresServer server;
        try {
            int port = freePort();
            server = new PostgresServer(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "contested", "test", binaries, data);
            Path secret = Files.writeString(data.resolve("secret"), "test");
            if (isRoot()) {
                run(List.of("chown", "-R", "postgres", data.toString()));
            }
            String cluster = data.resolve("cluster").toString();
            server.command(
                    "initdb",
                    "-D",
                    cluster,
                    "-U",
                    "contested",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--no-sync");
            server.command(
                    "pg_ctl",
                    "-D",
                    cluster,
                    "-w",
                    "-t",
                    String.valueOf(START_SECONDS),
                    "-l",
                    data.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off",
                    "start");
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
        Folders.atEnd(server::stop);
        return server;
    }

    /** Ends the server as a power cut would, so that its clients lose their connections. */
    public void stop() {
        try {
            command("pg_ctl", "-D", dataFolder().resolve("cluster").toString(), "-m", "immediate", "stop");
        } catch (IllegalStateException e) {
            // it was stopped before
        }
    }

    private Path dataFolder() {
        if (data == null) {
            throw new IllegalStateException("that server is not ours to stop");
        }
        return data;
    }

    /** The URL of a new empty database. */
    public String newDatabase() {
        String name = "contested_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (Connection connection = source(url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made at " + url, e);
        }
        return url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1");
    }

    PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
    private void command(String program, String... arguments) {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        line.add(binaries == null ? program : binaries.resolve(program).toString());
        line.addAll(Arrays.asList(arguments));
        run(line);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> line) {
        try {
            Path output = Files.createTempFile("contested-postgres", ".out");
            Process process = new ProcessBuilder(line)
                    .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(2L * START_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(line + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(line.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(line.toString(), e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
