package contested.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URI;

/**
 * A QR code as one path of an SVG, drawn by the server: no other host learns the address, and a projector may enlarge it as
 * it likes. Error correction M reads through a finger or a reflection on the wall. Around the code stay
 * {@value #QUIET_ZONE} modules of light, without which cameras do not find it. Source: ISO/IEC 18004.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the dark modules, as the {@code d} of a path
 */
public record QrCode(int size, String path) {

    static final int QUIET_ZONE = 4;

    /** @throws IllegalArgumentException When the address is longer than a code holds, about 2,300 characters. */
    public static QrCode of(URI address) {
        try {
            // Beyond ASCII a code would have to name its encoding, which some cameras do not understand.
            ByteMatrix modules = Encoder.encode(address.toASCIIString(), ErrorCorrectionLevel.M)
                    .getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET_ZONE, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds an address of that length", e);
        }
    }

    public String viewBox() {
        return "0 0 " + size + " " + size;
    }

    /** One rectangle for each run of dark modules in a row. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
