import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project's benchmark: {@code java src/bench/Bench.java}, after {@code mvn package}. Needs Linux, wrk and nginx.
 *
 * <p>Ratios, not absolute figures: the portal and nginx serve the very same compressed bytes in the same run, round by
 * round in turn, two workers each, keep-alive, no access log. Rounds are thrown away until two in a row agree within 5 %.
 * CPU is read from the kernel's account of the portal's process. What is printed is the median of the rounds that count.
 */
public final class Bench {

    private static final int CONNECTIONS = 32;
    private static final int THREADS = 2;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 5));
    private static final int MAX_WARM_ROUNDS = 12;
    private static final double AGREE = 0.05;
    private static final int VIEWS = 10_000;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final long TICKS_PER_SECOND = 100; // USER_HZ, fixed at 100 for /proc on Linux

    private final Path work = Files.createTempDirectory("contested-bench");
    private final int portalPort = freePort();
    private final int nginxPort = freePort();
    private Process portal;
    private Process nginx;

    private Bench() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench();
        Runtime.getRuntime().addShutdownHook(new Thread(bench::stop));
        bench.run();
        System.exit(0);
    }

    private void run() throws Exception {
        need("wrk");
        need("nginx");
        long before = System.nanoTime();
        startPortal();
        row("first start to first page", seconds(System.nanoTime() - before), "s");
        portal.destroy();
        portal.waitFor();
        before = System.nanoTime();
        startPortal();
        row("restart to first page", seconds(System.nanoTime() - before), "s");
        String page = "/questions/" + System.getProperty("question", fullestQuestion());
        startNginx(page);

        System.out.println();
        System.out.println("Page: " + page);
        row("size, plain", get(portalPort, page, false).body().length / 1024.0, "kB");
        row("size, compressed", get(portalPort, page, true).body().length / 1024.0, "kB");

        System.out.println();
        System.out.println("Anonymous reading, kept page against nginx with the same bytes as a file");
        compare("200", page, null);
        String etag = get(portalPort, page, true).headers().firstValue("ETag").orElseThrow();
        System.out.println("Asking again with the ETag (304)");
        compare("304", page, etag);

        System.out.println();
        System.out.println("First rendering, once warm (each request a page that is not kept)");
        rendering(page);
        sessionsAndHeap(page);
    }

    private void compare(String what, String page, String etag) throws Exception {
        warm(portalPort, page, etag);
        warm(nginxPort, "/page.html", null);
        List<Double> portalRates = new ArrayList<>();
        List<Double> nginxRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long ticks = ticks();
            double ours = wrk(portalPort, page, etag);
            cpu.add((ticks() - ticks) * 1000.0 / TICKS_PER_SECOND / (ours * ROUND.toSeconds()));
            double theirs = wrk(nginxPort, "/page.html", null);
            portalRates.add(ours);
            nginxRates.add(theirs);
            ratios.add(ours / theirs);
        }
        row(what + ", portal", median(portalRates), "requests/s");
        row("nginx, 200", median(nginxRates), "requests/s");
        row(what + ", ratio to nginx (" + range(ratios) + ")", median(ratios), "");
        row(what + ", portal's CPU", median(cpu), "ms/request");
    }

    /** An unknown value of a filter shows the whole page under an address of its own, so nothing kept can answer. */
    private void rendering(String page) throws Exception {
        int each = 300;
        String run = Long.toString(System.nanoTime(), 36);
        double last = 0;
        for (int warm = 0; warm < MAX_WARM_ROUNDS; warm++) {
            double cost = renderings(page, run + "w" + warm, each);
            if (last > 0 && Math.abs(cost - last) / last < AGREE) {
                break;
            }
            last = cost;
        }
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            costs.add(renderings(page, run + "r" + round, each));
        }
        row(page + " (" + range(costs) + ")", median(costs), "ms CPU");
    }

    private double renderings(String page, String mark, int each) throws Exception {
        long ticks = ticks();
        for (int i = 0; i < each; i++) {
            int status = get(portalPort, page + "?source=none-" + mark + "-" + i, true).statusCode();
            if (status != 200) {
                throw new IllegalStateException("rendering answered " + status);
            }
        }
        return (ticks() - ticks) * 1000.0 / TICKS_PER_SECOND / each;
    }

    private void sessionsAndHeap(String page) throws Exception {
        System.out.println();
        System.out.println(VIEWS + " anonymous views");
        long before = heapAfterCollection();
        int cookies = 0;
        List<String> paths = List.of("/", "/questions", page, "/sources", "/about", "/privacy");
        for (int i = 0; i < VIEWS; i++) {
            HttpResponse<byte[]> answer = get(portalPort, paths.get(i % paths.size()), true);
            cookies += answer.headers().allValues("Set-Cookie").size();
        }
        row("cookies set", cookies, "");
        row("heap before, collected", before / 1048576.0, "MB");
        row("heap after, collected", heapAfterCollection() / 1048576.0, "MB");
        row("sessions on the server", instances("io.undertow.server.session.InMemorySessionManager$SessionImpl"), "");
    }

    private long heapAfterCollection() throws Exception {
        jcmd("GC.run");
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1)) * 1024;
            if (jcmd("VM.flags").contains("UseG1GC")) {
                break; // one line has it all; the next are metaspace
            }
        }
        return sum;
    }

    /** How many objects of that class live, by the machine's own histogram. */
    private long instances(String type) throws Exception {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length >= 4 && row[3].equals(type))
                .mapToLong(row -> Long.parseLong(row[1]))
                .sum();
    }

    private String jcmd(String command) throws Exception {
        return output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(serverPid()),
                command));
    }

    private void warm(int port, String page, String etag) throws Exception {
        double last = 0;
        for (int round = 0; round < MAX_WARM_ROUNDS; round++) {
            double rate = wrk(port, page, etag);
            if (last > 0 && Math.abs(rate - last) / last < AGREE) {
                return;
            }
            last = rate;
        }
        System.out.println("  (never two rounds within 5 %: the machine is noisy)");
    }

    private double wrk(int port, String page, String etag) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "wrk", "-t" + THREADS, "-c" + CONNECTIONS, "-d" + ROUND.toSeconds() + "s", "-H", "Accept-Encoding: gzip"));
        if (etag != null) {
            command.addAll(List.of("-H", "If-None-Match: " + etag));
        }
        command.add("http://127.0.0.1:" + port + page);
        String out = output(command);
        if (out.contains("Non-2xx") || out.contains("Socket errors")) {
            throw new IllegalStateException(out);
        }
        Matcher rate = Pattern.compile("Requests/sec:\\s+([0-9.]+)").matcher(out);
        if (!rate.find()) {
            throw new IllegalStateException(out);
        }
        return Double.parseDouble(rate.group(1));
    }

    private void startPortal() throws Exception {
        Path home = Path.of(System.getProperty("release", "target/contested")).toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/contested").toString(), "start");
        builder.environment().put("CONTESTED_DATA", work.resolve("data").toString());
        builder.environment().put("CONTESTED_PORT", Integer.toString(portalPort));
        builder.environment().put("CONTESTED_BIND", "127.0.0.1");
        builder.redirectErrorStream(true).redirectOutput(work.resolve("portal.log").toFile());
        portal = builder.start();
        for (int tries = 0; tries < 240; tries++) {
            try {
                if (get(portalPort, "/", true).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not there yet
            }
            if (!portal.isAlive()) {
                break;
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException("the portal did not start:\n" + Files.readString(work.resolve("portal.log")));
    }

    private void startNginx(String page) throws Exception {
        Path root = Files.createDirectory(work.resolve("root"));
        // nginx workers run under another user when the benchmark runs as root
        work.toFile().setExecutable(true, false);
        Files.write(root.resolve("page.html"), get(portalPort, page, false).body());
        Files.write(root.resolve("page.html.gz"), get(portalPort, page, true).body());
        Path configuration = work.resolve("nginx.conf");
        Files.writeString(
                configuration,
                """
                worker_processes 2;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 100000000;
                  open_file_cache max=10;
                  types { text/html html; }
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  server { listen 127.0.0.1:%2$d; root %1$s/root; gzip_static on; }
                }
                """.formatted(work, nginxPort));
        nginx = new ProcessBuilder("nginx", "-c", configuration.toString(), "-e", work.resolve("nginx.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("nginx.out").toFile())
                .start();
        for (int tries = 0; tries < 40; tries++) {
            try {
                if (get(nginxPort, "/page.html", true).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not there yet
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("nginx did not start: " + Files.readString(work.resolve("nginx.out")));
    }

    /** The question page with most in it, by its size. */
    private String fullestQuestion() throws Exception {
        String home = new String(get(portalPort, "/questions", false).body());
        Matcher links = Pattern.compile("href=\"/questions/([a-z0-9-]+)\"").matcher(home);
        String fullest = null;
        int most = 0;
        while (links.find()) {
            int size = get(portalPort, "/questions/" + links.group(1), false).body().length;
            if (size > most) {
                most = size;
                fullest = links.group(1);
            }
        }
        if (fullest == null) {
            throw new IllegalStateException("the portal has no question");
        }
        return fullest;
    }

    private static HttpResponse<byte[]> get(int port, String path, boolean gzip) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        if (gzip) {
            request.header("Accept-Encoding", "gzip");
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** User and system time of the portal's process, in clock ticks. */
    private long ticks() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(serverPid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private long serverPid() {
        return Stream.concat(Stream.of(portal.toHandle()), portal.descendants())
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .pid();
    }

    private void stop() {
        for (Process process : new Process[] {nginx, portal}) {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                try {
                    process.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        try (Stream<Path> files = Files.walk(work)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println("left behind: " + work);
        }
    }

    private static void need(String program) throws Exception {
        String found = output(List.of("sh", "-c", "command -v " + program + " || ls /usr/sbin/" + program));
        if (found.isBlank()) {
            throw new IllegalStateException("the benchmark needs " + program + "; install it and run again");
        }
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return out;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String range(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(Locale.ROOT, "%.2f to %.2f", sorted[0], sorted[sorted.length - 1]);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void row(String what, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "  %-64s %12.3f %s", what, value, unit));
    }
}
