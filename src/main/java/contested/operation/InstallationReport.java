package contested.operation;

import contested.passage.PassageState;
import contested.passage.Resolution;
import contested.source.SourceReport;
import contested.source.SourceReport.Received;
import contested.source.TextState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is installed, and what installing did, for the operator and the log: names and counts, never a document's text.
 *
 * @param notices  what concerns no single file, such as a folder that is not there
 * @param files    each file that was looked at
 * @param sources  each source of the catalogue
 * @param passages each standing passage
 */
public record InstallationReport(
        List<String> notices, List<FileReport> files, List<SourceReport> sources, List<PassageState> passages) {

    /** Everything, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(notices);
        files.forEach(file -> lines.add(file.line()));
        for (SourceReport source : sources) {
            lines.add(source.line());
            passagesOf(source).ifPresent(lines::add);
        }
        lines.add(summary());
        return lines;
    }

    /** Whether each file was of use, and each source that was received is here whole, with all its passages found. */
    public boolean isWell() {
        return notices.isEmpty()
                && files.stream().allMatch(FileReport::isWell)
                && sources.stream()
                        .filter(s -> s.received() != Received.NOTHING)
                        .allMatch(this::isWhole);
    }

    /** Whether what is installed is installed whole. A source that is not installed is well: texts are optional. */
    public boolean isWhole() {
        return sources.stream()
                .filter(s -> s.state() != TextState.NOT_INSTALLED)
                .allMatch(this::isWhole);
    }

    private boolean isWhole(SourceReport source) {
        return source.state() == TextState.INSTALLED
                && source.received() != Received.LESS_THAN_BEFORE
                && count(source, Resolution.LOST) == 0;
    }

    private Optional<String> passagesOf(SourceReport source) {
        List<String> parts = new ArrayList<>();
        for (Resolution resolution : Resolution.values()) {
            List<PassageState> those = of(source, resolution);
            if (!those.isEmpty()) {
                parts.add(those.size() + " " + name(resolution) + " ("
                        + those.stream().map(InstallationReport::named).collect(Collectors.joining(", ")) + ")");
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("passages of " + source.source() + ": " + String.join("; ", parts));
    }

    private static String named(PassageState passage) {
        return passage.resolution() == Resolution.MOVED
                ? passage.passage() + " now in paragraph " + passage.paragraph()
                : passage.passage().toString();
    }

    /** The counts of all. */
    public String summary() {
        return "sources: "
                + sources.stream().filter(s -> s.state() == TextState.INSTALLED).count() + " installed, "
                + sources.stream().filter(s -> s.state() == TextState.PARTLY).count() + " partly, "
                + sources.stream()
                        .filter(s -> s.state() == TextState.NOT_INSTALLED)
                        .count()
                + " not installed; passages: " + counted(Resolution.RESOLVED) + ", " + counted(Resolution.MOVED) + ", "
                + counted(Resolution.LOST) + ", " + counted(Resolution.UNRESOLVED);
    }

    private String counted(Resolution resolution) {
        return passages.stream().filter(p -> p.resolution() == resolution).count() + " " + name(resolution);
    }

    private static String name(Resolution resolution) {
        return resolution == Resolution.UNRESOLVED
                ? "without text"
                : resolution.name().toLowerCase(Locale.ROOT);
    }

    private List<PassageState> of(SourceReport source, Resolution resolution) {
        return passages.stream()
                .filter(p -> p.source().equals(source.source()) && p.resolution() == resolution)
                .toList();
    }

    private int count(SourceReport source, Resolution resolution) {
        return of(source, resolution).size();
    }
}
