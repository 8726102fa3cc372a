package contested.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One command of the operator's, asked of the running portal over loopback. */
final class OperatorCall {

    /** Installing large documents takes seconds; a portal that says nothing for this long hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How long a stopping portal may take to finish what it was asked before. */
    private static final Duration STOPPING = Duration.ofSeconds(40);

    private final PortalHome home;

    OperatorCall(PortalHome home) {
        this.home = home;
    }

    /** Prints the answer and gives the exit status. */
    int ask(String verb, String argument) {
        try {
            Optional<OperatorKey> key = OperatorKey.find(home.data());
            if (key.isEmpty()) {
                return notRunning("none was ever started there");
            }
            if (DataLock.isFree(home.data())) {
                // The secret is for the portal, not for whoever holds its port meanwhile.
                return notRunning("nothing has them open");
            }
            return ask(key.get(), verb, argument);
        } catch (ConnectException e) {
            return notRunning("nothing answers");
        } catch (IOException | UncheckedIOException e) {
            Terminal.complain("contested: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int ask(OperatorKey key, String verb, String argument) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        // A folder is meant as seen from here, not from where the server runs.
        String body =
                argument.isEmpty() ? "" : Path.of(argument).toAbsolutePath().toString();
        HttpRequest request = HttpRequest.newBuilder(address(key, verb))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key.secret())
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        Optional<String> status = answer.headers().firstValue(OperatorKey.STATUS_HEADER);
        if (status.isEmpty()) {
            return notRunning("another program answers on port " + key.port());
        }
        Terminal.say(answer.body().stripTrailing());
        return verb.equals("stop") ? waitUntilStopped() : Integer.parseInt(status.get());
    }

    /** Until the process is gone, not only its port: then the data may be copied or moved. */
    private int waitUntilStopped() throws InterruptedException {
        long deadline = System.nanoTime() + STOPPING.toNanos();
        while (System.nanoTime() < deadline) {
            if (DataLock.isFree(home.data())) {
                Terminal.say("stopped");
                return 0;
            }
            Thread.sleep(100);
        }
        Terminal.complain("contested: the portal has not stopped yet");
        return 1;
    }

    private URI address(OperatorKey key, String verb) {
        boolean everywhere = home.bind().equals("0.0.0.0") || home.bind().equals("::");
        String host = everywhere || home.bind().equals("localhost") ? "127.0.0.1" : home.bind();
        return URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + key.port() + "/operator/" + verb);
    }

    private int notRunning(String why) {
        Terminal.complain("contested: no portal runs with the data in " + home.data() + ": " + why);
        return 1;
    }
}
