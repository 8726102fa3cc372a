package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.operation.ReleaseProcess.Running;
import contested.support.Database;
import contested.support.Engine;
import contested.support.PostgresServer;
import contested.support.SampleDebate;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten people write while the server is killed: what it acknowledged is there afterwards, once. One kill on each engine;
 * {@code src/drills/kill-while-posting} asks for twenty.
 */
class KilledWhilePostingIT {

    private static final int KILLS = Integer.getInteger("contested.kills", 1);
    private static final int PEOPLE = 10;

    /** A member writes ten comments in ten minutes and no more. */
    private static final int COMMENTS_EACH = 10;

    private static final String QUESTION = "/questions/" + SampleDebate.PHONES + "/comments";
    private static final String PASSPHRASE = "four plain words together";
    private static final String DB_PASSWORD = "test";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
    private static final Random WHEN = new Random();

    @TempDir
    Path folder;

    /** Sent, and whether the server said that it has it. */
    private record Sent(String address, String cookie, String form, String words, boolean acknowledged) {}

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasAcknowledgedIsThereOnce(Engine engine) throws Exception {
        int port = ReleaseProcess.freePort();
        @Nullable PostgresServer postgres = engine == Engine.POSTGRESQL ? PostgresServer.fresh() : null;
        @Nullable String url = postgres == null ? null : postgres.newDatabase();
        ReleaseProcess release = release(port, postgres, url);
        List<String> acknowledged = new ArrayList<>();
        List<String> resent = new ArrayList<>();
        Running running = release.launch("start");
        running.awaitReady();
        for (int kill = 1; kill <= KILLS; kill++) {
            Queue<Sent> sent = killWhilePosting(running, "http://127.0.0.1:" + port, kill);
            long before = System.nanoTime();
            running = release.launch("start");
            running.awaitReady();
            Duration away = Duration.ofNanos(System.nanoTime() - before);
            sendAgain(sent);
            sent.forEach(s -> (s.acknowledged() ? acknowledged : resent).add(s.words()));
            System.out.printf(
                    "%s, kill %d: %d acknowledged, %d sent again, back after %.1f s%n",
                    engine,
                    kill,
                    sent.stream().filter(Sent::acknowledged).count(),
                    sent.stream().filter(s -> !s.acknowledged()).count(),
                    away.toMillis() / 1000.0);
        }
        release.run("stop");
        running.process().destroyForcibly().waitFor();

        assertThat(acknowledged).isNotEmpty();
        try (Database database =
                url == null ? Database.inFolder(folder.resolve("data"), DB_PASSWORD) : Database.at(postgres, url)) {
            List<String> kept = database.inTransaction(() -> database.entityManager()
                    .createQuery("select r.text from Revision r", String.class)
                    .getResultList());
            assertThat(kept).containsAll(acknowledged).containsAll(resent).doesNotHaveDuplicates();
        }
    }

    private ReleaseProcess release(int port, @Nullable PostgresServer postgres, @Nullable String url) {
        SampleDebate.pack(folder.resolve("packs"));
        ReleaseProcess release = new ReleaseProcess(ReleaseProcess.built(), folder.resolve("data"), port)
                .with("CONTESTED_PACKS", folder.resolve("packs").toString())
                .with("CONTESTED_DOCUMENTS", folder.resolve("none").toString())
                .with("CONTESTED_BIND", "127.0.0.1");
        if (postgres == null || url == null) {
            return release.with("DB_PASSWORD", DB_PASSWORD);
        }
        return release.with("DB_DRIVER", "postgresql")
                .with("DB_URL", url)
                .with("DB_USER", postgres.user())
                .with("DB_PASSWORD", postgres.password());
    }

    private static Queue<Sent> killWhilePosting(Running running, String address, int kill) throws Exception {
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        List<String> cookies = IntStream.range(0, PEOPLE)
                .mapToObj(who -> signUp(address, kill, who))
                .toList();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        for (int who = 0; who < PEOPLE; who++) {
            String cookie = cookies.get(who);
            String name = kill + "-" + who;
            people.submit(() -> write(address, cookie, name, sent));
        }
        while (sent.size() < PEOPLE) {
            Thread.sleep(5);
        }
        Thread.sleep(WHEN.nextInt(400));
        // SIGKILL on Linux and macOS: nothing of the server's runs after it.
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly().waitFor();
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return sent;
    }

    private static String signUp(String address, int kill, int who) {
        HttpResponse<String> answer = post(
                address + "/sign-up",
                "",
                form(Map.of("pseudonym", "Drill " + kill + " " + who, "passphrase", PASSPHRASE)));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static void write(String address, String cookie, String name, Queue<Sent> sent) {
        for (int i = 0; i < COMMENTS_EACH; i++) {
            String words = "What drill " + name + "-" + i + " holds, in a sentence of its own.";
            String form;
            try {
                form = form(Map.of(
                        "form-token",
                        token(address, cookie),
                        "key",
                        "drill-" + name + "-" + i,
                        "position",
                        "none",
                        "text",
                        words,
                        "do",
                        "send"));
            } catch (RuntimeException | AssertionError e) {
                // killed before anything was sent
                return;
            }
            try {
                HttpResponse<String> answer = post(address + QUESTION, cookie, form);
                assertThat(answer.statusCode()).isEqualTo(303);
                sent.add(new Sent(address, cookie, form, words, true));
            } catch (RuntimeException e) {
                sent.add(new Sent(address, cookie, form, words, false));
                return;
            }
        }
    }

    private static String token(String address, String cookie) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(address + QUESTION))
                .header("Cookie", cookie)
                .timeout(Duration.ofSeconds(30)));
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** Whoever got no answer sends the same form once more, as a browser that is reloaded does. */
    private static void sendAgain(Queue<Sent> sent) {
        sent.stream().filter(s -> !s.acknowledged()).forEach(s -> assertThat(
                        post(s.address() + QUESTION, s.cookie(), s.form()).statusCode())
                .isEqualTo(303));
    }

    private static HttpResponse<String> post(String address, String cookie, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
