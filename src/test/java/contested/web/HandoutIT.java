package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
                    assertThat(printed.getPage(0).getMediaBox().getWidth())
                            .isBetween(A4_WIDTH_POINTS - 2, A4_WIDTH_POINTS + 2);
                }
            }
        }
    }
}
