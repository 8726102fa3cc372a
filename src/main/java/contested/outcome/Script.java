package contested.outcome;

import com.fasterxml.jackson.databind.ObjectMapper;
import contested.discussion.Stance;
import contested.moderation.ReportReason;
import contested.question.Slot;
import contested.workshop.BallotRound;
import contested.workshop.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who says what in the demonstration, as {@code demonstration.json} has it. Times are minutes before the start; people are
 * numbers, from 0, of the list of pseudonyms.
 */
record Script(List<String> people, List<Room> workshops) {

    private static final String FILE = "demonstration.json";

    Script {
        people = List.copyOf(people);
        workshops = List.copyOf(workshops);
    }

    /** @param agenda questions of the shipped pack */
    record Room(
            String title,
            String host,
            String moderator,
            String welcome,
            int begun,
            List<String> agenda,
            List<Turn> phases,
            List<Said> comments,
            List<Moved> movers,
            List<Line> lines,
            @Nullable List<Mark> marks) {

        List<Mark> answers() {
            return marks == null ? List.of() : marks;
        }
    }

    /** The workshop goes on. */
    record Turn(Phase phase, int ago, @Nullable List<Votes> ballots) {

        List<Votes> votes() {
            return ballots == null ? List.of() : ballots;
        }

        BallotRound round() {
            return phase == Phase.OPENING_BALLOT ? BallotRound.OPENING : BallotRound.CLOSING;
        }
    }

    /**
     * How everybody votes, one letter each: y, d, n for a position, u for not sure, - for no ballot.
     *
     * @param confidence one digit each
     */
    record Votes(String on, String positions, String confidence) {

        boolean isCastBy(int person) {
            return positions.charAt(person) != '-';
        }

        /** Null for not sure. */
        @Nullable
        Slot position(int person) {
            return switch (positions.charAt(person)) {
                case 'y' -> Slot.YES;
                case 'd' -> Slot.DEPENDS;
                case 'n' -> Slot.NO;
                default -> null;
            };
        }

        int confidence(int person) {
            return confidence.charAt(person) - '0';
        }
    }

    /**
     * A comment.
     *
     * @param then what becomes of it: {@code publish}, {@code hide}, or null where it waits
     */
    record Said(
            String key,
            int who,
            int ago,
            String on,
            @Nullable String takes,
            String lang,
            String text,
            @Nullable List<String> cites,
            @Nullable String answers,
            @Nullable String then,
            @Nullable List<Complaint> reports) {

        Stance stance() {
            if (takes == null) {
                return Stance.NONE;
            }
            return takes.equals("asks") ? Stance.ASKS : Stance.TAKES;
        }

        @Nullable
        Slot position() {
            return stance() == Stance.TAKES
                    ? Slot.valueOf(Objects.requireNonNull(takes).toUpperCase(java.util.Locale.ROOT))
                    : null;
        }

        List<String> citations() {
            return cites == null ? List.of() : cites;
        }

        Optional<String> answered() {
            return Optional.ofNullable(answers);
        }

        boolean isPublished() {
            return then != null;
        }

        boolean isHidden() {
            return "hide".equals(then);
        }

        List<Complaint> complaints() {
            return reports == null ? List.of() : reports;
        }
    }

    record Complaint(int who, ReportReason reason) {}

    /** What somebody says moved them: a passage, or a comment by its key. */
    record Moved(int who, String on, @Nullable String passage, @Nullable String comment) {}

    record Line(String key, String on, LineKind kind, String text) {}

    record Mark(int who, String line, boolean objects, @Nullable String reason) {}

    static Script read() {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(FILE))) {
            return new ObjectMapper().readValue(in, Script.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
