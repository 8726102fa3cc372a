package contested.web;

import contested.shared.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** How long something lasts, as people say it: a course's minutes are days to whoever plans a week. */
@Named
@RequestScoped
public class LengthWords {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    @Inject
    private Address address;

    /** Such as {@code 3 days}, or {@code 1 h 30 min}. */
    public String of(int minutes) {
        return in(address.getLanguage(), minutes);
    }

    static String in(Language language, int minutes) {
        List<String> parts = new ArrayList<>();
        add(parts, language, "workshop.days", minutes / DAY);
        add(parts, language, "workshop.hours", minutes % DAY / HOUR);
        add(parts, language, "workshop.minutes", minutes % HOUR);
        return parts.isEmpty() ? Text.format(language, "workshop.minutes", 0) : String.join(" ", parts);
    }

    private static void add(List<String> parts, Language language, String unit, int number) {
        if (number > 0) {
            parts.add(Text.format(language, unit, number));
        }
    }
}
