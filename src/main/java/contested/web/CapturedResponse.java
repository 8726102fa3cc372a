package contested.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes what a view writes instead of sending it, so that it can be kept, and so that a fault half-way sends nothing. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private static final int TYPICAL_PAGE_BYTES = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_PAGE_BYTES);
    private @Nullable PrintWriter writer;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    KeptPage page() {
        if (writer != null) {
            writer.flush();
        }
        return KeptPage.of(bytes.toByteArray());
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] b, int offset, int length) {
                bytes.write(b, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("a view is written in one go");
            }
        };
    }

    /** What views set is ours to set: see {@link KeptPage#describe}. */
    @Override
    public void setContentType(@Nullable String type) {
        // the page is sent as UTF-8 HTML
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        // the writer above writes UTF-8
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the page is whole
    }

    @Override
    public void reset() {
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
        writer = null;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }
}
