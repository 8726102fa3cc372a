package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a page learns while it is open: new comments, and that the sign-in is about to end. */
class LiveIT {

    private static final int WIDE = 1280;
    private static final String LIVE = "/live/" + SampleDebate.UNIFORMS;
    private static final long PATIENCE_SECONDS = 10;

    private static final Portal PORTAL = DiscussedPortal.get();
    private static final DiscussedPortal.Member VY = DiscussedPortal.Member.existing("Vy");
    private static int said;

    /** Published at once, since Vy is known and the thread is so. @return its name */
    private static String publish() {
        HttpResponse<String> answer = VY.write(DiscussedPortal.AT_ONCE, "Vy says something new, number " + ++said);
        String address = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        String name = address.replaceFirst(".*comment=([a-z0-9]+).*", "$1");
        assertThat(PORTAL.get(DiscussedPortal.AT_ONCE + "?comment=" + name).body())
                .contains("number " + said);
        return name;
    }

    /** What a socket hears; {@code closed} when it ends. */
    private static final class Ear implements WebSocket.Listener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CountDownLatch pinged = new CountDownLatch(1);

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence words, boolean last) {
            heard.add(words.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer nothing) {
            pinged.countDown();
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("closed");
            return null;
        }

        String next() throws InterruptedException {
            return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static WebSocket listen(Ear ear, String cookie, String origin) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        return builder.connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(URI.create(PORTAL.address().replace("http", "ws") + LIVE), ear)
                .join();
    }

    @Test
    void whoIsSignedInIsToldTheNameOfWhatAppearsAndNothingOfWhatWaits() throws InterruptedException {
        DiscussedPortal.Member reader = DiscussedPortal.Member.make();
        Ear ear = new Ear();
        WebSocket socket = listen(ear, reader.cookie(), PORTAL.address());

        assertThat(reader.write(DiscussedPortal.AT_ONCE, "A first contribution, which waits.")
                        .statusCode())
                .isEqualTo(303);
        String published = publish();

        assertThat(ear.next()).isEqualTo(published);
        assertThat(ear.heard).isEmpty();
        socket.abort();
    }

    /** The server closes what has been silent for 90 seconds, and readers are silent. */
    @Test
    void whoReadsForLongIsKeptOnTheLineByPings() throws InterruptedException {
        Ear ear = new Ear();
        WebSocket socket = listen(ear, DiscussedPortal.Member.make().cookie(), PORTAL.address());

        assertThat(ear.pinged.await(80, TimeUnit.SECONDS)).isTrue();
        assertThat(ear.heard).isEmpty();
        socket.abort();
    }

    @Test
    void whoHasSignedOutIsToldNothingMore() throws InterruptedException {
        DiscussedPortal.Member reader = DiscussedPortal.Member.make();
        Ear ear = new Ear();
        listen(ear, reader.cookie(), PORTAL.address());
        reader.post("/sign-out", List.of(Map.entry("where", "here")));

        publish();

        assertThat(ear.next()).isEqualTo("closed");
    }

    @Test
    void noSocketOpensForVisitorsNorFromOtherSites() {
        String cookie = DiscussedPortal.Member.make().cookie();
        for (List<String> refused : List.of(
                List.of("", PORTAL.address()),
                List.of("contested=made-up", PORTAL.address()),
                List.of(cookie, "https://elsewhere.example"),
                List.of(cookie, "null"),
                List.of(cookie, ""))) {
            assertThatThrownBy(() -> listen(new Ear(), refused.get(0), refused.get(1)))
                    .as(refused.get(1))
                    .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class);
        }
    }

    @Test
    void aVisitorAsksForAKeptCountWithoutACookie() {
        publish();
        HttpResponse<String> answer = PORTAL.get(LIVE);
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.body()).matches("[1-9][0-9]*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(PORTAL.get(LIVE, "If-None-Match", etag).statusCode()).isEqualTo(304);

        DiscussedPortal.Member.make().write(DiscussedPortal.AT_ONCE, "A first contribution that nobody knows of.");
        assertThat(PORTAL.get(LIVE, "If-None-Match", etag).statusCode()).isEqualTo(304);
        publish();
        assertThat(PORTAL.get(LIVE, "If-None-Match", etag).statusCode()).isEqualTo(200);

        assertThat(PORTAL.get("/live/no-such-question").statusCode()).isEqualTo(404);
        assertThat(PORTAL.get("/live/").statusCode()).isEqualTo(404);
    }

    @Test
    void aReadersPageOffersWhatIsNewWithoutMoving() {
        try (BrowserContext browser = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = browser.newPage();
            DiscussedPortal.signUp(page);
            page.onWebSocket(socket -> page.evaluate("window.opened = true"));
            page.navigate(PORTAL.at(DiscussedPortal.AT_ONCE + "#thread").toString());
            page.waitForTimeout(1000);
            Object before = page.evaluate("[scrollY, document.documentElement.scrollHeight]");
            publish();

            assertThat(page.locator(".live-new a")).hasText("1 new");
            assertThat(page.evaluate("[scrollY, document.documentElement.scrollHeight]"))
                    .isEqualTo(before);
            page.waitForCondition(() -> page.textContent("#live").equals("1 new"));
            publish();
            assertThat(page.locator(".live-new a")).hasText("2 new");
            page.click(".live-new a");
            assertThat(page.locator("article.comment-body").first()).containsText("number " + said);
        }
    }

    @Test
    void aVisitorsPageAsksAtMostOnceAMinuteAndOnlyWhileItIsSeen() {
        try (BrowserContext browser = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = browser.newPage();
            page.clock().install();
            int[] asked = {0};
            page.onRequest(r -> asked[0] += r.url().contains("/live/") ? 1 : 0);
            page.navigate(PORTAL.at(DiscussedPortal.AT_ONCE).toString());
            publish();
            page.clock().runFor(55_000);
            assertThat(asked[0]).isZero();
            page.clock().runFor(10_000);
            assertThat(page.locator(".live-new a")).hasText("1 new");
            assertThat(asked[0]).isEqualTo(1);

            page.evaluate(
                    "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true })");
            page.clock().runFor(300_000);
            assertThat(asked[0]).isEqualTo(1);
        }
    }

    @Test
    void theEndOfTheSignInIsToldFiveMinutesBeforeAndCanBePutOff() {
        try (BrowserContext browser = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = browser.newPage();
            DiscussedPortal.signUp(page);
            page.clock().install();
            page.navigate(
                    PORTAL.at(DiscussedPortal.PHONES + "/comments?lang=en").toString());
            page.fill("#text", "Not lost by this.");
            page.clock().fastForward("07:54:00");
            assertThat(page.locator("#sign-in-end")).isHidden();
            page.clock().fastForward("01:30");

            assertThat(page.locator("#sign-in-end")).isVisible();
            assertThat(page.locator("#sign-in-end")).containsText("You will be signed out at");
            page.clock().runFor(200);
            assertThat(page.locator("#live")).containsText("You will be signed out at");
            page.focus("#sign-in-end button");
            page.keyboard().press("Enter");
            assertThat(page.locator("#sign-in-end")).isHidden();
            assertThat(page.locator("#main")).isFocused();
            assertThat(page.locator("#text")).hasValue("Not lost by this.");

            page.clock().fastForward("08:01:00");
            assertThat(page.locator("#sign-in-end")).containsText("has ended");
            assertThat(page.locator("#sign-in-end a")).isVisible();
        }
    }

    @Test
    void whoeverIsNotSignedInLoadsNothingOfThis() {
        assertThat(PORTAL.get(DiscussedPortal.PHONES).body())
                .doesNotContain("sign-in-end", "member.js", "data-account", "data-left");
    }
}
