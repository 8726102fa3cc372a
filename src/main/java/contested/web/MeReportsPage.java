package contested.web;

import contested.access.Permission;
import contested.discussion.ContributionService;
import contested.moderation.Report;
import contested.moderation.ReportService;
import contested.shared.Slug;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** {@code /me/reports}: what one reported, and what became of it. */
@Named
@RequestScoped
public class MeReportsPage {

    private static final String BEFORE = "before";

    /** Enough to know a comment by. */
    private static final int EXCERPT_CHARS = 100;

    @Inject
    private ReportService reports;

    @Inject
    private ContributionService contributions;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Links links;

    private List<Report> found = List.of();
    private Map<Slug, String> begin = Map.of();

    @PostConstruct
    void load() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
        long before = address.parameter(BEFORE, TypedValue::number).orElse(Long.MAX_VALUE);
        found = reports.own(visitor.actor(), before);
        begin = contributions.beginnings(
                visitor.actor(), found.stream().map(Report::comment).toList(), EXCERPT_CHARS);
    }

    public List<Report> getFound() {
        return found;
    }

    /** How the comment begins; empty where readers do not see it any more. */
    public String begin(Report report) {
        return begin.getOrDefault(report.comment().slug(), "");
    }

    /** Key of what became of it. */
    public String outcome(Report report) {
        return "me.report." + report.outcome().map(Enum::name).orElse("OPEN");
    }

    /** The next page; empty on the last one. */
    public String getOlder() {
        return found.size() < ReportService.PAGE
                ? ""
                : links.to(
                        Route.ME_REPORTS,
                        "",
                        Map.of(BEFORE, found.get(found.size() - 1).id().toString()));
    }
}
