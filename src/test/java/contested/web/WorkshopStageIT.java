package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.shared.Language;
import contested.support.Browser;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a facilitator puts before everybody: answers on paper, a comment or a passage in the spotlight, the evidence. */
class WorkshopStageIT {

    private static final int PHONE = 320;
    private static final String SAID = "Who keeps the key of the box, and who may ask for it?";

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("stage");
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

    private static Page signedIn(BrowserContext context, String path) {
        Page page = context.newPage();
        Browser.open(page, at("/sign-in"));
        DiscussedPortal.fillSignIn(page, "Ha");
        page.waitForURL(url -> !url.contains("sign-in"));
        Browser.open(page, at(path));
        return page;
    }

    // ---- Paper

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void answersOnPaperAreTypedOnAPhoneByKeyboardAloneAndStayApart(String language) {
        String workshop = lesson.found("CLASS_50");
        SignedIn heron = lesson.joined(lesson.code(workshop), "Quiet Heron");
        lesson.enter(workshop, "READ", "OPENING_BALLOT");
        try (BrowserContext context = Browser.visitor(PHONE, language, ColorScheme.DARK)) {
            Page page = signedIn(context, question(workshop) + "/paper");
            page.fill("#opening-yes", "7");
            page.press("#opening-yes", "Tab");
            page.fill("#opening-unsure", "2");
            page.press("#opening-unsure", "Enter");
            page.waitForSelector("#did");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("did");
            assertThat(page.locator("#opening-yes")).hasValue("7");
            AdminIT.assertNoFault(page);
        }
        assertThat(heron.get("/workshops/" + workshop).body()).doesNotContain("/paper");
        assertThat(heron.get(question(workshop) + "/paper").statusCode()).isEqualTo(404);

        lesson.enter(workshop, "OPENING_BALLOT", "SYNTHESIS");

        String shown = heron.get(question(workshop) + "?lang=en").body();
        assertThat(shown).contains("Counted apart, on paper: opening ballot Yes 7, Not sure 2; closing ballot –");
        assertThat(shown).contains("Nobody voted both times");
        assertThat(heron.get("/workshops/" + workshop + "/outcome?lang=en").body())
                .contains("Opening, on paper");
        assertThat(heron.get("/workshops/" + workshop + "/outcome-md?lang=en").body())
                .contains("Opening, on paper");
    }

    @Test
    void numbersOnPaperThatCannotBeAreSaidAndKept() {
        String workshop = lesson.found("CLASS_50");
        String early = lesson.ha.get(question(workshop) + "/paper?lang=en").body();
        assertThat(early)
                .contains("Answers on paper are entered from the opening ballot on")
                .doesNotContain("<input class");
        lesson.enter(workshop, "READ", "OPENING_BALLOT");

        for (String wrong : List.of("-1", "many", "9999", "1.5")) {
            HttpResponse<String> answer = lesson.ha.post(
                    question(workshop) + "/paper?lang=en", Map.of("do", "OPENING", "opening-yes", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("Numbers are 0 to", "href=\"#opening-yes\"", "value=\"" + wrong + "\"");
        }
        assertThat(lesson.ha
                        .post(question(workshop) + "/paper", Map.of("do", "CLOSING", "closing-yes", "1"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(lesson.ha.get(question(workshop) + "/paper").body()).contains("name=\"opening-yes\"");
    }

    // ---- The spotlight

    private static HttpResponse<String> write(SignedIn who, String workshop, String text) {
        return who.post(
                question(workshop) + "/comments",
                Map.of("key", "k" + text.hashCode(), "position", "asks", "text", text, "do", "send"));
    }

    /** The name of the comment that stands first in the thread. */
    private static String comment(String workshop) {
        Matcher name = Pattern.compile("name=\"light-comment\" value=\"([^\"]+)\"")
                .matcher(lesson.ha.get(question(workshop)).body());
        assertThat(name.find()).isTrue();
        return name.group(1);
    }

    private static HttpResponse<String> light(String workshop, String kind, String name) {
        return lesson.ha.post(question(workshop), Map.of("do", "light", "light-" + kind, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void whatIsShownReachesOpenPagesWithoutMovingTheFocusAndGoesAtOnceWhenItIsHidden(String language) {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        SignedIn heron = lesson.joined(code, "Quiet Heron");
        lesson.enter(workshop, "READ", "DISCUSS");
        assertThat(write(heron, workshop, SAID).statusCode()).isEqualTo(303);
        try (BrowserContext phone = Browser.visitor(PHONE, language, ColorScheme.LIGHT);
                BrowserContext wall = Browser.visitor(1440, language, ColorScheme.DARK)) {
            Page page = phone.newPage();
            Browser.open(page, at("/join/" + code));
            page.press("#pseudonym", "Enter");
            page.waitForURL(url -> url.contains("/questions/"));
            Browser.open(page, at("/workshops/" + workshop + "?lang=" + language));
            page.focus(".agenda a");
            Page projector = signedIn(wall, "/workshops/" + workshop + "/projector?lang=" + language);

            assertThat(light(workshop, "passage", SampleDebate.PASSAGE.value()).statusCode())
                    .isEqualTo(303);
            assertThat(page.locator(".spotlight q")).isVisible();
            assertThat(page.locator("#live"))
                    .containsText(Text.in(Language.of(language).orElseThrow(), "spotlight.title"));
            assertThat(page.evaluate("document.activeElement.closest('.agenda') !== null"))
                    .isEqualTo(true);
            AdminIT.assertNoFault(page);
            assertThat(projector.locator(".spotlight q")).isVisible();
            AdminIT.assertNoFault(projector);

            String said = comment(workshop);
            assertThat(light(workshop, "comment", said).statusCode()).isEqualTo(303);
            assertThat(page.locator(".spotlight")).containsText(SAID);
            assertThat(page.locator(".spotlight")).containsText("Quiet Heron");
            assertThat(projector.locator(".spotlight")).containsText(SAID);
            assertThat(projector.locator("main")).not().containsText("Quiet Heron");
            AdminIT.assertNoFault(page);
            page.focus(".spotlight a");

            assertThat(lesson.ha.post(question(workshop), Map.of("hide", said)).statusCode())
                    .isEqualTo(303);
            assertThat(page.locator(".spotlight")).hasCount(0);
            assertThat(projector.locator(".spotlight")).hasCount(0);
            assertThat(page.locator("#moved a")).isFocused();
        }
    }

    @Test
    void theFacilitatorTakesTheSpotlightAwayByKeyboardWhereItStands() {
        String workshop = lesson.found("CLASS_50");
        try (BrowserContext context = Browser.visitor(390, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(context, question(workshop));
            page.locator("button:has-text('Show to everybody')").first().press("Enter");
            page.waitForSelector("#did");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("did");
            AdminIT.assertNoFault(page);
            page.locator(".spotlight button").press("Enter");
            page.waitForURL(url -> url.contains("did=dimmed"));
            assertThat(page.locator(".spotlight")).hasCount(0);
        }
    }

    @Test
    void whatIsNoPassageOrNoCommentOfThatQuestionIsNotShown() {
        String workshop = lesson.found("CLASS_50");
        lesson.enter(workshop, "READ", "DISCUSS");
        for (String kind : List.of("comment", "passage")) {
            assertThat(light(workshop, kind, "nothing-here").statusCode()).isEqualTo(404);
        }
        assertThat(lesson.ha.get("/workshops/" + workshop).body()).doesNotContain("class=\"spotlight\"");
    }

    // ---- The evidence of the agenda

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void theEvidenceOfTheAgendaIsOpenWhilePeopleReadAndLeadsOutOfNoWorkshop(String language) {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        try (BrowserContext phone = Browser.visitor(PHONE, language, ColorScheme.LIGHT)) {
            Page page = phone.newPage();
            Browser.open(page, at("/join/" + code));
            page.press("#pseudonym", "Enter");
            page.waitForURL(url -> url.contains("/questions/"));
            Browser.open(page, at("/workshops/" + workshop + "?lang=" + language));

            assertThat(page.locator(".shop-matrix")).hasAttribute("open", "open");
            assertThat(page.locator(".shop-matrix tbody .q-link")).hasCount(1);
            assertThat(page.locator(".shop-matrix a.cell")).not().hasCount(0);
            for (var link : page.locator(".shop-matrix a").all()) {
                assertThat(link.getAttribute("href")).startsWith("/workshops/" + workshop + "/questions/");
            }
            page.locator(".shop-matrix .words summary").press("Enter");
            assertThat(page.locator(".shop-matrix .words-table")).isVisible();
            AdminIT.assertNoFault(page);
            page.locator(".shop-matrix a.cell").first().press("Enter");
            page.waitForURL(url -> url.contains("/questions/") && url.contains("source="));
        }
        lesson.enter(workshop, "READ", "DISCUSS");
        assertThat(lesson.ha.get("/workshops/" + workshop).body())
                .contains("shop-matrix")
                .doesNotContain("shop-matrix\" open");
    }

    @Test
    void theBoardSaysWhichPositionsNobodyHasSpokenForYet() {
        String workshop = lesson.found("CLASS_50");
        SignedIn heron = lesson.joined(lesson.code(workshop), "Quiet Heron");
        assertThat(lesson.ha.get("/workshops/" + workshop).body()).doesNotContain("unheard\"");
        lesson.enter(workshop, "READ", "DISCUSS");
        assertThat(unheard(workshop)).contains("data-stance=\"yes\"", "data-stance=\"no\"");

        heron.post(
                question(workshop) + "/comments",
                Map.of(
                        "key",
                        "voice",
                        "position",
                        "yes",
                        "text",
                        "The boxes work, and breaks are loud.",
                        "do",
                        "send"));

        assertThat(unheard(workshop)).contains("data-stance=\"no\"").doesNotContain("data-stance=\"yes\"");
    }

    private static String unheard(String workshop) {
        return lesson.ha.get("/workshops/" + workshop).body().replaceAll("(?s).*unheard\">(.*?)</li>.*", "$1");
    }

    // ---- The swing on phones

    @Test
    void onPhonesTheSwingStandsBelowItselfAndNothingScrollsSideways() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        List<SignedIn> people = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> lesson.joined(code, "Heron number " + i))
                .toList();
        lesson.enter(workshop, "READ", "OPENING_BALLOT");
        people.forEach(p -> vote(p, workshop, "OPENING", people.indexOf(p) < 6 ? "yes" : "no"));
        lesson.enter(workshop, "OPENING_BALLOT", "CLOSING_BALLOT");
        people.forEach(p -> vote(p, workshop, "CLOSING", people.indexOf(p) < 9 ? "yes" : "no"));
        lesson.enter(workshop, "CLOSING_BALLOT", "SYNTHESIS");
        try (BrowserContext phone = Browser.visitor(PHONE, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(phone, question(workshop));
            assertThat(page.locator(".swing-stack")).isVisible();
            assertThat(page.locator(".swing-stack")).containsText("3 went from No to Yes");
            assertThat(page.locator("svg.swing-wide")).isHidden();
            assertThat(page.locator(".swing-stack .mk[data-stance=yes]")).hasCount(1 + 6 + 9);
            AdminIT.assertNoFault(page);
            page.setViewportSize(1440, 900);
            assertThat(page.locator("svg.swing-wide")).isVisible();
            assertThat(page.locator(".swing-stack")).isHidden();
        }
    }

    private static void vote(SignedIn who, String workshop, String round, String position) {
        assertThat(who.post(question(workshop), Map.of("round", round, "position", position, "confidence", "4"))
                        .statusCode())
                .isEqualTo(303);
    }

    // ---- Leaving

    @Test
    void whoeverLeadsAloneIsToldWhichWorkshopKeepsThemAndMayGoOnceSomebodyElseLeads() {
        SignedIn linh = SignedIn.as(lesson.portal, "Linh", LessonPortal.PASSPHRASE);
        String workshop = linh.post(
                        "/workshops/new",
                        Map.of(
                                "title",
                                "Led by one",
                                "question",
                                SampleDebate.PHONES.value(),
                                "template",
                                "CLASS_50",
                                "zone",
                                "UTC"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("/workshops/([a-z0-9]+).*", "$1");
        Map<String, String> goodbye = Map.of("texts", "leave", "passphrase", LessonPortal.PASSPHRASE);
        assertThat(linh.get("/me/delete?lang=en").body())
                .contains("Workshops that you alone lead", "href=\"/workshops/" + workshop + "/people");

        HttpResponse<String> refused = linh.post("/me/delete?lang=en", goodbye);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nobody else leads: Led by one.");
        assertThat(linh.get("/workshops/" + workshop).statusCode()).isEqualTo(200);
        assertThat(linh.post("/workshops/" + workshop + "/people", Map.of("do", "invite", "invited", "Minh"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(linh.get("/me/delete?lang=en").body()).doesNotContain("Workshops that you alone lead");
        assertThat(linh.post("/me/delete", goodbye).statusCode()).isEqualTo(303);
        SignedIn minh = SignedIn.as(lesson.portal, "Minh", LessonPortal.PASSPHRASE);
        assertThat(minh.get("/workshops/" + workshop + "/settings").statusCode())
                .isEqualTo(200);
    }
}
