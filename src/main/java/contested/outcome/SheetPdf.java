package contested.outcome;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * An outcome sheet as PDF on A4 that screen readers read in its order, with its headings, lists and tables. Source: ISO
 * 14289-1 (PDF/UA-1), as veraPDF checks it. It asks for nothing outside: what it needs is in it.
 */
public final class SheetPdf {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // Its own log would tell what people wrote; faults leave as exceptions.
        XRLog.setLoggingEnabled(false);
        // PDFBox keeps a list of the machine's fonts, by default in the home of whoever runs the server.
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    private SheetPdf() {}

    public static byte[] of(SheetText sheet) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Contested");
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        font(builder, "sans-400", SheetPage.SANS, REGULAR);
        font(builder, "sans-700", SheetPage.SANS, BOLD);
        font(builder, "serif-700", SheetPage.SERIF, BOLD);
        builder.withW3cDocument(new SheetPage(sheet).document(), null);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            builder.toStream(out);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDF();
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String font) {
        return Objects.requireNonNull(SheetPdf.class.getResourceAsStream("fonts/" + font + ".ttf"), font);
    }
}
