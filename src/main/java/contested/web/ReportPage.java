package contested.web;

import contested.discussion.Entry;
import contested.discussion.ThreadService;
import contested.moderation.Report;
import contested.moderation.ReportReason;
import contested.moderation.ReportService;
import contested.moderation.ThreadRemarkService;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /questions/{slug}/report}: where a reader asks moderators to look at a comment, and learns what follows. */
@Named
@RequestScoped
public class ReportPage implements FormPage {

    private static final String REASON = "reason";
    private static final String WORDS = "words";

    @Inject
    private ReportService reports;

    @Inject
    private ThreadService threads;

    @Inject
    private ThreadRemarkService remarks;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private Entry entry;
    private @Nullable Report made;

    @PostConstruct
    void load() {
        threads.requireTakingPart(visitor.actor(), address.thread());
        Slug comment = address.parameter(ThreadPart.COMMENT, Slug::parse)
                .orElseThrow(() -> new NotFoundException("no comment in the address"));
        made = reports.own(visitor.actor(), comment).orElse(null);
        entry = Optional.of(threads.conversation(visitor.actor(), address.thread(), comment, null))
                .flatMap(c -> c.top().find(comment))
                .filter(e -> e.state().isRead() || made != null)
                .orElseThrow(() -> new NotFoundException("comment"));
    }

    @Override
    public String submit() {
        String name = form.value(REASON);
        ReportReason reason = TypedValue.choice(ReportReason.class, name)
                .orElseThrow(() -> new UserFacingException(REASON, "report.reason.missing"));
        if (made == null) {
            reports.report(visitor.actor(), entry.slug(), reason, form.value(WORDS));
        }
        return links.report(address.slug(), entry.slug());
    }

    public Entry getEntry() {
        return entry;
    }

    /** The reader's report of this comment; null before there is one. */
    public @Nullable Report getMade() {
        return made;
    }

    /** What came of it, as the end of a message key: {@code WAITING}, or the outcome. */
    public String getOutcome() {
        return made == null ? "" : made.outcome().map(Enum::name).orElse("WAITING");
    }

    /** Whether the comment is out of sight by itself until a moderator looks. */
    public boolean isHiddenAutomatically() {
        return entry.isPlace()
                && !remarks.hiddenAutomatically(Set.of(entry.slug())).isEmpty();
    }

    public List<ReportReason> getReasons() {
        return List.of(ReportReason.values());
    }

    public boolean isChosen(ReportReason reason) {
        return form.has(REASON, reason.name());
    }

    public int getMaxWords() {
        return Report.MAX_WORDS_CHARS;
    }

    public String getQuestion() {
        return links.thread(address.slug());
    }

    /** Where the comment stands. */
    public String getBack() {
        return links.comment(address.slug(), entry.slug());
    }
}
