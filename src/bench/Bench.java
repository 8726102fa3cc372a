import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The project's benchmark: {@code java src/bench/Bench.java}, after {@code mvn package}. Needs Linux, wrk and nginx.
 *
 * <p>{@code -Donly=threads} leaves out plain reading, {@code -Donly=writing} all reading, {@code -Dseconds=} sets the length of a round.
 *
 * <p>{@code -Donly=class}: thirty phones join, vote and write within a minute over one shared line, see {@code SlowLine}
 * ({@code -Dkbit=2000}, {@code -Dmillis=150} each way). {@code -Donly=workshop}: three hundred participants with their
 * pages open. Neither needs wrk or nginx.
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

    private static final int CLASS = 30;
    private static final Duration ARRIVALS = Duration.ofSeconds(40);

    /** Participants of a large workshop, and the comments that wait there. */
    private static final int CROWD = 300;

    private static final int WAITING = 60;

    /** Renderings of the facilitator's page in a round. */
    private static final int BOARDS = 60;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
    private static final long TICKS_PER_SECOND = 100; // USER_HZ, fixed at 100 for /proc on Linux

    private final Path work = Files.createTempDirectory("contested-bench");
    private final int portalPort = freePort();
    private final int nginxPort = freePort();
    private Process portal;
    private Process nginx;
    private Process line;

    private Bench() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench();
        Runtime.getRuntime().addShutdownHook(new Thread(bench::stop));
        bench.run();
        System.exit(0);
    }

    private void run() throws Exception {
        String workshop = System.getProperty("only", "");
        if (workshop.equals("class") || workshop.equals("workshop")) {
            startPortal();
            if (workshop.equals("class")) {
                lesson();
            } else {
                bigWorkshop();
            }
            return;
        }
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
            List<Double> own = costs(mark -> ownPages(page, cookie, RENDERINGS));
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

    private double ownPages(String page, String cookie, int each) throws Exception {
        long ticks = ticks();
        for (int i = 0; i < each; i++) {
            HttpResponse<byte[]> answer = HTTP.send(
                    request(page).header("Cookie", cookie).header("Accept-Encoding", "gzip").build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("a member's page answered " + answer.statusCode());
            }
        }
        return (ticks() - ticks) * 1000.0 / TICKS_PER_SECOND / each;
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

    // ---- Workshops

    /** A class behind one address and one line: all come with the bell, and go on with the phase. */
    private void lesson() throws Exception {
        String question = System.getProperty("question", fullestQuestion());
        String facilitator = signUp("Bench teacher");
        String shop = found(facilitator, "CLASS_50", question);
        String code = code(shop, facilitator);
        enter(shop, facilitator, "READ", "OPENING_BALLOT");
        // A portal that has just started is slow for reasons of its own: a facilitator has tried the code before.
        String warm = found(facilitator, "CLASS_50", question);
        enter(warm, facilitator, "READ", "OPENING_BALLOT");
        List<Phone> before = phones(portalPort, "Warm");
        for (Phone phone : before) {
            phone.join(code(warm, facilitator));
            phone.vote();
        }
        enter(warm, facilitator, "OPENING_BALLOT", "DISCUSS");
        for (Phone phone : before) {
            phone.write(warm, question);
        }

        int millis = Integer.getInteger("millis", 150);
        int linePort = openLine(Integer.getInteger("kbit", 2_000), millis);
        System.out.println("A class of " + CLASS + " behind one line of " + Integer.getInteger("kbit", 2_000) + " kbit/s, "
                + 2 * millis + " ms there and back: " + question);
        List<Phone> phones = phones(linePort, "Pupil");
        ExecutorService hands = Executors.newFixedThreadPool(CLASS);
        long ticks = ticks();
        long bell = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CLASS; i++) {
            Phone phone = phones.get(i);
            long arrives = bell + ARRIVALS.toNanos() * i / (CLASS - 1);
            all.add(hands.submit(() -> {
                phone.rest(arrives);
                phone.join(code);
                phone.follow(shop);
                phone.vote();
                phone.awaitChange();
                // Writing takes its time; nobody begins in the same second.
                phone.rest(System.nanoTime() + phone.number * 8_000_000_000L / CLASS);
                phone.write(shop, question);
                return null;
            }));
        }
        Thread.sleep(ARRIVALS.plusSeconds(5).toMillis());
        enter(shop, facilitator, "OPENING_BALLOT", "DISCUSS");
        int failed = 0;
        for (Future<?> each : all) {
            try {
                each.get(120, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                failed++;
                System.out.println("  " + e.getCause());
            }
        }
        hands.shutdown();
        row("from the bell to the last comment", seconds(System.nanoTime() - bell), "s");
        row("portal's CPU for all of it", (ticks() - ticks) * 1.0 / TICKS_PER_SECOND, "s");
        row("phones that did not come through", failed, "");
        counted(shop, question, facilitator, phones);
        weighed(phones);
    }

    /** What the portal says afterwards: each is there once. */
    private void counted(String shop, String question, String facilitator, List<Phone> phones) throws Exception {
        String people = page(shop + "/people", facilitator);
        String thread = threadWhole(shop + "/questions/" + question + "?position=none", facilitator);
        enter(shop, facilitator, "DISCUSS", "OPENING_BALLOT");
        Matcher voted = Pattern.compile("(\\d+) (?:of|out of) " + CLASS).matcher(page(shop, facilitator));
        row("ballots, of " + CLASS, voted.find() ? Integer.parseInt(voted.group(1)) : -1, "");
        long joined = Pattern.compile("<p class=\"person\">").matcher(people).results().count() - 1;
        row("people joined, of " + CLASS, joined, "");
        long once = phones.stream().filter(p -> times(thread, p.words()) == 1).count();
        row("comments that are there once, of " + CLASS, once, "");
        row("comments that are there twice", phones.stream().filter(p -> times(thread, p.words()) > 1).count(), "");
    }

    private String threadWhole(String path, String cookie) throws Exception {
        StringBuilder all = new StringBuilder();
        String next = path;
        while (next != null) {
            String page = page(next, cookie);
            all.append(page);
            Matcher more = Pattern.compile("class=\"btn btn-2 btn-s\" href=\"([^\"]*[?&;]after=[^\"#]*)").matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        return all.toString();
    }

    private static int times(String text, String words) {
        return text.split(Pattern.quote(words), -1).length - 1;
    }

    private static void weighed(List<Phone> phones) {
        List<Visit> visits = phones.stream().flatMap(p -> p.visits.stream()).toList();
        double[] all = visits.stream().mapToDouble(Visit::seconds).sorted().toArray();
        row("pages, with all they load", all.length, "");
        row("half of them within", all[all.length / 2], "s");
        row("95 of 100 within", all[(int) Math.ceil(all.length * 0.95) - 1], "s");
        row("the slowest", all[all.length - 1], "s");
        for (String kind : visits.stream().map(Visit::kind).distinct().toList()) {
            List<Visit> same = visits.stream().filter(v -> v.kind().equals(kind)).toList();
            double[] times = same.stream().mapToDouble(Visit::seconds).sorted().toArray();
            row(kind + ": 95 of 100 within", times[(int) Math.ceil(times.length * 0.95) - 1], "s");
            row(kind + ": largest, compressed", same.stream().mapToInt(Visit::body).max().orElse(0) / 1000.0, "kB");
            row(kind + ": the same with headers", same.stream().mapToInt(Visit::bytes).max().orElse(0) / 1000.0, "kB");
        }
    }

    /** Three hundred in one workshop, each with a page open, and comments that wait. */
    private void bigWorkshop() throws Exception {
        String question = System.getProperty("question", fullestQuestion());
        String facilitator = signUp("Bench host");
        String shop = found(facilitator, "SCRATCH", question);
        post(shop + "/settings", facilitator, Map.of(
                "form-token", field(page(shop, facilitator), "form-token"),
                "title", "Bench", "zone", "UTC", "capacity", Integer.toString(CROWD), "do", "describe"));
        String code = code(shop, facilitator);
        List<String> cookies = new ArrayList<>();
        long before = System.nanoTime();
        for (int i = 0; i < CROWD; i++) {
            cookies.add(cookies(post("/join/" + code, "", Map.of("pseudonym", "Guest " + i, "do", "join"))));
        }
        row("joining, each", (System.nanoTime() - before) / 1e6 / CROWD, "ms");
        enter(shop, facilitator, "READ", "DISCUSS");
        String composer = shop + "/questions/" + question + "/comments";
        for (int i = 0; i < WAITING; i++) {
            post(composer, cookies.get(i), Map.of(
                    "form-token", field(page(composer, cookies.get(i)), "form-token"), "key", "bench-" + i,
                    "position", "none", "text", "What guest " + i + " has to say about this, in a sentence.",
                    "do", "send"));
        }
        for (int i = 0; i < 60; i++) {
            page(shop, cookies.get(i)); // warm
        }
        System.out.println();
        System.out.println(CROWD + " participants, " + WAITING + " comments waiting");
        row("facilitator's page, plain", page(shop, facilitator).length() / 1024.0, "kB");
        double without = heapAfterCollection();
        row("heap without sockets, collected", without / 1048576.0, "MB");
        HttpClient sockets = HttpClient.newHttpClient();
        List<Listener> listeners = new ArrayList<>();
        for (String cookie : cookies) {
            listeners.add(listen(sockets, portalPort, shop, cookie));
        }
        Thread.sleep(1_000);
        double open = heapAfterCollection();
        row("heap with " + CROWD + " sockets, collected", open / 1048576.0, "MB");
        row("memory for each open page", (open - without) / 1024.0 / CROWD, "kB");
        costRow("facilitator's page, sockets open", costs(mark -> ownPages(shop, facilitator, BOARDS)));
        List<Double> last = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        String from = "DISCUSS";
        for (int i = 0; i < 2 * ROUNDS; i++) {
            String to = from.equals("DISCUSS") ? "CLOSING_BALLOT" : "DISCUSS";
            listeners.forEach(l -> l.told = 0);
            String token = field(page(shop, facilitator), "form-token");
            long pulled = System.nanoTime();
            post(shop, facilitator, Map.of("form-token", token, "seen", from, "next", to, "do", "phase"));
            answered.add((System.nanoTime() - pulled) / 1e6);
            long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (listeners.stream().anyMatch(l -> l.told == 0) && System.nanoTime() < patience) {
                Thread.sleep(2);
            }
            if (listeners.stream().anyMatch(l -> l.told == 0)) {
                throw new IllegalStateException(listeners.stream().filter(l -> l.told == 0).count() + " were not told");
            }
            last.add((listeners.stream().mapToLong(l -> l.told).max().orElseThrow() - pulled) / 1e6);
            from = to;
        }
        row("connections lost and opened again", listeners.stream().mapToInt(l -> l.lost).sum(), "");
        List<Double> warm = last.subList(ROUNDS, 2 * ROUNDS);
        row("from the switch to its answer", median(answered.subList(ROUNDS, 2 * ROUNDS)), "ms");
        row("from the switch to the last one told (" + range(warm) + ")", median(warm), "ms");
    }

    private String found(String cookie, String template, String question) throws Exception {
        return post("/workshops/new", cookie, Map.of(
                        "form-token", field(page("/workshops/new", cookie), "form-token"),
                        "title", "Bench", "question", question, "template", template, "zone", "UTC"))
                .headers().firstValue("Location").orElseThrow().replaceFirst("[?#].*", "");
    }

    private String code(String shop, String cookie) throws Exception {
        Matcher code = Pattern.compile("class=\"joincode\">(?:<span[^>]*>[^<]*</span>)?([^<]+)<").matcher(page(shop, cookie));
        if (!code.find()) {
            throw new IllegalStateException("the workshop shows no code");
        }
        return code.group(1).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private void enter(String shop, String cookie, String seen, String next) throws Exception {
        post(shop, cookie, Map.of(
                "form-token", field(page(shop, cookie), "form-token"), "seen", seen, "next", next, "do", "phase"));
    }

    private int openLine(int kbit, int millis) throws Exception {
        int port = freePort();
        line = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("src/bench/SlowLine.java").toString(),
                        Integer.toString(port), Integer.toString(portalPort),
                        Integer.toString(kbit), Integer.toString(millis))
                .redirectErrorStream(true)
                .start();
        if (line.inputReader().readLine() == null) {
            throw new IllegalStateException("there is no line");
        }
        return port;
    }

    private static List<Phone> phones(int port, String name) {
        List<Phone> phones = new ArrayList<>();
        for (int i = 0; i < CLASS; i++) {
            phones.add(new Phone(port, name, i));
        }
        return phones;
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(c -> c.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    /** When a page was told something last; 0 for not yet. Whose connection is lost opens another, as workshop.js does. */
    private static final class Listener implements WebSocket.Listener {
        volatile long told;
        volatile int lost;
        private final Supplier<CompletableFuture<WebSocket>> again;

        @SuppressWarnings("unused") // held: nobody else does
        private volatile WebSocket socket;

        Listener(HttpClient client, int port, String shop, String cookie) {
            again = () -> client.newWebSocketBuilder()
                    .header("Cookie", cookie)
                    .header("Origin", "http://127.0.0.1:" + port)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live" + shop), this);
        }

        void open() throws Exception {
            socket = again.get().get(30, TimeUnit.SECONDS);
        }

        private void reopen() {
            lost++;
            CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS)
                    .execute(() -> again.get().thenAccept(s -> socket = s));
        }

        @Override
        public CompletionStage<?> onClose(WebSocket closed, int status, String reason) {
            reopen();
            return null;
        }

        @Override
        public void onError(WebSocket closed, Throwable fault) {
            reopen();
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            told = System.nanoTime();
            socket.request(1);
            return null;
        }
    }

    private static Listener listen(HttpClient client, int port, String shop, String cookie) throws Exception {
        Listener listener = new Listener(client, port, shop, cookie);
        listener.open();
        return listener;
    }

    /** A page as somebody waited for it: from the tap until all that it loads is there. */
    private record Visit(String kind, double seconds, int body, int bytes) {}

    /** A browser of somebody's own, with a cache: style and scripts come once. */
    private static final class Phone {

        final int number;
        final List<Visit> visits = new ArrayList<>();
        private final int port;
        private final String name;
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Set<String> cache = new HashSet<>();
        private String cookie = "";
        private String place = "";
        private String page = "";
        private Listener listener;
        private int body;
        private int bytes;

        Phone(int port, String name, int number) {
            this.port = port;
            this.name = name;
            this.number = number;
        }

        /** What this one writes; nobody else does. */
        String words() {
            return name + " number " + number + " has read both sides and says so in a sentence.";
        }

        void join(String code) throws Exception {
            visit("first page (joining)", () -> load("/join/" + code));
            Matcher field = Pattern.compile("id=\"pseudonym\"[^>]* value=\"([^\"]+)\"").matcher(page);
            if (!field.find()) {
                throw new IllegalStateException("no pseudonym is suggested");
            }
            visit("second page (question, after joining)", () -> send(
                    "/join/" + code, Map.of("do", "join", "pseudonym", field.group(1))));
        }

        void vote() throws Exception {
            Matcher position = Pattern.compile("name=\"position\" value=\"([^\"]+)\"").matcher(page);
            List<String> offered = position.results().map(m -> m.group(1)).toList();
            visit("later page (after voting)", () -> send(place, Map.of(
                    "form-token", field(page, "form-token"),
                    "round", "OPENING",
                    "position", offered.get(number % offered.size()),
                    "confidence", Integer.toString(1 + number % 5))));
        }

        void follow(String shop) throws Exception {
            listener = listen(client, port, shop, cookie);
        }

        /** As workshop.js does it: told, a moment of its own, what is new, the page anew. */
        void awaitChange() throws Exception {
            long patience = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (listener.told == 0 && System.nanoTime() < patience) {
                Thread.sleep(5);
            }
            rest(listener.told + (long) (Math.random() * 1e9));
            String live = place.replaceFirst("/questions/.*", "").replaceFirst("^", "/live");
            get(live).get();
            visit("later page (the phase has changed)", () -> load(place));
        }

        void write(String shop, String question) throws Exception {
            String composer = shop + "/questions/" + question + "/comments";
            visit("page for writing", () -> load(composer));
            Map<String, String> form = Map.of(
                    "form-token", field(page, "form-token"),
                    "key", field(page, "key"),
                    "position", "none",
                    "text", words(),
                    "do", "send");
            if (number % 5 == 0) {
                // An impatient thumb: the same form twice.
                CompletableFuture<HttpResponse<byte[]>> twice = call(form(composer, form));
                visit("later page (after writing)", () -> send(composer, form));
                if (twice.get().statusCode() != 303) {
                    throw new IllegalStateException("the second tap was answered " + twice.get().statusCode());
                }
            } else {
                visit("later page (after writing)", () -> send(composer, form));
            }
        }

        void rest(long until) throws InterruptedException {
            long left = until - System.nanoTime();
            if (left > 0) {
                Thread.sleep(left / 1_000_000);
            }
        }

        private interface Step {
            void go() throws Exception;
        }

        private void visit(String kind, Step step) throws Exception {
            body = 0;
            bytes = 0;
            long before = System.nanoTime();
            step.go();
            visits.add(new Visit(kind, seconds(System.nanoTime() - before), body, bytes));
        }

        private void send(String path, Map<String, String> fields) throws Exception {
            HttpResponse<byte[]> answer = call(form(path, fields)).get();
            if (answer.statusCode() != 303) {
                throw new IllegalStateException(path.replaceFirst("/join/.*", "/join") + " answered " + answer.statusCode());
            }
            count(answer);
            if (!answer.headers().allValues("Set-Cookie").isEmpty()) {
                cookie = cookies(answer);
            }
            load(answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""));
        }

        private void load(String path) throws Exception {
            HttpResponse<byte[]> answer = get(path).get();
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path.replaceFirst("/join/.*", "/join") + " answered " + answer.statusCode());
            }
            count(answer);
            page = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
            place = path.replaceFirst("\\?.*", "");
            List<CompletableFuture<HttpResponse<byte[]>>> assets = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(m -> m.group(1))
                    .filter(cache::add)
                    .map(this::get)
                    .toList();
            for (CompletableFuture<HttpResponse<byte[]>> asset : assets) {
                count(asset.get());
            }
        }

        private void count(HttpResponse<byte[]> answer) {
            body += answer.body().length;
            bytes += answer.body().length + 17 + answer.headers().map().entrySet().stream()
                    .mapToInt(h -> h.getValue().stream().mapToInt(v -> h.getKey().length() + v.length() + 4).sum())
                    .sum();
        }

        private CompletableFuture<HttpResponse<byte[]>> get(String path) {
            return call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)));
        }

        private HttpRequest.Builder form(String path, Map<String, String> fields) {
            String form = fields.entrySet().stream()
                    .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }

        private CompletableFuture<HttpResponse<byte[]>> call(HttpRequest.Builder request) {
            request.timeout(Duration.ofSeconds(60)).header("Accept-Encoding", "gzip");
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            return client.sendAsync(request.build(), BodyHandlers.ofByteArray());
        }
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
        for (Process process : new Process[] {line, nginx, portal}) {
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
