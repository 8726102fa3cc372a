package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a start failed is found in what this start has written, not an earlier one. */
class ServerLogTest {

    @TempDir
    Path folder;

    @Test
    void causeOfTheFirstFaultIsTold() throws IOException {
        Path file = folder.resolve("server.log");
        Files.writeString(file, "2026-01-01 08:00:00,000 ERROR [a.b] (main) an older fault\n");
        ServerLog log = ServerLog.fromNowOn(file);
        Files.writeString(
                file,
                """
                2026-01-02 08:00:00,000 INFO  [a.b] (main) begins
                2026-01-02 08:00:01,000 ERROR [a.b] (thread 1) X1: a service failed: java.lang.Outer: outer
                \tat a.b.C(D.java:1)
                Caused by: java.lang.Middle: middle
                \tat a.b.C(D.java:2)
                Caused by: java.lang.Inner: missing column [byline]
                2026-01-02 08:00:02,000 ERROR [a.b] (main) another
                Caused by: java.lang.Other: other
                """,
                StandardOpenOption.APPEND);

        assertThat(log.firstFault()).isEqualTo("java.lang.Inner: missing column [byline]");
    }

    @Test
    void faultWithoutACauseIsToldItself() throws IOException {
        Path file = folder.resolve("server.log");
        ServerLog log = ServerLog.fromNowOn(file);
        assertThat(log.firstFault()).isEqualTo("the server reports an error");

        Files.writeString(file, "2026-01-02 08:00:01,000 ERROR [a.b] (MSC service thread 1-3) X1: in use\n");
        assertThat(log.firstFault()).isEqualTo("X1: in use");
    }
}
