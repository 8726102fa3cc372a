package contested.outcome;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line as the sheet shows it, with what participants say to it. Nobody is named.
 *
 * @param canLive    how many can live with it as it reads now
 * @param objections how many object, to this wording or an earlier one
 * @param earlier    how many of these objected to an earlier wording
 * @param reasons    what those who object say, in no order that tells who was first
 * @param own        what the reader says; null where they say nothing
 */
public record SheetLine(
        OutcomeLine line, int canLive, int objections, int earlier, List<String> reasons, @Nullable OutcomeMark own) {

    static SheetLine of(OutcomeLine line, List<OutcomeMark> marks, @Nullable OutcomeMark own) {
        return new SheetLine(
                line,
                (int) marks.stream()
                        .filter(m -> !m.isObjection() && m.isOnPresentWording())
                        .count(),
                (int) marks.stream().filter(OutcomeMark::isObjection).count(),
                (int) marks.stream()
                        .filter(m -> m.isObjection() && !m.isOnPresentWording())
                        .count(),
                marks.stream()
                        .filter(OutcomeMark::isObjection)
                        .map(OutcomeMark::reason)
                        .flatMap(Optional::stream)
                        .sorted()
                        .toList(),
                own);
    }

    /** Whether the reader can live with it as it reads now. */
    public boolean isOwnAccepted() {
        return own != null && !own.isObjection() && own.isOnPresentWording();
    }

    public boolean isOwnObjection() {
        return own != null && own.isObjection();
    }

    /** Whether the reader said so to an earlier wording only. */
    public boolean isOwnOutdated() {
        return own != null && !own.isOnPresentWording();
    }

    /** The reason that the reader gave; empty text for none. */
    public String ownReason() {
        return own == null ? "" : own.reason().orElse("");
    }
}
