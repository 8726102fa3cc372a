package contested.web;

import contested.operation.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** {@code /privacy}: every stored item, who can read it, when it goes, and who answers for it. */
@Named
@RequestScoped
public class PrivacyPage {

    @Inject
    private Settings settings;

    /**
     * Rows that are kept in one place.
     *
     * @param caption key of the table's caption
     * @param items   its rows
     */
    public record Table(String caption, List<StoredItem> items) {}

    public List<Table> getTables() {
        return List.of(
                new Table("privacy.stored.database", StoredItem.inDatabase()),
                new Table("privacy.stored.elsewhere", StoredItem.elsewhere()));
    }

    /** The key of who can read that item; for full texts it is the operator's decision. */
    public String who(StoredItem item) {
        String key = item.key() + ".who";
        return item.isFullText() ? key + "." + settings.fullText().name().toLowerCase(Locale.ROOT) : key;
    }

    /** Whoever answers for this portal; empty when the operator did not say. */
    public String getOperatorName() {
        return settings.operatorName().orElse("");
    }

    /** How to reach them; empty when the operator did not say. */
    public String getOperatorContact() {
        return settings.operatorContact().orElse("");
    }
}
