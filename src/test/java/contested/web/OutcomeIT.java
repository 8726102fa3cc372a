package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcome sheet as people write it, answer it, and take it along. */
class OutcomeIT {

    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final int PATIENCE_MS = 15_000;
    private static final String OWN = "Who pays for the boxes? Ai trả tiền cho những chiếc hộp?";

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("outcome");
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    private static String sheet(String workshop) {
        return "/workshops/" + workshop + "/outcome";
    }

    private static Page open(Page page, String path) {
        Browser.open(page, lesson.portal.at(path).toString());
        return page;
    }

    private static Page facilitator(BrowserContext browser) {
        Page page = browser.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        DiscussedPortal.fillSignIn(open(page, "/sign-in"), "Ha");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static void press(Page page, Locator button) {
        button.click();
        page.waitForSelector("#did");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void aSheetIsProposedChangedAnsweredConfirmedAndTakenAlong(String language) throws IOException {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        HttpResponse<String> joined = lesson.join(code, "Sleepy Otter");
        SignedIn otter = SignedIn.with(lesson.portal, LessonPortal.cookies(joined));
        try (BrowserContext board = Browser.visitor(WIDE, language, ColorScheme.LIGHT);
                BrowserContext phone = Browser.visitor(PHONE, language, ColorScheme.DARK)) {
            Page participant = phone.newPage();
            participant.setDefaultTimeout(PATIENCE_MS);
            open(participant, "/join/" + code).press("#pseudonym", "Enter");
            participant.waitForURL(url -> url.contains("/questions/"));
            lesson.enter(workshop, "READ", "CLOSING_BALLOT");
            assertThat(otter.post(
                                    "/workshops/" + workshop + "/questions/" + SampleDebate.PHONES,
                                    Map.of("round", "CLOSING", "position", "yes", "confidence", "4"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(otter.get(sheet(workshop) + "?lang=en").body())
                    .contains("opens when the closing ballot is over");
            assertThat(otter.get(sheet(workshop) + "-pdf").statusCode()).isEqualTo(404);
            lesson.enter(workshop, "CLOSING_BALLOT", "SYNTHESIS");

            Page page = facilitator(board);
            open(page, "/workshops/" + workshop).locator("a[href*='/outcome']").click();
            AdminIT.assertNoFault(page);
            press(page, page.locator("button[value=propose]"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("did");
            assertThat(page.locator(".outcome-lines > li").first()).isVisible();
            AdminIT.assertNoFault(page);
            page.locator("details:has(#add-" + SampleDebate.PHONES + ") > summary")
                    .click();
            page.fill("#add-" + SampleDebate.PHONES, OWN);
            press(page, page.locator("button[value=add]"));
            assertThat(page.locator(".outcome-lines")).containsText(new String[] {OWN});

            open(participant, "/workshops/" + workshop)
                    .locator("main a[href*='/outcome']")
                    .click();
            Locator line = participant.locator(".outcome-lines > li", new Page.LocatorOptions().setHasText(OWN));
            line.locator("summary").click();
            line.locator("textarea").fill("The state pays. <b>");
            AdminIT.assertNoFault(participant);
            press(participant, line.locator("button[value=object]"));
            assertThat(line.locator(".outcome-reasons")).hasText("The state pays. <b>");
            assertThat(line.locator("button[value=object]")).hasAttribute("aria-pressed", "true");
            press(participant, participant.locator("button[value=live]").first());
            AdminIT.assertNoFault(participant);
            assertThat(participant.locator("button[value=confirm], button[value=word]"))
                    .hasCount(0);

            page.reload();
            assertThat(page.locator(".outcome-reasons")).hasText("The state pays. <b>");
            press(page, page.locator("button[value=confirm]"));
            AdminIT.assertNoFault(page);
            assertThat(page.locator("button[value=word]")).hasCount(0);
            participant.reload();
            assertThat(participant.locator("button[value=live]")).hasCount(0);
            AdminIT.assertNoFault(participant);
        }

        HttpResponse<byte[]> pdf = lesson.portal.send(
                lesson.portal
                        .request(sheet(workshop) + "-pdf?lang=" + language)
                        .header("Cookie", LessonPortal.cookies(joined)),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"outcome-" + workshop + ".pdf\"");
        assertThat(pdf.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(LessonPortal.TITLE, OWN, "The state pays. <b>");
        }
        HttpResponse<String> markdown = otter.get(sheet(workshop) + "-md?lang=" + language);
        assertThat(markdown.body()).contains("- " + OWN, "The state pays. \\<b\\>");
        assertThat(lesson.portal.log()).doesNotContain("The state pays");
    }

    @Test
    void theSecondOfTwoWhoSaveSeesBothTextsAndChooses() {
        String workshop = lesson.found("CLASS_50");
        lesson.enter(workshop, "READ", "SYNTHESIS");
        lesson.ha.post(
                sheet(workshop),
                Map.of(
                        "do",
                        "add",
                        "question",
                        SampleDebate.PHONES.value(),
                        "kind",
                        "OPEN_QUESTION",
                        "text",
                        "Who pays?"));
        try (BrowserContext board = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = facilitator(board);
            open(page, sheet(workshop));
            page.locator(".outcome-lines summary").click();
            String line = page.locator(".outcome-lines input[name=line]").getAttribute("value");
            page.fill("#text-" + line, "Who pays for lost phones?");
            lesson.ha.post(
                    sheet(workshop),
                    Map.of(
                            "do",
                            "word",
                            "line",
                            line,
                            "wording",
                            "1",
                            "kind",
                            "CONTESTED",
                            "text",
                            "The school pays."));

            page.locator("button[value=word]").click();
            page.waitForSelector(".outcome-now");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody else changed this line");
            assertThat(page.locator(".outcome-now")).containsText("The school pays.");
            assertThat(page.inputValue("#text-" + line)).isEqualTo("Who pays for lost phones?");
            AdminIT.assertNoFault(page);
            press(page, page.locator("button[value=word]"));
            assertThat(page.locator("#line-" + line + " > .as-typed")).hasText("Who pays for lost phones?");

            page.locator(".outcome-lines summary").click();
            page.fill("#text-" + line, "Written in vain?");
            lesson.ha.post(sheet(workshop), Map.of("do", "delete", "line", line, "wording", "3"));
            page.locator("button[value=word]").click();
            page.waitForSelector("[role=alert]");
            assertThat(page.inputValue("#add-" + SampleDebate.PHONES)).isEqualTo("Written in vain?");

            lesson.ha.post(
                    sheet(workshop),
                    Map.of(
                            "do",
                            "add",
                            "question",
                            SampleDebate.PHONES.value(),
                            "kind",
                            "AGREED",
                            "text",
                            "Boxes stay."));
            lesson.ha.post(sheet(workshop), Map.of("do", "confirm"));
            page.locator("button[value=add]").click();
            page.waitForSelector("#unsaved");
            assertThat(page.inputValue("#unsaved")).isEqualTo("Written in vain?");
            AdminIT.assertNoFault(page);
        }
    }

    @Test
    void nobodyFromOutsideSeesIt() {
        String workshop = lesson.found("CLASS_50");
        lesson.enter(workshop, "READ", "SYNTHESIS");
        SignedIn linh = SignedIn.as(lesson.portal, "Linh", LessonPortal.PASSPHRASE);
        for (String end : new String[] {"", "-md", "-pdf"}) {
            assertThat(linh.get(sheet(workshop) + end).statusCode()).as(end).isEqualTo(404);
            assertThat(lesson.portal.get(sheet(workshop) + end).statusCode())
                    .as(end)
                    .isEqualTo(303);
            assertThat(lesson.ha.get(sheet(workshop) + end).statusCode())
                    .as(end)
                    .isEqualTo(200);
        }
    }
}
