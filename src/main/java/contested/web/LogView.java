package contested.web;

import contested.moderation.DecisionKind;
import contested.moderation.LogFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The part of the log that an address asks for, on the page and in the file. */
@RequestScoped
public class LogView {

    @Inject
    private Address address;

    LogFilter filter() {
        return new LogFilter(
                day("from").map(LogView::start).orElse(null),
                day("until").map(d -> start(d.plusDays(1))).orElse(null),
                address.parameter("kind", LogView::kind).orElse(null),
                address.parameter("rule", Optional::of).orElse(null),
                number("moderator").orElse(null),
                address.parameter("by", LogView::automatic).orElse(null));
    }

    /** What of it stands in the address. */
    Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        for (String name : Route.MODERATION_CSV.parameters()) {
            address.parameter(name, Optional::of).ifPresent(value -> all.put(name, value));
        }
        return all;
    }

    Optional<Long> number(String name) {
        return address.parameter(name, TypedValue::number);
    }

    Optional<LocalDate> day(String name) {
        return address.parameter(name, LogView::date);
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** In the time zone of the machine, which is that of the school. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    static String name(DecisionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<DecisionKind> kind(String name) {
        return Arrays.stream(DecisionKind.values())
                .filter(k -> name(k).equals(name))
                .findFirst();
    }

    private static Optional<Boolean> automatic(String by) {
        return switch (by) {
            case "rule" -> Optional.of(true);
            case "people" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
