package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.operation.ReleaseProcess.Running;
import contested.support.Folders;
import contested.support.SampleDebate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release zip as somebody gets it: unpacked, started, and stopped by a signal. */
class ReleaseIT {

    /** What a shell reports for a process that ended by SIGTERM. */
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void unpackedReleaseStartsFilledAndWritesIntoItsDataOnly() throws IOException, InterruptedException {
        Path release = unpacked();
        int port = ReleaseProcess.freePort();
        SampleDebate.documents(release.resolve("seeds/documents"));
        SampleDebate.pack(release.resolve("seeds"));
        List<Path> before = files(release);

        Running portal = new ReleaseProcess(release, release.resolve("data"), port)
                .with("PUBLIC_URL", "https://debate.example")
                .launch("start");
        try {
            portal.awaitReady();

            assertThat(portal.said())
                    .contains("Contested is ready: https://debate.example/")
                    .contains("source gazette: installed, 4 of 4 paragraphs (new)")
                    .doesNotContain("phones in the same network", "WARN", "ERROR");
            HttpResponse<String> home = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(home.statusCode()).isEqualTo(200);
        } finally {
            portal.process().destroy();
        }
        assertThat(portal.awaitEnd().status()).isEqualTo(TERMINATED);
        assertThat(files(release).stream().filter(f -> !f.startsWith("data"))).containsExactlyElementsOf(before);
    }

    private Path unpacked() throws IOException, InterruptedException {
        List<Path> zips;
        try (var all = Files.list(Folders.project().resolve("target"))) {
            zips = all.filter(f -> f.getFileName().toString().matches("contested-[0-9].*\\.zip"))
                    .toList();
        }
        assertThat(zips).as("the release zip of this build").hasSize(1);
        // unzip keeps exec bits, as the file managers of Linux and macOS do.
        int status = new ProcessBuilder("unzip", "-q", zips.get(0).toString(), "-d", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
        try (var all = Files.list(folder)) {
            return all.findFirst().orElseThrow();
        }
    }

    private static List<Path> files(Path release) throws IOException {
        try (var all = Files.walk(release)) {
            return all.filter(Files::isRegularFile)
                    // The server copies its own configuration where it can, and does without where it cannot.
                    .filter(f -> !f.toString().contains("standalone_xml_history"))
                    .map(release::relativize)
                    .sorted()
                    .toList();
        }
    }
}
