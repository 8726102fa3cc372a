package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of a discussion, and comes back: everybody continues where they were. */
class RestartedLessonIT {

    private static final int PHONE = 390;
    private static final int WIDE = 1440;
    private static final String HALF = "Half of a thought about boxes, and then the light went out";
    private static final String SENT = "This was sent and acknowledged before the light went out.";

    /** The server's way back, on a machine that does other things too; then the page's own next try. */
    private static final LocatorAssertions.IsHiddenOptions PATIENTLY =
            new LocatorAssertions.IsHiddenOptions().setTimeout(90_000);

    /** What a clock may lose between two looks at it, each of which takes a page. */
    private static final Duration GLANCES = Duration.ofSeconds(10);

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("restarted");
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    private static String at(String path) {
        return lesson.portal.at(path).toString();
    }

    @Test
    void everybodyContinuesWhereTheyWere() throws Exception {
        String workshop = lesson.found("CLASS_50");
        String shop = "/workshops/" + workshop;
        String question = shop + "/questions/" + SampleDebate.PHONES;
        String code = lesson.code(workshop);
        SignedIn voter = lesson.joined(code, "Quiet Heron");
        lesson.enter(workshop, "READ", "OPENING_BALLOT");
        assertThat(voter.post(question, Map.of("round", "OPENING", "position", "yes", "confidence", "4"))
                        .statusCode())
                .isEqualTo(303);
        lesson.enter(workshop, "OPENING_BALLOT", "DISCUSS");
        assertThat(voter.post(
                                question + "/comments",
                                Map.of("key", "before", "position", "none", "text", SENT, "do", "send"))
                        .statusCode())
                .isEqualTo(303);

        try (BrowserContext reading = Browser.visitor(PHONE, "en", ColorScheme.LIGHT);
                BrowserContext writing = Browser.visitor(PHONE, "vi", ColorScheme.DARK);
                BrowserContext leading = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page reader = joined(reading, code, "Early Wren");
            Page writer = joined(writing, code, "Paper Boat");
            Page board = leading.newPage();
            DiscussedPortal.fillSignIn(open(board, "/sign-in"), "Ha");
            board.waitForURL(url -> !url.contains("sign-in"));
            open(board, shop);
            board.fill("#note", "Two more min");
            open(reader, question);
            assertThat(reader.textContent("main")).contains(SENT);
            reader.focus("#thread-live .sec-head a");
            mark(reader);
            mark(board);
            open(writer, question + "/comments");
            writer.locator("input[name=position][value=no]").press("Space");
            writer.fill("#text", HALF);
            writer.waitForFunction("Object.keys(localStorage).some(n => n.startsWith('contested.draft.'))");
            long left = secondsLeft(voter.get(question).body());
            long before = System.nanoTime();

            lesson.portal.kill();
            assertThat(reader.locator("#lost")).isVisible();
            assertThat(board.locator("#lost")).isVisible();
            assertThat(writer.inputValue("#text")).isEqualTo(HALF);
            lesson.portal.startAgain();

            // Push is back by itself, and says so; nothing else of the page was touched.
            assertThat(reader.locator("#lost")).isHidden(PATIENTLY);
            assertThat(reader.locator("#live")).hasText("Connected again.");
            assertThat(reader.evaluate("document.activeElement.matches('#thread-live .sec-head a')"))
                    .as("the focus stayed")
                    .isEqualTo(true);
            assertThat(board.locator("#lost")).isHidden(PATIENTLY);
            assertThat(board.evaluate("document.activeElement.id")).isEqualTo("note");
            assertThat(board.inputValue("#note")).isEqualTo("Two more min");
            assertSame(reader);
            assertSame(board);

            // Sign-in, phase and clock.
            String again = voter.get(question).body();
            assertThat(again).contains(SENT);
            long away = Duration.ofNanos(System.nanoTime() - before).toSeconds();
            assertThat(secondsLeft(again)).isBetween(left - away - GLANCES.toSeconds(), left - away + 1);
            assertThat(reader.textContent(".phases [aria-current=step] .ph")).isEqualTo("Discuss");

            // What is told now arrives by the new connection, without the minute after which pages ask.
            lesson.ha.post(shop, Map.of("do", "note", "note", "We are all here again."));
            assertThat(reader.locator(".shop-note")).containsText("We are all here again.");
            assertThat(reader.locator("#moved")).isVisible();
            assertSame(reader);

            // The draft: kept in the page, in a page loaded anew, and sent once.
            writer.reload();
            assertThat(writer.locator("#restored")).isVisible();
            assertThat(writer.inputValue("#text")).isEqualTo(HALF);
            assertThat(writer.isChecked("input[name=position][value=no]")).isTrue();
            writer.fill("#text", HALF + "; it is on again.");
            writer.click("form.composer button[value=send]");
            writer.waitForURL(url -> !url.contains("/comments"));
            assertThat(writer.textContent("main").split(Pattern.quote(HALF + "; it is on again."), -1))
                    .hasSize(2);

            // The ballot.
            lesson.enter(workshop, "DISCUSS", "OPENING_BALLOT");
            assertThat(lesson.ha.get(shop).body()).contains("1 of 3");
            Matcher own = Pattern.compile("value=\"yes\" checked=\"checked\"")
                    .matcher(voter.get(question).body());
            assertThat(own.find()).as("the vote that was cast").isTrue();
        }
    }

    private static Page open(Page page, String path) {
        Browser.open(page, at(path));
        return page;
    }

    private static Page joined(BrowserContext context, String code, String pseudonym) {
        Page page = open(context.newPage(), "/join/" + code);
        page.fill("#pseudonym", pseudonym);
        page.press("#pseudonym", "Enter");
        page.waitForURL(url -> url.contains("/questions/"));
        return page;
    }

    /** A page that loads anew forgets this. */
    private static void mark(Page page) {
        page.evaluate("window.stillTheSamePage = true");
    }

    private static void assertSame(Page page) {
        assertThat(page.evaluate("window.stillTheSamePage === true"))
                .as("the page was not loaded anew")
                .isEqualTo(true);
    }

    private static long secondsLeft(String page) {
        Matcher seconds = Pattern.compile("data-seconds=\"(\\d+)\"").matcher(page);
        assertThat(seconds.find()).as("a clock").isTrue();
        return Long.parseLong(seconds.group(1));
    }
}
