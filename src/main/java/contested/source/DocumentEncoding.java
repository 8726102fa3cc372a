package contested.source;

import contested.source.UnreadableDocumentException.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the bytes of a document into text, or says why that cannot be: another encoding, or no text at all. */
final class DocumentEncoding {

    private static final String SAVE = "; save it as plain text in UTF-8";

    /** Of the vowels and tone marks that Vietnamese writes apart from their letters in windows-1258. */
    private static final int[] VIETNAMESE_TONES = {0xCC, 0xD2, 0xDE, 0xEC, 0xF2};

    private DocumentEncoding() {}

    /** @throws UnreadableDocumentException When the bytes are no text in UTF-8. */
    static String decode(byte[] bytes) {
        refuseOtherFormats(bytes);
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer rest = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            String text = utf8.decode(rest).toString();
            if (text.isBlank()) {
                throw new UnreadableDocumentException(Fault.EMPTY, "empty");
            }
            return text;
        } catch (CharacterCodingException e) {
            int line = lineOf(bytes, rest.position());
            throw new UnreadableDocumentException(
                    Fault.NOT_UTF_8, "not UTF-8 from line " + line + " on; it " + likely(bytes) + SAVE, line);
        }
    }

    private static void refuseOtherFormats(byte[] bytes) {
        if (startsWith(bytes, '%', 'P', 'D', 'F', '-')) {
            throw new UnreadableDocumentException(Fault.PDF, "a PDF" + SAVE);
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableDocumentException(Fault.OFFICE, "a word processor's document or an archive" + SAVE);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw new UnreadableDocumentException(Fault.UTF_16, "not UTF-8; it looks like UTF-16" + SAVE);
        }
        if (indexOf(bytes, 0) >= 0) {
            throw new UnreadableDocumentException(
                    looksLikeUtf16(bytes) ? Fault.UTF_16 : Fault.BINARY,
                    (looksLikeUtf16(bytes) ? "not UTF-8; it looks like UTF-16" : "binary data, no text") + SAVE);
        }
    }

    /** In Latin letters every other byte is 0. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        return bytes.length % 2 == 0 && most * 4 > bytes.length && Math.min(zeros[0], zeros[1]) * 20 < most;
    }

    private static String likely(byte[] bytes) {
        int tones = 0;
        int controls = 0;
        for (byte b : bytes) {
            int value = b & 0xff;
            tones += Arrays.stream(VIETNAMESE_TONES).anyMatch(t -> t == value) ? 1 : 0;
            controls += value >= 0x80 && value < 0xA0 ? 1 : 0;
        }
        if (tones * 100 > bytes.length) {
            return "looks like windows-1258 (Vietnamese)";
        }
        return controls > 0 ? "looks like windows-1252 or another Windows encoding" : "looks like ISO-8859-1";
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int indexOf(byte[] bytes, int value) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == value) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
