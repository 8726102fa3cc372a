package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.support.Portal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Anonymous readers leave nothing behind in the server's memory. */
class SessionIT {

    /** The bench reads ten thousand; this many show a session or a page kept for each view as clearly. */
    private static final int VIEWS = Integer.getInteger("contested.views", 2000);

    /** A session, a request or a rendered page kept for each view would weigh far more. */
    private static final long BYTES_PER_VIEW = 200;

    private static final Pattern LIVE = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");

    @Test
    void anonymousViewsLeaveNoSessionAndNoHeap() throws Exception {
        Portal portal = Portal.sample();
        List<String> paths = Pages.kindsOf(portal);
        read(portal, paths, 400, "warm");
        long before = heapOf(portal);

        read(portal, paths, VIEWS, "view");

        assertThat(heapOf(portal) - before).isLessThan(VIEWS * BYTES_PER_VIEW);
        assertThat(instancesOf(portal, "io.undertow.server.session.InMemorySessionManager$SessionImpl"))
                .isZero();
        assertThat(instancesOf(portal, "io.undertow.servlet.spec.HttpSessionImpl"))
                .isZero();
    }

    /** Each view comes from somebody new: another cookie, another parameter, sometimes another language. */
    private static void read(Portal portal, List<String> paths, int views, String who) {
        for (int i = 0; i < views; i++) {
            String path = paths.get(i % paths.size());
            String stranger = (path.contains("?") ? "&" : "?") + "from=" + who + i;
            assertThat(portal.get(
                                    path + stranger,
                                    "Cookie",
                                    "contested=" + who + i,
                                    "Accept-Language",
                                    i % 3 == 0 ? "vi" : "en")
                            .headers()
                            .firstValue("Set-Cookie"))
                    .isEmpty();
        }
    }

    /** What the objects that are still in use weigh, in bytes. Counting them makes the server collect the rest first. */
    private static long heapOf(Portal portal) throws IOException, InterruptedException {
        histogram(portal);
        Matcher lines = LIVE.matcher(histogram(portal));
        long bytes = 0;
        while (lines.find()) {
            bytes += Long.parseLong(lines.group(2));
        }
        assertThat(bytes).isPositive();
        return bytes;
    }

    private static long instancesOf(Portal portal, String type) throws IOException, InterruptedException {
        Matcher lines = LIVE.matcher(histogram(portal));
        while (lines.find()) {
            if (lines.group(3).equals(type)) {
                return Long.parseLong(lines.group(1));
            }
        }
        return 0;
    }

    private static String histogram(Portal portal) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(portal.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String lines = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(lines).isZero();
        return lines;
    }
}
