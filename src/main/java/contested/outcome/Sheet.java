package contested.outcome;

import contested.question.Question;
import contested.workshop.AgendaItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outcome sheet as somebody in the workshop reads it.
 *
 * @param confirmedAt null while it is worked on
 * @param reopenedAt  null where it was never opened again
 * @param parts       one for each question of the agenda, in its order
 */
public record Sheet(@Nullable Instant confirmedAt, @Nullable Instant reopenedAt, List<Part> parts) {

    /** What is said on one question. */
    public record Part(AgendaItem item, List<SheetLine> lines) {

        public Question question() {
            return item.question();
        }

        /** The lines of one kind, in their order. */
        public List<SheetLine> of(LineKind kind) {
            return lines.stream().filter(l -> l.line().kind() == kind).toList();
        }
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public boolean isReopened() {
        return confirmedAt == null && reopenedAt != null;
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(p -> p.lines().isEmpty());
    }
}
