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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workshop as its people live it: founded, led from phase to phase, voted in, discussed, and over. */
class WorkshopIT {

    private static final int WIDE = 1440;
    private static final int PHONE = 390;
    private static final String TEXT = "The boxes work, and paragraph one says why they do.";

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("workshop");
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    private static String at(String path) {
        return lesson.portal.at(path).toString();
    }

    private static String question(String workshop) {
        return "/workshops/" + workshop + "/questions/" + SampleDebate.PHONES;
    }

    private static HttpResponse<String> vote(SignedIn who, String workshop, String round, String position) {
        return who.post(question(workshop), Map.of("round", round, "position", position, "confidence", "4"));
    }

    private static HttpResponse<String> write(SignedIn who, String workshop, String text) {
        return who.post(
                question(workshop) + "/comments",
                Map.of("key", "k" + text.hashCode(), "position", "none", "text", text, "do", "send"));
    }

    // ---- From sign-in to a code on the wall

    /** A step is one thing to do: to sign in, a link, a field, a button. */
    @Test
    void fromTheSignInToACodeOnTheWallItTakesAtMostEightSteps() {
        try (BrowserContext context = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/sign-in"));
            List<Runnable> steps = List.of(
                    () -> DiscussedPortal.fillSignIn(page, "Linh"),
                    () -> page.click("nav a[href^='/workshops']"),
                    () -> page.click("main a[href^='/workshops/new']"),
                    () -> page.fill("#title", "Eight steps"),
                    () -> page.selectOption("#question", SampleDebate.PHONES.value()),
                    () -> page.press("#title", "Enter"),
                    () -> page.click("a[href$='/projector']"));
            assertThat(steps).hasSizeLessThanOrEqualTo(8);
            for (Runnable step : steps) {
                step.run();
                page.waitForLoadState();
            }
            assertThat(page.locator(".stage-code")).isVisible();
        }
    }

    // ---- The whole of it

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void aWorkshopIsPlayedFromItsCodeToItsEnd(String language) {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        List<SignedIn> others = new ArrayList<>();
        for (String name : List.of("Quiet Heron", "Sleepy Otter", "Tall Crane", "Early Wren", "Paper Boat")) {
            others.add(lesson.joined(code, name));
        }
        lesson.people(workshop, Map.of("member", lesson.member(workshop, "Paper Boat"), "do", "moderator"));
        try (BrowserContext board = Browser.visitor(WIDE, language, ColorScheme.LIGHT);
                BrowserContext phone = Browser.visitor(PHONE, language, ColorScheme.DARK)) {
            Page facilitator = board.newPage();
            DiscussedPortal.fillSignIn(open(facilitator, "/sign-in"), "Ha");
            facilitator.waitForURL(url -> !url.contains("sign-in"));
            Page participant = phone.newPage();
            open(participant, "/join/" + code).press("#pseudonym", "Enter");
            participant.waitForURL(url -> url.contains("/questions/"));
            AdminIT.assertNoFault(participant);

            switchTo(facilitator, workshop, "opening-ballot");
            vote(participant, workshop, "no");
            assertThat(vote(others.get(0), workshop, "OPENING", "yes").statusCode())
                    .isEqualTo(303);
            open(facilitator, "/workshops/" + workshop);
            AdminIT.assertNoFault(facilitator);

            switchTo(facilitator, workshop, "discuss");
            for (SignedIn other : others) {
                assertThat(write(other, workshop, TEXT + " So says number " + others.indexOf(other))
                                .statusCode())
                        .isEqualTo(303);
            }
            open(participant, question(workshop));
            assertThat(participant.textContent("main")).contains("So says number 0");
            AdminIT.assertNoFault(participant);
            open(facilitator, question(workshop))
                    .locator(".comment-hide:has(input[name=hide]) button")
                    .first()
                    .click();
            facilitator.waitForSelector("#did");
            AdminIT.assertNoFault(facilitator);
            open(participant, question(workshop));
            assertThat(participant.locator(".comment-gone").allTextContents()).hasSize(1);

            switchTo(facilitator, workshop, "closing-ballot");
            vote(participant, workshop, "yes");
            switchTo(facilitator, workshop, "synthesis");
            open(participant, question(workshop));
            assertThat(participant.locator("#swing-title")).isVisible();
            AdminIT.assertNoFault(participant);
            participant.locator("input[name=moved-by-comment] + button").first().click();
            participant.waitForSelector("#did");
            assertThat(participant
                            .locator(".comment-hide button[aria-pressed=true]")
                            .count())
                    .isOne();

            switchTo(facilitator, workshop, "closed");
            open(participant, "/workshops/" + workshop);
            AdminIT.assertNoFault(participant);
            assertThat(participant.locator("[aria-current=step]")).isVisible();
        }
    }

    private static Page open(Page page, String path) {
        Browser.open(page, at(path));
        return page;
    }

    /** As a facilitator does it: asks what it means, reads it, and does it. */
    private static void switchTo(Page page, String workshop, String phase) {
        open(page, "/workshops/" + workshop + "?to=" + phase);
        assertThat(page.locator("#switch .means")).isVisible();
        AdminIT.assertNoFault(page);
        page.click("#switch button[type=submit]");
        page.waitForSelector("#did");
    }

    /** By keyboard alone: a radio of each row, and the button. */
    private static void vote(Page page, String workshop, String position) {
        open(page, question(workshop));
        page.focus("input[name=position]");
        page.locator("input[name=position][value=" + position + "]").press("Space");
        page.locator("input[name=confidence][value='4']").press("Space");
        page.locator(".ballot button[type=submit]").press("Enter");
        page.waitForSelector("#did");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("did");
        assertThat(page.isChecked("input[name=position][value=" + position + "]"))
                .isTrue();
    }

    @Test
    void aBallotWithoutAChoiceSaysWhatIsMissing() {
        String workshop = lesson.found("CLASS_50");
        SignedIn heron = lesson.joined(lesson.code(workshop), "Quiet Heron");
        lesson.enter(workshop, "READ", "OPENING_BALLOT");

        HttpResponse<String> answer = heron.post(question(workshop) + "?lang=en", Map.of("round", "OPENING"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose where you stand", "Say how sure you are", "href=\"#confidence\"");
    }

    // ---- Following

    @Test
    void aPhaseChangeIsAnnouncedAndTouchesNoFieldInUse() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        lesson.enter(workshop, "READ", "OPENING_BALLOT");
        try (BrowserContext context = Browser.visitor(PHONE, "en", ColorScheme.LIGHT)) {
            Page page = context.newPage();
            open(page, "/join/" + code).press("#pseudonym", "Enter");
            page.waitForURL(url -> url.contains("/questions/"));
            page.click("label:has(input[name=position][value=yes])");
            page.focus("input[name=confidence][value='3']");
            page.locator("input[name=confidence][value='3']").press("Space");

            lesson.enter(workshop, "OPENING_BALLOT", "DISCUSS");

            assertThat(page.locator("[aria-current=step] .ph")).hasText("Discuss");
            assertThat(page.locator("#live")).containsText("Discuss");
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("3");
            assertThat(page.isChecked("input[name=position][value=yes]")).isTrue();
            assertThat(page.locator("#moved")).isVisible();
        }
    }

    @Test
    void whatArrivesAfterTheBellKeepsItsTextAndSaysSo() {
        String workshop = lesson.found("CLASS_50");
        SignedIn heron = lesson.joined(lesson.code(workshop), "Quiet Heron");
        lesson.enter(workshop, "READ", "DISCUSS");
        lesson.enter(workshop, "DISCUSS", "CLOSING_BALLOT");

        HttpResponse<String> late = heron.post(
                question(workshop) + "/comments?lang=en",
                Map.of("key", "late", "position", "none", "text", TEXT, "do", "send"));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Nobody writes in this phase", TEXT);
        assertThat(lesson.ha.get(question(workshop)).body()).doesNotContain(TEXT);
    }

    // ---- Secret means secret

    @Test
    void nothingThatAnybodyElseSeesChangesWithABallot() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        SignedIn heron = lesson.joined(code, "Quiet Heron");
        SignedIn otter = lesson.joined(code, "Sleepy Otter");
        lesson.enter(workshop, "READ", "OPENING_BALLOT");
        assertThat(vote(heron, workshop, "OPENING", "yes").statusCode()).isEqualTo(303);
        List<String> before = seenBy(otter, workshop);

        assertThat(vote(heron, workshop, "OPENING", "no").statusCode()).isEqualTo(303);

        assertThat(seenBy(otter, workshop)).isEqualTo(before);
        assertThat(heron.get("/me/data-json").body()).contains("Quiet Heron");
        assertThat(otter.get("/me/data-json").body()).doesNotContain("Quiet Heron");
    }

    /** Everything that a peer and the facilitator may read, without what differs from one look to the next. */
    private static List<String> seenBy(SignedIn peer, String workshop) {
        List<String> all = new ArrayList<>();
        for (SignedIn who : List.of(peer, lesson.ha)) {
            for (String path : List.of(
                    "/workshops",
                    "/workshops/" + workshop,
                    question(workshop),
                    "/workshops/" + workshop + "/people",
                    "/workshops/" + workshop + "/settings",
                    "/workshops/" + workshop + "/projector",
                    "/live/workshops/" + workshop,
                    "/me",
                    "/me/data-json")) {
                all.add(path + " "
                        + who.get(path)
                                .body()
                                .replaceAll("data-(left|seconds)=\"[^\"]*\"", "")
                                .replaceAll("\"(endsAt|beganAt|madeAt|at)\"\\s*:\\s*\"[^\"]*\"", ""));
            }
        }
        return all;
    }

    @Test
    void outsideNobodyFindsAWorkshop() {
        String workshop = lesson.found("POLICY_90");
        SignedIn heron = lesson.joined(lesson.code(workshop), "Quiet Heron");
        lesson.enter(workshop, "READ", "DISCUSS");
        assertThat(write(heron, workshop, TEXT).statusCode()).isEqualTo(303);
        SignedIn minh = SignedIn.as(lesson.portal, "Minh", LessonPortal.PASSPHRASE);

        for (String path : List.of(
                "/workshops/" + workshop,
                question(workshop),
                question(workshop) + "/comments",
                "/workshops/" + workshop + "/people",
                "/workshops/" + workshop + "/settings",
                "/workshops/" + workshop + "/projector",
                "/live/workshops/" + workshop,
                "/live/workshops/" + workshop + "/" + SampleDebate.PHONES)) {
            assertThat(minh.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/", "/questions", "/questions/" + SampleDebate.PHONES, "/workshops", "/me")) {
            assertThat(minh.get(path).body()).as(path).doesNotContain(TEXT, LessonPortal.TITLE, "Quiet Heron");
        }
    }

    @Test
    void aPolicyWorkshopReadsFirstOnItsOwnBoardAndShowsNoAuthor() {
        String workshop = lesson.found("POLICY_90");
        String code = lesson.code(workshop);
        SignedIn heron = lesson.joined(code, "Quiet Heron");
        SignedIn otter = lesson.joined(code, "Sleepy Otter");
        lesson.enter(workshop, "READ", "DISCUSS");
        write(heron, workshop, TEXT);
        assertThat(otter.get(question(workshop)).body()).doesNotContain(TEXT);
        String board = lesson.ha.get("/workshops/" + workshop).body();
        assertThat(board).contains(TEXT);

        HttpResponse<String> published = lesson.ha.post(
                "/workshops/" + workshop,
                Map.of(
                        "do",
                        "decide",
                        "about",
                        value(board, "about"),
                        "version",
                        value(board, "version"),
                        "verdict",
                        "PUBLISH"));

        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(otter.get(question(workshop)).body()).contains(TEXT).doesNotContain("Quiet Heron");
        HttpResponse<String> again = lesson.ha.post(
                "/workshops/" + workshop + "?lang=en",
                Map.of(
                        "do",
                        "decide",
                        "about",
                        value(board, "about"),
                        "version",
                        value(board, "version"),
                        "verdict",
                        "DECLINE"));
        assertThat(again.statusCode()).isEqualTo(422);
    }

    private static String value(String page, String field) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }
}
