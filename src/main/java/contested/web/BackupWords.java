package contested.web;

import contested.operation.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is said of backups that hold a workshop after it was wiped: what the operator states, and nothing made up. */
@Named
@RequestScoped
public class BackupWords {

    @Inject
    private Settings settings;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    /** Which ones, and until when, if it is wiped now. */
    public String getNow() {
        return since(clock.instant());
    }

    /** The same of one that was wiped then. */
    public String since(Instant wiped) {
        return settings.backups()
                .map(backups -> backups.days() == 0
                        ? text.get("workshop.wipe.backups.none")
                        : text.with(
                                "workshop.wipe.backups.days",
                                backups.name().orElseGet(() -> text.get("workshop.wipe.backups.unnamed")),
                                text.moment(wiped.plus(Duration.ofDays(backups.days())))))
                .orElseGet(() -> text.get("workshop.wipe.backups.unset"));
    }

    /** Whom to ask about them; empty text where the operator does not say. */
    public String getAsk() {
        return settings.operatorContact()
                .map(contact -> text.with(
                        "workshop.wipe.backups.ask", settings.operatorName().orElse(""), contact))
                .orElse("");
    }

    /** For how long it is said after wiping that backups hold it: while they do, and for a day in any case. */
    Duration told() {
        return Duration.ofDays(
                Math.max(1, settings.backups().map(Settings.Backups::days).orElse(0)));
    }
}
