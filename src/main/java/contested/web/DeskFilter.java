package contested.web;

import contested.moderation.QueueFilter;
import contested.moderation.QueueReason;
import contested.moderation.ReportReason;
import contested.passage.EvidenceService;
import contested.question.Position;
import contested.question.Question;
import contested.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which part of the queue a moderator looks at, as the address of the desk says it. */
@Named
@RequestScoped
public class DeskFilter {

    /** What leads to another part; {@code after}, the place in it, is the page's own. */
    private static final List<String> PARAMETERS =
            List.of("reason", "question", "position", "report", "age", "words", "blind");

    private static final Map<String, Duration> AGES = ages();

    @Inject
    private EvidenceService evidence;

    @Inject
    private Address address;

    private @Nullable List<Question> questions;

    private static Map<String, Duration> ages() {
        Map<String, Duration> ages = new LinkedHashMap<>();
        ages.put("1h", Duration.ofHours(1));
        ages.put("1d", Duration.ofDays(1));
        ages.put("3d", Duration.ofDays(3));
        ages.put("7d", Duration.ofDays(7));
        return ages;
    }

    QueueFilter chosen() {
        return with(reason());
    }

    /** The same for another reason why comments wait. */
    QueueFilter with(@Nullable QueueReason reason) {
        return new QueueFilter(
                reason,
                question().orElse(null),
                position().map(Position::id).orElse(null),
                report().orElse(null),
                address.parameter("age", name -> Optional.ofNullable(AGES.get(name)))
                        .orElse(null));
    }

    @Nullable
    QueueReason reason() {
        return address.parameter("reason", name -> Arrays.stream(QueueReason.values())
                        .filter(r -> name(r).equals(name))
                        .findFirst())
                .orElse(null);
    }

    /** The question to which the list is limited. */
    public Optional<Slug> question() {
        return address.parameter("question", Slug::parse);
    }

    private Optional<Position> position() {
        return address.parameter("position", id -> getQuestions().stream()
                .flatMap(q -> q.positions().stream())
                .filter(p -> p.id().toString().equals(id))
                .findFirst());
    }

    private Optional<ReportReason> report() {
        return address.parameter("report", name -> Arrays.stream(ReportReason.values())
                .filter(r -> name(r).equals(name))
                .findFirst());
    }

    /** What somebody searches for, among all comments whether they wait or not; empty for the queue. */
    Optional<String> words() {
        return address.parameter("words", Optional::of).filter(w -> !w.isBlank());
    }

    boolean isBlind() {
        return address.parameter("blind", v -> Optional.of(v).filter("on"::equals))
                .isPresent();
    }

    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        for (String name : PARAMETERS) {
            address.parameter(name, Optional::of).ifPresent(value -> all.put(name, value));
        }
        return all;
    }

    /** What stands in the address; empty text for nothing. */
    public String asked(String parameter) {
        return address.parameter(parameter, Optional::of).orElse("");
    }

    public String asked() {
        return words().orElse("");
    }

    /** Whether one of the choices of the form is made. */
    public boolean isChosen() {
        return List.of("question", "position", "report", "age").stream()
                .anyMatch(name -> !asked(name).isEmpty());
    }

    public List<Question> getQuestions() {
        if (questions == null) {
            questions = evidence.questions();
        }
        return questions;
    }

    /** Those whose positions can be chosen: the one question, or all. */
    public List<Question> getSided() {
        return getQuestions().stream()
                .filter(q -> question().map(q.slug()::equals).orElse(true))
                .toList();
    }

    public List<ReportReason> getReports() {
        return List.of(ReportReason.values());
    }

    public List<String> getAges() {
        return List.copyOf(AGES.keySet());
    }

    /** As addresses carry it. */
    public String value(Enum<?> value) {
        return name(value);
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
