package contested.web;

import contested.moderation.Appeal;
import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.HouseRulesVersion;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * {@code /house-rules}: how people argue here. With {@code ?version=3} as the rules read then, since decisions name the
 * version under which they were made.
 */
@Named
@RequestScoped
public class HouseRulesPage {

    @Inject
    private HouseRulesService service;

    @Inject
    private Address address;

    private List<HouseRulesVersion> versions = List.of();
    private HouseRulesVersion shown;

    @PostConstruct
    void load() {
        versions = service.versions();
        shown = address.parameter("version", this::numbered).orElse(getCurrent());
    }

    private Optional<HouseRulesVersion> numbered(String number) {
        return versions.stream()
                .filter(v -> String.valueOf(v.number()).equals(number))
                .findFirst();
    }

    public HouseRulesVersion getShown() {
        return shown;
    }

    public HouseRulesVersion getCurrent() {
        return versions.get(0);
    }

    /** Whether the rules read otherwise now. */
    public boolean isEarlier() {
        return shown.number() != getCurrent().number();
    }

    public List<HouseRule> getRules() {
        return shown.rules();
    }

    /** The newest first. */
    public List<HouseRulesVersion> getVersions() {
        return versions;
    }

    /** From when on a version was in force. */
    public LocalDate since(HouseRulesVersion version) {
        return day(version.inForceSince());
    }

    /** When the version that is shown was replaced. */
    public LocalDate getUntil() {
        return versions.stream()
                .filter(v -> v.number() == shown.number() + 1)
                .findFirst()
                .map(this::since)
                .orElse(since(shown));
    }

    /** In the time zone of the machine, which is that of the school. */
    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    /** For how long an author can ask for another look. */
    public long getAppealDays() {
        return Appeal.WITHIN.toDays();
    }
}
