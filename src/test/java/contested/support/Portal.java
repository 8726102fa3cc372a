package contested.support;

import contested.pack.PackFiles.Contents;
import contested.pack.PackReader;
import contested.pack.PackService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A portal that runs: the release as it was built, started by its own script on a free port, with its data in a temporary
 * folder. The shared ones start when the first test asks for them and stop with the run.
 */
public final class Portal {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final String PASSWORD = "test";

    private static @Nullable Portal shipped;
    private static @Nullable Portal sample;
    private static @Nullable Portal empty;

    private final ProcessBuilder builder;
    private Process process;
    private final int port;
    private final Path data;
    private final Path packs;

    private Portal(ProcessBuilder builder, int port, Path data, Path packs) throws IOException {
        this.builder = builder;
        this.process = builder.start();
        this.port = port;
        this.data = data;
        this.packs = packs;
        Folders.atEnd(this::stop);
    }

    /** With the pack that the release carries and, where they are, the documents it was made from. */
    public static synchronized Portal shipped() {
        if (shipped == null) {
            if (Folders.shippedPacks().isEmpty()) {
                shipped = sample();
            } else {
                Map<String, String> settings = new HashMap<>();
                Folders.documents().ifPresent(d -> settings.put("CONTESTED_DOCUMENTS", d.toString()));
                settings.put("CONTESTED_FULL_TEXT", "everyone");
                shipped = start("shipped", Folders.project().resolve("seeds"), settings);
            }
        }
        return shipped;
    }

    /**
     * With the {@link SampleDebate}, its documents, an operator and a public address. A question that an earlier version
     * of the pack had is gone: {@link #GONE}.
     */
    public static synchronized Portal sample() {
        if (sample == null) {
            Path root = Folders.temporary("sample");
            Path data = root.resolve("data");
            PackFolder pack = SampleDebate.pack(root.resolve("packs"));
            load(new PackReader(withOneMore(root.resolve("earlier"))).read(), data);
            pack.version(2);
            Map<String, String> settings = Map.of(
                    "CONTESTED_DOCUMENTS",
                            SampleDebate.documents(root.resolve("documents")).toString(),
                    "CONTESTED_FULL_TEXT", "everyone",
                    "CONTESTED_OPERATOR_NAME", "Lakeside school",
                    "CONTESTED_OPERATOR_CONTACT", "desk@lakeside.example",
                    "PUBLIC_URL", "https://debate.lakeside.example");
            sample = start(data, root.resolve("packs"), settings);
        }
        return sample;
    }

    /** The address of what the sample's earlier version had and its present one has not. */
    public static final String GONE = "/questions/longer-breaks";

    private static Path withOneMore(Path parent) {
        PackFolder earlier = SampleDebate.pack(parent);
        String question = earlier.text("questions/" + SampleDebate.UNIFORMS + ".json");
        earlier.write("questions/longer-breaks.json", question.replace(SampleDebate.UNIFORMS.value(), "longer-breaks"));
        earlier.edit("pack.json", p -> p.withArray("questions").add("longer-breaks"));
        return earlier.folder();
    }

    private static void load(Contents contents, Path data) {
        try {
            Files.createDirectories(data.resolve("db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Database database = Database.inFolder(data, PASSWORD)) {
            database.inTransaction(() -> database.get(PackService.class).load(contents));
        }
    }

    /** With nothing in it. */
    public static synchronized Portal empty() {
        if (empty == null) {
            empty = start("empty", Folders.temporary("packs"), Map.of());
        }
        return empty;
    }

    /** With the sample debate, and with what the test has put into the database before it started. */
    public static Portal prepared(String name, Consumer<Database> prepare) {
        return prepared(name, prepare, Map.of());
    }

    /** The same, with settings as an operator gives them. */
    public static Portal prepared(String name, Consumer<Database> prepare, Map<String, String> settings) {
        Path root = Folders.temporary(name);
        Path data = root.resolve("data");
        PackFolder pack = SampleDebate.pack(root.resolve("packs"));
        load(new PackReader(pack.folder()).read(), data);
        try (Database database = Database.inFolder(data, PASSWORD)) {
            prepare.accept(database);
        }
        return start(data, root.resolve("packs"), settings);
    }

    /** A portal of a test's own, with settings as an operator gives them; {@code {port}} stands for the one it gets. */
    public static Portal start(String name, Path packs, Map<String, String> settings) {
        return start(Folders.temporary(name), packs, settings);
    }

    private static Portal start(Path data, Path packs, Map<String, String> settings) {
        try {
            Files.createDirectories(data);
            int port = PostgresServer.freePort();
            ProcessBuilder builder = new ProcessBuilder(script(), "start")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("console.log").toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(k -> k.startsWith("CONTESTED_") || k.startsWith("DB_"));
            environment.put("CONTESTED_DATA", data.toString());
            environment.put("CONTESTED_PACKS", packs.toString());
            environment.put("CONTESTED_DOCUMENTS", data.resolve("no-documents").toString());
            environment.put("CONTESTED_BIND", "127.0.0.1");
            environment.put("CONTESTED_PORT", String.valueOf(port));
            environment.put("DB_PASSWORD", PASSWORD);
            // Half the CPU of a start on a busy machine.
            environment.put("JAVA_OPTS", "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
            environment.put("LC_ALL", "C.UTF-8");
            settings.forEach((name, value) -> environment.put(name, value.replace("{port}", String.valueOf(port))));
            Portal portal = new Portal(builder, port, data, packs);
            portal.awaitStart();
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        Path bin = Folders.project().resolve("target/contested/bin");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path script = bin.resolve(windows ? "contested.bat" : "contested");
        if (!Files.exists(script)) {
            throw new IllegalStateException("there is no release at " + script + "; build it with mvn package");
        }
        return script.toString();
    }

    private void awaitStart() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                HttpResponse<Void> answer = HTTP.send(request("/").build(), HttpResponse.BodyHandlers.discarding());
                // Before the portal is deployed, the server answers by itself.
                if (answer.statusCode() != 503
                        && answer.headers()
                                .firstValue("Content-Security-Policy")
                                .isPresent()) {
                    return;
                }
                pause();
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the portal did not start:\n" + log());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it said on its console. */
    public String log() {
        try {
            return Files.readString(data.resolve("console.log"));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    public void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a power cut does it: nothing of the server's runs after this. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same portal once more, with the same port, data and settings. */
    public void startAgain() {
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitStart();
    }

    /** What its packs say. */
    public List<Contents> contents() {
        List<Contents> all = new ArrayList<>();
        try (var folders = Files.list(packs)) {
            folders.filter(f -> Files.exists(f.resolve("pack.json")))
                    .sorted()
                    .forEach(f -> all.add(new PackReader(f).read()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The id of the process that is the server. */
    public long pid() {
        return process.descendants()
                .filter(p -> p.info().command().filter(c -> c.contains("java")).isPresent())
                .findFirst()
                .map(ProcessHandle::pid)
                .orElseGet(process::pid);
    }

    /** Its data folder, for who looks into its database once it has stopped. */
    public Path data() {
        return data;
    }

    /** Its database, once it has stopped. */
    public Database database() {
        return Database.inFolder(data, PASSWORD);
    }

    public int port() {
        return port;
    }

    /** Without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public URI at(String path) {
        return URI.create(address() + path);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
    }

    /** The answer to a GET of that path with these headers, name and value in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a request written byte by byte, for what a well-behaved client would never send. */
    public String raw(String request) {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
