package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The learning settings as those see them who set them and those who learn: by keyboard, on a phone, in both languages. */
class LearningIT {

    private static final int WIDE = 1440;
    private static final int PHONE = 390;
    private static final String TEXT = "The boxes work, and paragraph one says why they do. So says ";

    /** Where pictures of the pages go, for whoever wants to look at them; nowhere by default. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getenv("CONTESTED_PICTURES")).map(Path::of);

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("learning");
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    private static String question(String workshop) {
        return "/workshops/" + workshop + "/questions/" + SampleDebate.PHONES;
    }

    private static HttpResponse<String> set(String workshop, Map<String, String> fields) {
        return lesson.ha.post(question(workshop) + "/learning", fields);
    }

    private static HttpResponse<String> write(SignedIn who, String workshop, String group, String name) {
        return who.post(
                question(workshop) + "/comments" + group,
                Map.of("key", "k" + name.hashCode(), "position", "none", "text", TEXT + name, "do", "send"));
    }

    private static Page open(Page page, String path) {
        Browser.open(page, lesson.portal.at(path).toString());
        return page;
    }

    private static void look(Page page, String name) {
        AdminIT.assertNoFault(page);
        page.setViewportSize(320, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(320);
        PICTURES.ifPresent(folder -> {
            page.setViewportSize(PHONE, 800);
            shoot(page, folder.resolve(name + "-390.png"));
            page.setViewportSize(WIDE, 900);
            shoot(page, folder.resolve(name + "-1440.png"));
        });
        page.setViewportSize(PHONE, 800);
    }

    private static void shoot(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "vi,DARK"})
    void aQuestionIsLearnedWithEverythingSwitchedOn(String language, ColorScheme scheme) {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        SignedIn otter = lesson.joined(code, "Sleepy Otter");
        try (BrowserContext board = Browser.visitor(WIDE, language, scheme);
                BrowserContext phone = Browser.visitor(PHONE, language, scheme)) {
            Page heron = phone.newPage();
            open(heron, "/join/" + code).press("#pseudonym", "Enter");
            heron.waitForURL(url -> url.contains("/questions/"));
            assertThat(heron.locator("#reading, #groups, #exercise, #answers, #asked"))
                    .hasCount(0);
            Page ha = board.newPage();
            DiscussedPortal.fillSignIn(open(ha, "/sign-in"), "Ha");
            ha.waitForURL(url -> !url.contains("sign-in"));

            // Set by hand: from the settings on.
            open(ha, "/workshops/" + workshop + "/settings").click("a[href*='/learning']");
            ha.waitForSelector("#set-reading");
            ha.click("#reading > summary");
            ha.fill("#rank-" + SampleDebate.PASSAGE, "1");
            ha.locator("button[name=do][value=reading]").press("Enter");
            ha.waitForSelector("#did");
            assertThat(ha.evaluate("document.activeElement.id")).isEqualTo("did");
            ha.fill("#groups", "2");
            ha.click("button[name=do][value=groups]");
            ha.waitForSelector(".groups");
            ha.check("input[name=side-swap]");
            ha.check("input[name=pair-replies]");
            ha.click("button[name=do][value=practice]");
            ha.waitForSelector("#did");
            look(ha, "settings-" + language);
            lesson.ha.post(
                    "/workshops/" + workshop + "/settings",
                    Map.of("do", "ask", "question", SampleDebate.PHONES.value(), "comments", "2", "citations", "1"));

            // Read.
            open(heron, question(workshop));
            assertThat(heron.locator("#reading")).hasAttribute("open", "open");
            assertThat(heron.locator("#exercise")).isVisible();
            look(heron, "read-" + language);
            heron.locator("#reading form button").press("Enter");
            heron.waitForSelector("#did");
            assertThat(heron.locator("#reading form button")).hasAttribute("aria-pressed", "true");
            assertThat(otter.get(question(workshop)).body()).contains("aria-pressed=\"false\"");

            // Discuss: an exercise, and a comment in the own group.
            lesson.enter(workshop, "READ", "DISCUSS");
            open(heron, question(workshop));
            assertThat(heron.locator("#reading[open]")).hasCount(0);
            heron.locator("a[href*='exercise=yes']").click();
            heron.waitForSelector("#text");
            assertThat(heron.locator("input[name=position][value=exercise]")).isChecked();
            look(heron, "composer-" + language);
            heron.fill("#text", TEXT + "whoever drew it");
            heron.locator("button[name=do][value=send]").press("Enter");
            heron.waitForSelector(".comment .exercise");
            assertThat(heron.locator(".comment .exercise")).hasCount(1);
            String own =
                    heron.locator("#groups ~ nav a").last().getAttribute("href").replaceFirst(".*group=(\\d).*", "$1");
            int other = 3 - Integer.parseInt(own);
            // Of two people each is in a group of their own.
            assertThat(write(otter, workshop, "?group=" + other, "the otter apart")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(write(otter, workshop, "", "the otter to all").statusCode())
                    .isEqualTo(303);
            assertThat(write(otter, workshop, "?group=" + own, "an intruder").statusCode())
                    .isEqualTo(404);
            heron.locator("#groups ~ nav a").last().click();
            heron.waitForURL(url -> url.contains("group=" + own));
            assertThat(heron.textContent("main")).doesNotContain("the otter apart");
            assertThat(heron.locator("#thread-live").getAttribute("data-live")).endsWith("/" + own);

            // What is given to answer is another's, and gone once answered.
            open(heron, question(workshop));
            assertThat(heron.locator(".answers a")).hasCount(1);
            assertThat(heron.locator(".asked-list")).isVisible();
            look(heron, "discuss-" + language);
            open(ha, question(workshop));
            look(ha, "lead-" + language);
            open(ha, "/workshops/" + workshop);
            AdminIT.assertNoFault(ha);

            // In the end everybody reads all groups, and answers in none.
            lesson.enter(workshop, "DISCUSS", "CLOSING_BALLOT");
            lesson.enter(workshop, "CLOSING_BALLOT", "SYNTHESIS");
            open(heron, question(workshop) + "?group=" + other);
            assertThat(heron.textContent("main")).contains("the otter apart");
            look(heron, "synthesis-" + language);
        }
    }

    @Test
    void anotherGroupsThreadAndItsNewsDoNotExist() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        Map<String, SignedIn> people = new HashMap<>();
        for (String name : List.of("Quiet Heron", "Sleepy Otter")) {
            people.put(name, lesson.joined(code, name));
        }
        set(workshop, Map.of("do", "groups", "groups", "2"));
        Map<String, String> places = new HashMap<>(Map.of("do", "move"));
        places.put("group-of-" + lesson.member(workshop, "Quiet Heron"), "1");
        places.put("group-of-" + lesson.member(workshop, "Sleepy Otter"), "2");
        assertThat(set(workshop, places).statusCode()).isEqualTo(303);
        lesson.enter(workshop, "READ", "DISCUSS");
        SignedIn heron = people.get("Quiet Heron");
        SignedIn otter = people.get("Sleepy Otter");
        assertThat(write(heron, workshop, "?group=1", "the heron apart").statusCode())
                .isEqualTo(303);

        String live = "/live/workshops/" + workshop + "/" + SampleDebate.PHONES;
        assertThat(heron.get(live + "/1").body()).isEqualTo("1");
        assertThat(heron.get(live).body()).isEqualTo("0");
        for (String path : List.of(
                question(workshop) + "?group=1", question(workshop) + "/comments?group=1", live + "/1", live + "/0")) {
            assertThat(otter.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(otter.get(question(workshop)).body()).doesNotContain("the heron apart");
        assertThat(lesson.ha.get(question(workshop) + "?group=1").body()).contains("the heron apart");
    }

    @Test
    void whatCannotBeSetSaysSoAndLosesNothing() {
        String workshop = lesson.found("CLASS_50");
        HttpResponse<String> ranked = lesson.ha.post(
                question(workshop) + "/learning?lang=en",
                Map.of("do", "reading", "rank-" + SampleDebate.PASSAGE, "99"));
        HttpResponse<String> one =
                lesson.ha.post(question(workshop) + "/learning?lang=en", Map.of("do", "groups", "groups", "one"));

        assertThat(ranked.statusCode()).isEqualTo(422);
        assertThat(ranked.body())
                .contains("A place is a number from 1 to 12", "value=\"99\"", "#rank-" + SampleDebate.PASSAGE);
        assertThat(one.statusCode()).isEqualTo(422);
        assertThat(one.body()).contains("Choose 2 to 12 groups", "value=\"one\"");
    }
}
