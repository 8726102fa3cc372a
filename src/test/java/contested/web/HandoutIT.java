package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import contested.pack.PackFiles.QuestionFile;
import contested.support.Browser;
import contested.support.Portal;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class gets a question on two sheets of A4, whatever the question and the language. */
class HandoutIT {

    private static final int SHEETS = 2;
    private static final float A4_WIDTH_POINTS = 595;
    private static final int DESKTOP = 1280;

    /** 180 mm, what the margins leave of A4. */
    private static final int PAPER = 680;

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void eachShippedQuestionPrintsOnTwoSheets(String language) throws IOException {
        Portal portal = Portal.shipped();
        try (BrowserContext visitor = Browser.visitor(DESKTOP, language, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            for (QuestionFile question : portal.contents().get(0).questions()) {
                page.navigate(portal.address() + "/questions/" + question.slug() + "/handout");
                try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                    assertThat(printed.getNumberOfPages())
                            .as(question.slug() + " in " + language)
                            .isEqualTo(SHEETS);
                    assertThat(spilling(page))
                            .as(question.slug() + " in " + language + ": sheets that run into the next")
                            .isZero();
                    assertThat(printed.getPage(0).getMediaBox().getWidth())
                            .isBetween(A4_WIDTH_POINTS - 2, A4_WIDTH_POINTS + 2);
                }
            }
        }
    }

    /** A sheet that is too full does not add a page: it runs into the next one. */
    private static int spilling(Page page) {
        page.setViewportSize(PAPER, DESKTOP);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Object spilling = page.evaluate("[...document.querySelectorAll('.sheet')]"
                + ".filter(s => s.scrollHeight > s.clientHeight + 1).length");
        return ((Number) spilling).intValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void aSheetHasWhatItsDebateRestsOn(String language) {
        try (BrowserContext visitor = Browser.visitor(DESKTOP, language, ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            page.navigate(Portal.shipped().at("/questions/dissent-laws/handout").toString());
            assertThat(page.locator(".sheet").first().innerText())
                    .as("the paragraphs that the editor's notes name")
                    .contains("HRW ¶ 11", "HRW ¶ 13", "WVR-A ¶ 12", "WVR-A ¶ 24")
                    .contains("/questions/dissent-laws");
            page.navigate(Portal.shipped().at("/questions/safeguards/handout").toString());
            assertThat(page.locator(".sheet .mk[data-rel=qualifies]").count()).isPositive();
        }
    }
}
