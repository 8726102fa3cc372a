package contested.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The identity provider of npm's {@code oidc-provider}, run by Node from a folder below {@code target}. */
public final class RealProvider {

    public static final String CLIENT = "the-portal";
    public static final String SECRET = "a secret that both of them know well";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private RealProvider(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Installed, but not running; a skipped test where there is no Node or no registry of its packages. */
    public static RealProvider prepare() {
        Path folder = Folders.project().resolve("target/identity-provider");
        try {
            Files.createDirectories(folder);
            for (String file : List.of("package.json", "provider.mjs")) {
                try (InputStream in = RealProvider.class.getResourceAsStream("/identity-provider/" + file)) {
                    Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!Files.exists(folder.resolve("node_modules/oidc-provider/package.json")) && !installs(folder)) {
                throw Missing.thing(
                        "there is no identity provider to sign in with",
                        "put Node 20 or later and npm on the PATH, with a registry in reach");
            }
            return new RealProvider(folder, PostgresServer.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean installs(Path folder) {
        try {
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            return npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** @param answersAt the portal's address to which it sends people back */
    public void start(String answersAt) {
        try {
            process = new ProcessBuilder("node", "provider.mjs", String.valueOf(port), answersAt)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("provider.log").toFile())
                    .start();
            Folders.atEnd(this::stop);
            await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await() {
        HttpRequest question = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        for (int i = 0; i < 300; i++) {
            try {
                Thread.sleep(200);
                if (HttpClient.newHttpClient()
                                .send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                // not there yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("the identity provider did not start; see " + folder.resolve("provider.log"));
    }

    public void stop() {
        if (process != null) {
            process.destroy();
        }
    }
}
