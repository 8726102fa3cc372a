package contested.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** {@code /house-rules}: how people argue here. The wording stands in the message bundles, under number and date. */
@Named
@RequestScoped
public class HouseRulesPage {

    /** Raised whenever the sense of a rule changes, so that who refers to a rule can say to which wording. */
    private static final int VERSION = 1;

    private static final LocalDate IN_FORCE_SINCE = LocalDate.of(2026, 11, 22);

    /** The keys of the rules, in their order: people call them by number. */
    private static final List<String> RULES =
            List.of("person", "ground", "exact", "strongest", "private", "contempt", "room");

    public int getVersion() {
        return VERSION;
    }

    public LocalDate getDate() {
        return IN_FORCE_SINCE;
    }

    public List<String> getRules() {
        return RULES;
    }
}
