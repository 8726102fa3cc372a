package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.operation.ReleaseProcess.Ended;
import contested.operation.ReleaseProcess.Running;
import contested.support.SampleDebate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands on a running portal: what they say, how they end, and whom the portal refuses. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorCommandIT {

    @TempDir
    static Path folder;

    private static final int PORT = ReleaseProcess.freePort();
    private static ReleaseProcess release;
    private static Running portal;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void startPortal() {
        SampleDebate.pack(folder.resolve("packs"));
        release = new ReleaseProcess(ReleaseProcess.built(), folder.resolve("data"), PORT)
                .with("CONTESTED_PACKS", folder.resolve("packs").toString())
                .with("CONTESTED_DOCUMENTS", folder.resolve("documents").toString());
        portal = release.launch("start");
        portal.awaitReady();
    }

    @AfterAll
    static void endPortal() {
        portal.process().destroyForcibly();
    }

    private HttpRequest.Builder status(String host, String secret) {
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + PORT + "/operator/status"))
                .header("Authorization", "Bearer " + secret)
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    private String answerTo(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        return answer.statusCode() + " " + answer.body();
    }

    private static String secret() {
        return OperatorKey.find(folder.resolve("data")).orElseThrow().secret();
    }

    @Test
    @Order(1)
    void startSaysWhereItIsAndThatThereAreNoDocuments() {
        assertThat(portal.said())
                .contains("Contested is ready: http://localhost:" + PORT + "/")
                .contains("no documents' folder at " + folder.resolve("documents"));
    }

    @Test
    @Order(2)
    void statusTellsWhatThePortalHolds() {
        Ended status = release.run("status");

        assertThat(status.output())
                .contains(":" + PORT + "/", "pack lakeside version 1", "0 installed, 0 partly, 3 not installed");
        assertThat(status.status()).isZero();
    }

    @Test
    @Order(2)
    void strangersFindNothingAtTheOperatorsAddress() throws IOException, InterruptedException {
        String nothing = answerTo(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/operator/nothing"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(nothing).startsWith("404 ");

        assertThat(answerTo(status("localhost", secret()))).startsWith("200 ");
        assertThat(answerTo(status("localhost", "0".repeat(64)))).isEqualTo(nothing);
        assertThat(answerTo(status("localhost", ""))).isEqualTo(nothing);
        assertThat(answerTo(status("localhost", secret()).GET())).startsWith("404 ");
        for (String header : new String[] {"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via", "X-Real-IP"}) {
            assertThat(answerTo(status("localhost", secret()).header(header, "for=192.0.2.1")))
                    .as(header)
                    .isEqualTo(nothing);
        }
        Optional<String> own = ownAddress();
        if (own.isPresent()) {
            assertThat(answerTo(status(own.get(), secret()))).isEqualTo(nothing);
        }
    }

    private static Optional<String> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && a.getAddress().length == 4)
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    @Test
    @Order(3)
    void documentsComeInOnDemand() throws IOException {
        Path brought = SampleDebate.documents(folder.resolve("brought"));

        Ended installed = release.run("install", brought.toString());

        assertThat(installed.output()).contains("source gazette: installed, 4 of 4 paragraphs (new)");
        assertThat(installed.status()).isZero();
        assertThat(release.run("documents"))
                .satisfies(documents -> assertThat(documents.output()).contains("3 installed, 0 partly"))
                .satisfies(documents -> assertThat(documents.status()).isZero());

        Files.writeString(brought.resolve("unknown.txt"), "A text of nobody.");
        Ended again = release.run("install", brought.toString());
        assertThat(again.output()).contains("file unknown.txt: not recognised", "(as before)");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void whatCannotBeInstalledEndsTheCommandWithStatusOne() {
        Ended missing = release.run("install", folder.resolve("nowhere").toString());

        assertThat(missing.output()).contains("there is no such folder");
        assertThat(missing.status()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void secondPortalIsToldWhoHoldsThePortAndTheData() {
        assertThat(release.run("start"))
                .satisfies(ended -> assertThat(ended.output()).contains("FATAL setting CONTESTED_PORT: port " + PORT))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(2));
        ReleaseProcess other =
                new ReleaseProcess(ReleaseProcess.built(), folder.resolve("data"), ReleaseProcess.freePort());
        assertThat(other.run("start").output()).contains("FATAL setting CONTESTED_DATA: another portal runs");
    }

    @Test
    @Order(9)
    void stopEndsTheProcessWithStatusZero() {
        Ended stop = release.run("stop");

        assertThat(stop.output()).contains("stopped");
        assertThat(stop.status()).isZero();
        assertThat(portal.awaitEnd().status()).isZero();
        assertThat(release.run("status"))
                .satisfies(ended -> assertThat(ended.output()).contains("no portal runs"))
                .satisfies(ended -> assertThat(ended.status()).isEqualTo(1));
    }
}
