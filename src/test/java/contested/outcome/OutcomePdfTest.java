package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import contested.outcome.SheetText.Entry;
import contested.outcome.SheetText.Group;
import contested.outcome.SheetText.Section;
import contested.outcome.SheetText.Table;
import contested.outcome.SheetText.Words;
import contested.shared.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A sheet leaves as a file that everybody can read: veraPDF finds nothing against it, whatever people typed. */
class OutcomePdfTest {

    private static final String LETTERS = "ằẳẵặầẩẫậềểễệồổỗộờởỡợừửữựỳỵỷỹđĐ “lời” – … ¶ 80 %";

    private static SheetText sheet(Language language, String typed, int lines) {
        Entry entry = new Entry(
                new Words("vi", typed),
                List.of("3 can live with it. 1 objects."),
                List.of(new Words("en", typed), new Words("", "No reason & no <markup>")));
        return new SheetText(
                language,
                "Bản kết quả: " + typed,
                "What a class agreed on",
                List.of("Confirmed on 1 March 2026."),
                List.of(
                        new Section(
                                new Words("vi", "Có nên cất điện thoại?"),
                                List.of(
                                        new Group("Agreed", Collections.nCopies(lines, entry)),
                                        new Group("Open questions", List.of(entry))),
                                List.of(new Table(
                                        "Answers in each ballot",
                                        List.of("Answer", "Opening", "Closing"),
                                        List.of(
                                                List.of(new Words("", "Yes"), new Words("", "5"), new Words("", "7")),
                                                List.of(
                                                        new Words("", "No"),
                                                        new Words("", "–"),
                                                        new Words("", "2")))))),
                        new Section(new Words("en", "Less homework?"), List.of(), List.of())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void veraPdfFindsNothingAgainstIt(Language language) throws Exception {
        byte[] pdf = SheetPdf.of(sheet(language, LETTERS, 3));

        assertThat(faults(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("Có nên cất điện thoại?", "ằẳẵặầẩẫậ", "No reason & no <markup>", "Less homework?");
    }

    @Test
    void aLongSheetGoesOnOverItsPages() throws Exception {
        byte[] pdf = SheetPdf.of(sheet(Language.EN, LETTERS.repeat(4), 60));

        assertThat(faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void lettersThatNoFontHasAndSignsThatNoPageHoldsDoNotBreakIt() throws Exception {
        String hostile =
                "📱 漢字 عربي \u0007\u0000\uFFFE \uD83D <script>alert(1)</script> <img src='https://elsewhere.example/x'/> "
                        + java.text.Normalizer.normalize("Việt Nam", java.text.Normalizer.Form.NFD);

        byte[] pdf = SheetPdf.of(sheet(Language.VI, hostile, 1));

        assertThat(faults(pdf)).isEmpty();
        assertThat(text(pdf)).contains("<script>alert(1)</script>", "Việt Nam");
    }

    @Test
    void thisTestCanFail() throws Exception {
        byte[] plain;
        try (PDDocument document = new PDDocument();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.save(out);
            plain = out.toByteArray();
        }

        assertThat(faults(plain)).isNotEmpty();
    }

    @Test
    void markdownKeepsWhatPeopleTypedAsText() {
        String typed = "1. *Not* a [link](https://elsewhere.example) | <b>\n# no heading";

        String markdown = SheetMarkdown.of(sheet(Language.EN, typed, 1));

        assertThat(markdown)
                .contains("- 1\\. \\*Not\\* a \\[link\\]\\(https://elsewhere.example\\) \\| \\<b\\> \\# no heading\n")
                .contains("## Có nên cất điện thoại?\n")
                .contains("| Answer | Opening | Closing |\n| --- | --- | --- |\n| Yes | 5 | 7 |\n")
                .endsWith("## Less homework?\n");
        assertThat(SheetMarkdown.plain("- a list")).isEqualTo("\\- a list");
        assertThat(SheetMarkdown.plain("12) a list")).isEqualTo("12\\) a list");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What PDF/UA-1 has against it. */
    static List<String> faults(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> faults = new ArrayList<>();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() != TestAssertion.Status.PASSED) {
                    faults.add(each.getRuleId().getClause() + " " + each.getMessage() + " at "
                            + each.getLocation().getContext());
                }
            }
            if (!result.isCompliant() && faults.isEmpty()) {
                faults.add("not compliant");
            }
        }
        return faults;
    }
}
