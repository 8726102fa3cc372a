package contested.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the server has written down since a moment.
 *
 * @param file  its log
 * @param since how long that was at the moment
 */
record ServerLog(Path file, long since) {

    /** A failed start writes less. */
    private static final int MAX_BYTES = 1_000_000;

    private static final String CAUSE = "Caused by: ";

    static ServerLog fromNowOn(Path file) throws IOException {
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** What the server complained of first, in one line: the cause of all causes. */
    String firstFault() {
        List<String> lines = lines();
        int first = 0;
        while (first < lines.size() && !lines.get(first).matches("[0-9-]+ [0-9:,]+ (ERROR|FATAL) .*")) {
            first++;
        }
        if (first == lines.size()) {
            return "the server reports an error";
        }
        String fault = lines.get(first).replaceFirst("^.*? (ERROR|FATAL) +\\[[^]]*] \\([^)]*\\) ", "");
        for (int i = first + 1; i < lines.size() && !lines.get(i).matches("[0-9]{4}-[0-9-]+ .*"); i++) {
            String line = lines.get(i).strip();
            fault = line.startsWith(CAUSE) ? line.substring(CAUSE.length()) : fault;
        }
        return fault;
    }

    private List<String> lines() {
        try (InputStream in = Files.newInputStream(file)) {
            // A log that was put aside in between has begun anew.
            in.skipNBytes(Files.size(file) < since ? 0 : since);
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
