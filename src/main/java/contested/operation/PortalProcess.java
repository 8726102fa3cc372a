package contested.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Becomes the server: prepares the data folder, tells the server where everything is, and watches whether it comes up.
 * The server itself would stay up after a failed deployment and answer 404 to everybody, which no supervisor notices; so
 * a portal that did not come up ends the process.
 */
final class PortalProcess {

    /** No exit status yet: the server's own threads carry on. */
    static final int RUNS_ON = -1;

    /** A start takes seconds; a large migration may take minutes. After this it hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final PortalHome home;

    PortalProcess(PortalHome home) {
        this.home = home;
    }

    /** Gives {@link #RUNS_ON} once the portal answers, else the exit status. */
    int start() {
        DatabaseSettings.check(System::getenv);
        home.prepareData();
        requireFreePort();
        requireFreeData();
        Path marker = home.data().resolve("tmp/server/startup-marker");
        try {
            Files.deleteIfExists(marker);
            ServerLog log = ServerLog.fromNowOn(home.log());
            properties().forEach(System::setProperty);
            runServer();
            if (Boolean.getBoolean("contested.ends-with-parent")) {
                endWithParent();
            }
            return awaitStart(marker, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who holds the port now is told here, in one line; the server would tell it in forty. */
    private void requireFreePort() {
        InetAddress address;
        try {
            address = InetAddress.getByName(home.bind());
        } catch (UnknownHostException e) {
            throw notOfThisMachine();
        }
        if (!isOfThisMachine(address)) {
            throw notOfThisMachine();
        }
        try (ServerSocket probe = new ServerSocket()) {
            // As the server does it: connections of an earlier run that linger do not hold the port.
            probe.setReuseAddress(!System.getProperty("os.name").startsWith("Windows"));
            probe.bind(new InetSocketAddress(address, home.port()));
        } catch (IOException e) {
            throw new WrongSettingException(
                    "CONTESTED_PORT",
                    "port " + home.port() + " at " + home.bind() + " cannot be used (" + e.getMessage()
                            + "); set another one, or stop what holds it");
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // Unknown; binding will tell.
            return true;
        }
    }

    private static WrongSettingException notOfThisMachine() {
        return new WrongSettingException("CONTESTED_BIND", "an address of this machine, such as 127.0.0.1");
    }

    /** Two portals must not share a data folder. */
    private void requireFreeData() {
        // Held until the process ends, however it ends.
        if (!DataLock.take(home.data())) {
            throw new WrongSettingException(
                    "CONTESTED_DATA", "another portal runs with the data in " + home.data() + "; stop it first");
        }
    }

    private Map<String, String> properties() {
        Path server = home.release().resolve("server");
        Path own = home.data();
        return Map.ofEntries(
                Map.entry("contested.home", home.home().toString()),
                Map.entry("contested.data", own.toString()),
                Map.entry("contested.db.password", DatabasePassword.of(own)),
                Map.entry("jboss.home.dir", server.toString()),
                Map.entry("jboss.server.base.dir", server.resolve("standalone").toString()),
                Map.entry("jboss.server.data.dir", own.resolve("server").toString()),
                Map.entry("jboss.server.log.dir", own.resolve("log").toString()),
                Map.entry("jboss.server.temp.dir", own.resolve("tmp/server").toString()),
                Map.entry("org.jboss.boot.log.file", home.log().toString()),
                Map.entry(
                        "logging.configuration",
                        server.resolve("standalone/configuration/logging.properties")
                                .toUri()
                                .toString()),
                Map.entry("jboss.bind.address", home.bind()),
                Map.entry("jboss.http.port", Integer.toString(home.port())),
                Map.entry("jboss.node.name", "contested"),
                // A stop lets running requests end, for at most this many seconds.
                Map.entry("org.wildfly.sigterm.suspend.timeout", "15"),
                Map.entry("java.awt.headless", "true"),
                Map.entry("java.net.preferIPv4Stack", System.getProperty("java.net.preferIPv4Stack", "false")),
                Map.entry("jdk.serialFilter", "maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000"));
    }

    private void runServer() {
        String modules = home.release().resolve("server/modules").toString();
        String[] arguments = {
            "-mp",
            modules,
            "org.jboss.as.standalone",
            // What the portal is was decided when it was built; a running one never rewrites its configuration.
            "--read-only-server-config=standalone.xml"
        };
        try {
            Class.forName("org.jboss.modules.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException("the server in " + home.release() + " cannot be run: " + cause, cause);
        }
    }

    /** A build that runs the portal leaves none behind when it is ended itself, by whatever means. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private int awaitStart(Path marker, ServerLog log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String failure = System.getProperty(StartWatch.FAILURE);
            if (failure != null) {
                return failed(failure);
            }
            String state = Files.isRegularFile(marker) ? Files.readString(marker) : "";
            if (state.startsWith("error")) {
                return failed(log.firstFault());
            }
            if (state.startsWith("success")) {
                tellAddresses();
                return RUNS_ON;
            }
            try {
                Thread.sleep(GLANCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return RUNS_ON;
            }
        }
        return failed("it has not come up within " + PATIENCE.toMinutes() + " minutes");
    }

    private void tellAddresses() {
        Optional<String> known =
                Optional.ofNullable(System.getenv("PUBLIC_URL")).filter(url -> !url.isBlank());
        PortalAddresses addresses = PortalAddresses.of(home.bind(), home.port(), known);
        addresses.lines("Contested is ready:").forEach(Terminal::say);
        // On the terminal only: a log is read by more people, and later.
        SetupFile.read(home.data())
                .ifPresent(key -> Terminal.say("There is no administrator yet. Make the first one here: "
                        + addresses.here() + "setup?key=" + key));
        DemonstrationWords.take(addresses.here()).forEach(Terminal::say);
    }

    /** Without the server's own shutdown: it would wait for the deployment that has failed. */
    private int failed(String why) {
        Terminal.complain("FATAL the portal cannot start: " + why + "; more in " + home.log());
        Runtime.getRuntime().halt(1);
        return 1;
    }
}
