package contested.web;

import contested.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A rendered page, ready to be sent.
 *
 * @param plain      the page in UTF-8
 * @param compressed the same, gzipped
 */
record KeptPage(byte[] plain, byte[] compressed) {

    static KeptPage of(byte[] plain) {
        return new KeptPage(plain, Gzip.compress(plain));
    }

    /** In bytes, for the bound on what is kept. */
    int size() {
        return plain.length + compressed.length;
    }

    /** The headers that a page has whether its body is sent or not. */
    static void describe(HttpServletResponse response, String etag, Language language) {
        response.setHeader("ETag", etag);
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        // Kept by anybody, but asked for again each time: the answer is a 304 as long as nothing changed.
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        response.setHeader("Content-Language", language.tag());
    }

    void send(HttpServletRequest request, HttpServletResponse response, String etag, Language language)
            throws IOException {
        describe(response, etag, language);
        send(request, response);
    }

    /** A page that is one person's: nobody keeps it, not even their browser. */
    void sendPrivately(HttpServletRequest request, HttpServletResponse response, Language language) throws IOException {
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Language", language.tag());
        send(request, response);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        byte[] body = plain;
        if (Gzip.isAccepted(request.getHeader("Accept-Encoding"))) {
            body = compressed;
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** The one content coding that each browser and proxy understands. */
    static final class Gzip {

        private Gzip() {}

        static byte[] compress(byte[] plain) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
            try (OutputStream gzip = new BestGzip(bytes)) {
                gzip.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes what is written", e);
            }
            return bytes.toByteArray();
        }

        /** Whether the header names gzip and does not refuse it with {@code q=0}. Source: RFC 9110, section 12.5.3. */
        static boolean isAccepted(@Nullable String header) {
            if (header == null) {
                return false;
            }
            for (String coding : header.split(",")) {
                String[] parts = coding.strip().split("\\s*;\\s*");
                if (parts[0].equalsIgnoreCase("gzip")) {
                    return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
                }
            }
            return false;
        }

        private static final class BestGzip extends GZIPOutputStream {

            BestGzip(OutputStream out) throws IOException {
                super(out);
                // A page is compressed once and sent many times.
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }
    }
}
