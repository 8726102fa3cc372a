import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project's benchmark: {@code java src/bench/Bench.java}, after {@code mvn package}. Needs Linux, wrk and nginx.
 *
 * <p>{@code -Donly=threads} leaves out plain reading, {@code -Donly=writing} all reading, {@code -Dseconds=} sets the length of a round.
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
    private static final int RENDERINGS = 300;
    private static final String DB_PASSWORD = "bench";

    /** How long the threads are whose first pages must cost alike. */
    private static final List<Integer> THREAD_LENGTHS = List.of(50, 1_000, 10_000);

    /** A member writes ten comments in ten minutes and no more. */
    private static final int COMMENTS_EACH = 10;

    /** Enough for the machine to be warm before the rounds that count. */
    private static final int WRITERS = 100;
    private static final int DECISIONS = 100;
    private static final String PASSPHRASE = "four plain words together";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
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
        String only = System.getProperty("only", "");
        if (only.isEmpty()) {
            reading(page);
        }
        if (!only.equals("writing")) {
            threads(page);
        }
        writing(page);
    }

    private void reading(String page) throws Exception {
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
        costRow(page, rendering(page));
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

    /** What rendering costs by the process's own account of its time, once two rounds agree; one value a round. */
    private static List<Double> costs(Round round) throws Exception {
        double last = 0;
        for (int warm = 0; warm < MAX_WARM_ROUNDS; warm++) {
            double cost = round.cost("w" + warm);
            if (last > 0 && Math.abs(cost - last) / last < AGREE) {
                break;
            }
            last = cost;
        }
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            costs.add(round.cost("r" + i));
        }
        return costs;
    }

    private interface Round {
        double cost(String mark) throws Exception;
    }

    /** An unknown value of a filter shows the whole page under an address of its own, so nothing kept can answer. */
    private List<Double> rendering(String page) throws Exception {
        String run = Long.toString(System.nanoTime(), 36);
        return costs(mark -> renderings(page, run + mark, RENDERINGS));
    }

    private static void costRow(String what, List<Double> costs) {
        row(what + " (" + range(costs) + ")", median(costs), "ms CPU");
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

    /** Page one of the same thread, as it grows; then what writing in the longest one costs. */
    private void threads(String page) throws Exception {
        String slug = page.substring(page.lastIndexOf('/') + 1);
        List<Double> anonymous = new ArrayList<>();
        List<Double> signedIn = new ArrayList<>();
        String reader = "";
        for (int comments : THREAD_LENGTHS) {
            portal.destroy();
            portal.waitFor();
            seedThread(slug, comments);
            startPortal();
            reader = reader.isEmpty() ? signUp("Bench reader") : reader;
            System.out.println();
            System.out.println("A thread with " + comments + " comments, page one");
            row("size, compressed", get(portalPort, page, true).body().length / 1024.0, "kB");
            List<Double> first = rendering(page);
            costRow("a visitor's, first rendering", first);
            anonymous.add(median(first));
            String cookie = reader;
            List<Double> own = costs(mark -> ownPages(page, cookie));
            costRow("a member's", own);
            signedIn.add(median(own));
        }
        System.out.println();
        System.out.println("Against the shortest thread");
        for (int i = 1; i < THREAD_LENGTHS.size(); i++) {
            row(THREAD_LENGTHS.get(i) + " comments, visitor", anonymous.get(i) / anonymous.get(0), "");
            row(THREAD_LENGTHS.get(i) + " comments, member", signedIn.get(i) / signedIn.get(0), "");
        }
        System.out.println();
        System.out.println("The longest thread's page as it is kept, against nginx with the same bytes as a file");
        nginx.destroy();
        nginx.waitFor();
        startNginx(page);
        compare("200", page, null);
    }

    private void writing(String page) throws Exception {
        int longest = THREAD_LENGTHS.get(THREAD_LENGTHS.size() - 1);
        if ("writing".equals(System.getProperty("only"))) {
            portal.destroy();
            portal.waitFor();
            seedThread(page.substring(page.lastIndexOf('/') + 1), longest);
            startPortal();
        }
        System.out.println();
        System.out.println("Writing into a thread of " + longest + " (" + WRITERS * COMMENTS_EACH + " comments by " + WRITERS + ")");
        posting(page + "/comments");
        System.out.println();
        System.out.println("Deciding, with " + WRITERS * COMMENTS_EACH + " comments waiting");
        deciding();
    }

    private double ownPages(String page, String cookie) throws Exception {
        long ticks = ticks();
        for (int i = 0; i < RENDERINGS; i++) {
            HttpResponse<byte[]> answer = HTTP.send(
                    request(page).header("Cookie", cookie).header("Accept-Encoding", "gzip").build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("a member's page answered " + answer.statusCode());
            }
        }
        return (ticks() - ticks) * 1000.0 / TICKS_PER_SECOND / RENDERINGS;
    }

    /** The post alone: the form is read before, and where it leads to is not followed. */
    private void posting(String composer) throws Exception {
        List<String> cookies = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            cookies.add(signUp("Bench writer " + i));
            tokens.add(field(page(composer, cookies.get(i)), "form-token"));
        }
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < COMMENTS_EACH; i++) {
            long ticks = ticks();
            for (int who = 0; who < WRITERS; who++) {
                post(composer, cookies.get(who), Map.of(
                        "form-token", tokens.get(who),
                        "key", "bench-" + who + "-" + i,
                        "position", "none",
                        "text", "What writer " + who + " has to say for the " + i + "th time, in a sentence.",
                        "do", "send"));
            }
            costs.add((ticks() - ticks) * 1000.0 / TICKS_PER_SECOND / WRITERS);
        }
        // The first rounds are the machine's warming up.
        costRow("a post, from the form to the answer", costs.subList(COMMENTS_EACH - ROUNDS, COMMENTS_EACH));
    }

    /** From pressing the key to the next item's page, as the browser asks for it: the decision, then where it leads. */
    private void deciding() throws Exception {
        Matcher key = Pattern.compile("(/setup\\?key=[0-9a-f]+)").matcher(Files.readString(work.resolve("portal.log")));
        if (!key.find()) {
            throw new IllegalStateException("the portal has printed no link for its first administrator");
        }
        String cookie = post(key.group(1), "", Map.of("pseudonym", "Bench moderator", "passphrase", PASSPHRASE))
                .headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String desk = page("/moderation", cookie);
        List<Double> waits = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            long ticks = ticks();
            long before = System.nanoTime();
            String next = post("/moderation", cookie, Map.of(
                            "form-token", field(desk, "form-token"),
                            // The first ones belong to the form that takes the decision before back.
                            "about", lastField(desk, "about"),
                            "version", lastField(desk, "version"),
                            "do", "PUBLISH"))
                    .headers().firstValue("Location").orElseThrow();
            desk = page(next.replaceFirst("#.*", ""), cookie);
            waits.add((System.nanoTime() - before) / 1e6);
            costs.add((ticks() - ticks) * 1000.0 / TICKS_PER_SECOND);
        }
        List<Double> warm = waits.subList(DECISIONS / 2, DECISIONS);
        row("from the key to the next item (" + range(warm) + ")", median(warm), "ms");
        row("the same, on average", costs.subList(DECISIONS / 2, DECISIONS).stream()
                .mapToDouble(Double::doubleValue).average().orElseThrow(), "ms CPU");
    }

    private String page(String path, String cookie) throws Exception {
        return HTTP.send(request(path).header("Cookie", cookie).build(), BodyHandlers.ofString()).body();
    }

    private static String field(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        if (!field.find()) {
            throw new IllegalStateException("the page has no field " + name);
        }
        return field.group(1);
    }

    private static String lastField(String page, String name) {
        return field(page.substring(page.lastIndexOf("name=\"" + name + "\"")), name);
    }

    private String signUp(String pseudonym) throws Exception {
        return post("/sign-up", "", Map.of("pseudonym", pseudonym, "passphrase", PASSPHRASE))
                .headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private HttpResponse<String> post(String path, String cookie, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portalPort + path)).timeout(Duration.ofSeconds(30));
    }

    /** Fills the thread up to that many published comments: three of five begin a conversation, two answer one. */
    private void seedThread(String question, int comments) throws Exception {
        Path script = work.resolve("thread.sql");
        Files.writeString(script, SEED.replace("$question", question).replace("$all", Integer.toString(comments)));
        Path jar;
        try (Stream<Path> modules = Files.walk(home().resolve("server/modules"))) {
            jar = modules.filter(f -> f.getFileName().toString().matches("h2-.*\\.jar")).findFirst().orElseThrow();
        }
        String said = output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", jar.toString(), "org.h2.tools.RunScript",
                "-url", "jdbc:h2:file:" + work.resolve("data/db/contested"),
                "-user", "contested", "-password", DB_PASSWORD, "-script", script.toString()));
        if (!said.isBlank()) {
            throw new IllegalStateException(said);
        }
    }

    private static final String SEED = """
            set @question = (select id from question where slug = '$question');
            insert into account (pseudonym, pseudonym_key, mark, digest, created_at)
              select 'Seeded ' || x, 'seeded' || x, 'mark' || x, 'OFF', current_timestamp from system_range(1, 100)
              where not exists (select 1 from account where pseudonym_key = 'seeded1');
            insert into account_roles (account_id, role)
              select id, 'MEMBER' from account a where pseudonym_key like 'seeded%'
              and not exists (select 1 from account_roles r where r.account_id = a.id);
            set @author = (select min(id) from account where pseudonym_key like 'seeded%');
            insert into thread (question_id, mode, published_count)
              select @question, 'BEFORE', 0 where not exists (select 1 from thread where question_id = @question);
            set @thread = (select id from thread where question_id = @question);
            set @begun = (select count(*) from comment where thread_id = @thread and depth = 0);
            set @roots = $all * 3 / 5;
            insert into comment (slug, thread_id, depth, author_id, stance, position_id, state, published_number,
                latest_number, submission_key, created_at, published_at, state_since, placed, published_replies,
                citation_count, version)
              select 'root-' || x, @thread, 0, @author + mod(x, 100), 'TAKES', p.id, 'PUBLISHED', 1, 1, 'root-' || x,
                current_timestamp, current_timestamp, current_timestamp, true, 0, 1, 0
              from system_range(@begun + 1, @roots)
              join (select id, row_number() over (order by slot) - 1 n, count(*) over () c from position
                    where question_id = @question) p on mod(x, p.c) = p.n order by x;
            update comment set root_id = id where thread_id = @thread and depth = 0;
            insert into comment (slug, thread_id, parent_id, root_id, depth, author_id, stance, position_id, state,
                published_number, latest_number, submission_key, created_at, published_at, state_since, placed,
                published_replies, citation_count, version)
              select 'reply-' || x, @thread, r.id, r.id, 1, @author + mod(x + 7, 100), 'NONE', null, 'PUBLISHED', 1, 1,
                'reply-' || x, current_timestamp, current_timestamp, current_timestamp, true, 0, 1, 0
              from system_range(@begun * 2 / 3 + 1, $all - @roots) join comment r on r.slug = 'root-' || x order by x;
            update comment set published_replies = 1 where slug in (select 'root-' || x from system_range(1, $all - @roots));
            insert into revision (comment_id, number, stance, position_id, text, digest, created_at)
              select id, 1, stance, position_id, 'Comment ' || slug || '. ' || repeat('It says *something* in words. ', 10),
                slug, current_timestamp
              from comment c where thread_id = @thread and not exists (select 1 from revision where comment_id = c.id);
            insert into revision_citations (revision_id, rank, passage_id)
              select r.id, 0, p.id from revision r join comment c on c.id = r.comment_id and c.thread_id = @thread
              join (select id, row_number() over (order by id) - 1 n, count(*) over () k from passage
                    where question_id = @question) p on mod(r.id, p.k) = p.n
              where not exists (select 1 from revision_citations where revision_id = r.id);
            delete from tally where thread_id = @thread;
            insert into tally (thread_id, subject, published)
              select @thread, 'position ' || p.slot, count(*) from comment c join position p on p.id = c.position_id
              where c.thread_id = @thread group by p.slot;
            insert into tally (thread_id, subject, published)
              select @thread, stance, count(*) from comment where thread_id = @thread and position_id is null group by stance;
            insert into tally (thread_id, subject, published)
              select @thread, 'passage ' || p.slug, count(*) from revision_citations k join passage p on p.id = k.passage_id
              join revision r on r.id = k.revision_id join comment c on c.id = r.comment_id
              where c.thread_id = @thread group by p.slug;
            update thread set published_count = $all where id = @thread;
            """;

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
        ProcessBuilder builder = new ProcessBuilder(home().resolve("bin/contested").toString(), "start");
        builder.environment().put("CONTESTED_DATA", work.resolve("data").toString());
        builder.environment().put("CONTESTED_PORT", Integer.toString(portalPort));
        builder.environment().put("CONTESTED_BIND", "127.0.0.1");
        builder.environment().put("DB_PASSWORD", DB_PASSWORD);
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

    private static Path home() {
        return Path.of(System.getProperty("release", "target/contested")).toAbsolutePath();
    }

    private void startNginx(String page) throws Exception {
        Path root = Files.createDirectories(work.resolve("root"));
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
