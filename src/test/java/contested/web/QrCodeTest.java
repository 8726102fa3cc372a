package contested.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the path draws is read again by a camera's eyes. */
class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final URI ADDRESS = URI.create("https://debate.example/join/KHXMT47936");
    private static final int PIXELS_PER_MODULE = 6;

    @ParameterizedTest
    @ValueSource(
            strings = {"https://debate.example/join/KHXMT47936", "http://192.0.2.17:8080/join/KHXMT4793677R?lang=vi"})
    void leadsWhereItShould(String text) throws ReaderException {
        assertThat(read(QrCode.of(URI.create(text))).getText()).isEqualTo(text);
    }

    @Test
    void otherLettersAreWrittenAsAddressesWriteThem() throws ReaderException {
        assertThat(read(QrCode.of(URI.create("https://debate.example/lớp"))).getText())
                .isEqualTo("https://debate.example/l%E1%BB%9Bp");
    }

    @Test
    void correctsErrorsAtLevelM() throws ReaderException {
        assertThat(read(QrCode.of(ADDRESS)).getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("M");
    }

    @Test
    void keepsFourModulesOfLightAround() {
        QrCode code = QrCode.of(ADDRESS);
        int last = code.size() - QrCode.QUIET_ZONE;

        assertThat(code.viewBox()).isEqualTo("0 0 " + code.size() + " " + code.size());
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            assertThat(x).isGreaterThanOrEqualTo(4);
            assertThat(Integer.parseInt(run.group(2))).isBetween(4, last - 1);
            assertThat(x + Integer.parseInt(run.group(3))).isLessThanOrEqualTo(last);
        }
    }

    @Test
    void isSmallEnoughForAPhonesFirstPage() {
        assertThat(QrCode.of(ADDRESS).path()).hasSizeLessThan(6000);
    }

    @Test
    void anAddressThatNoCodeHoldsIsRefused() {
        URI address = URI.create("https://debate.example/" + "x".repeat(3000));

        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of(address));
    }

    private static Result read(QrCode code) throws ReaderException {
        int side = code.size() * PIXELS_PER_MODULE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = RUN.matcher(code.path());
        int drawn = 0;
        while (run.find()) {
            drawn += run.end() - run.start();
            assertThat(run.group(4)).isEqualTo(run.group(3));
            int from = Integer.parseInt(run.group(1)) * PIXELS_PER_MODULE;
            int until = from + Integer.parseInt(run.group(3)) * PIXELS_PER_MODULE;
            int top = Integer.parseInt(run.group(2)) * PIXELS_PER_MODULE;
            for (int y = top; y < top + PIXELS_PER_MODULE; y++) {
                Arrays.fill(pixels, y * side + from, y * side + until, 0);
            }
        }
        assertThat(drawn).as("all of the path is runs").isEqualTo(code.path().length());
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))));
    }
}
