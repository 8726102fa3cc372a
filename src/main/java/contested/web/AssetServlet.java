package contested.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Style, script, fonts and pictures, under addresses that name the build: {@code /assets/{build}/portal.css}. Read once,
 * compressed once, kept by browsers for good.
 */
@WebServlet(AssetServlet.PATH + "*")
public class AssetServlet extends HttpServlet {

    static final String PATH = "/assets/";

    private static final long serialVersionUID = 1L;

    /** The style sheet is written in parts and sent as one, since each request costs a phone a round trip. */
    private static final Map<String, List<String>> STYLES = Map.of(
            "portal.css",
            List.of("fonts.css", "tokens.css", "base.css", "layout.css", "components.css", "home.css", "print.css"),
            // A class shares one line: no fonts but the phone's own, and nothing that its pages do not show.
            "room.css",
            List.of("tokens.css", "base.css", "layout.css", "components.css", "workshop.css", "print.css"));

    private static final Pattern ADDRESS = Pattern.compile("/([0-9A-Za-z]+)/([a-z0-9-]+\\.(css|js|woff2|svg))");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "woff2", "font/woff2",
            "svg", "image/svg+xml");

    /** What is said to whoever reads the source; a phone would pay for it with a fifth of the style. */
    private static final Map<String, Pattern> COMMENTS =
            Map.of("css", Pattern.compile("(?s)/\\*.*?\\*/\\s*"), "js", Pattern.compile("(?m)^\\s*//.*\\R"));

    private final transient Map<String, KeptPage> kept = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<KeptPage> asset = address.matches() ? find(address.group(2)) : Optional.empty();
        if (asset.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", "no-store");
            return;
        }
        String type = TYPES.get(address.group(3));
        // Under another build's name (a page loaded before a restart) today's bytes serve once and are not kept.
        boolean ours = address.group(1).equals(Build.ID);
        response.setHeader("Cache-Control", ours ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(type);
        byte[] body = asset.get().plain();
        boolean compressible = !type.equals("font/woff2");
        if (compressible && KeptPage.Gzip.isAccepted(request.getHeader("Accept-Encoding"))) {
            body = asset.get().compressed();
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private Optional<KeptPage> find(String name) {
        return Optional.ofNullable(kept.computeIfAbsent(name, this::read));
    }

    private @Nullable KeptPage read(String name) {
        List<String> files = STYLES.getOrDefault(name, List.of(name));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ServletContext context = getServletContext();
        for (String file : files) {
            try (InputStream in = context.getResourceAsStream("/WEB-INF/assets/" + file)) {
                if (in == null) {
                    return null;
                }
                in.transferTo(bytes);
            } catch (IOException e) {
                return null;
            }
        }
        Pattern comments = COMMENTS.get(name.substring(name.lastIndexOf('.') + 1));
        return KeptPage.of(comments == null ? bytes.toByteArray() : without(comments, bytes));
    }

    private static byte[] without(Pattern comments, ByteArrayOutputStream bytes) {
        return comments.matcher(bytes.toString(StandardCharsets.UTF_8))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }
}
