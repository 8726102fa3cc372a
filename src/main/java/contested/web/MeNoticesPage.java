package contested.web;

import contested.access.Permission;
import contested.discussion.Comment;
import contested.discussion.ContributionService;
import contested.notice.Notice;
import contested.notice.NoticeKind;
import contested.notice.NoticeService;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /me/notices}: what happened while one was away, the newest first. Looking changes nothing; opening one or a button does. */
@Named
@RequestScoped
public class MeNoticesPage implements FormPage {

    private static final String BEFORE = "before";

    /** Enough to know a comment by. */
    private static final int EXCERPT_CHARS = 100;

    @Inject
    private NoticeService notices;

    @Inject
    private ContributionService contributions;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Text text;

    private List<Notice> found = List.of();
    private Map<Slug, String> begin = Map.of();

    @PostConstruct
    void load() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
        found = notices.own(
                visitor.actor(), address.parameter(BEFORE, TypedValue::number).orElse(Long.MAX_VALUE));
        begin = contributions.beginnings(
                visitor.actor(), found.stream().map(Notice::comment).toList(), EXCERPT_CHARS);
    }

    @Override
    public String submit() {
        Optional<Long> opened = TypedValue.number(form.value("open"));
        if (opened.isPresent()) {
            return address(notices.open(visitor.actor(), opened.get()));
        }
        long upTo =
                TypedValue.number(form.value("up-to")).orElseThrow(() -> new UserFacingException("", "form.foreign"));
        notices.read(visitor.actor(), upTo);
        return links.getNotices() + "#notices";
    }

    public List<Notice> getFound() {
        return found;
    }

    /** Up to which one the button marks them: what came after this page was made stays new. */
    public long getUpTo() {
        return found.isEmpty() ? 0 : found.get(0).id();
    }

    public boolean isAnyNew() {
        return found.stream().anyMatch(n -> !n.isRead());
    }

    /** What happened, in one sentence. A comment that readers do not see any more has no name. */
    public String said(Notice notice) {
        return switch (notice.kind()) {
            case DECIDED -> text.get("me.notice.decided." + decided(notice));
            case REPLY, CITATION -> {
                String key = "me.notice." + notice.kind();
                yield author(notice.comment())
                        .map(who -> text.with(key, who))
                        .orElseGet(() -> text.get(key + ".nobody"));
            }
            case APPEAL, REPORT -> text.get("me.notice." + notice.kind());
        };
    }

    /** Moved, undone and the like are told as a change; what it is stands on the comment's own page. */
    private static String decided(Notice notice) {
        return notice.decision().map(d -> d.kind().name()).orElse("UPHOLD");
    }

    private static Optional<String> author(Comment comment) {
        return comment.state().isRead() ? comment.author().pseudonym() : Optional.empty();
    }

    /** How the comment that it is about begins; empty where whoever looks cannot read it. */
    public String begin(Notice notice) {
        return begin.getOrDefault(notice.comment().slug(), "");
    }

    /** Where one sees it. */
    public String address(Notice notice) {
        Comment comment = notice.comment();
        if (notice.kind() == NoticeKind.REPORT) {
            return links.getMyReports();
        }
        return notice.kind() == NoticeKind.DECIDED || notice.kind() == NoticeKind.APPEAL
                ? links.mine(comment.slug())
                : links.comment(comment.thread().key(), comment.slug());
    }

    public long getReadDays() {
        return NoticeService.KEPT_ONCE_READ.toDays();
    }

    public long getUnreadDays() {
        return NoticeService.KEPT_UNREAD.toDays();
    }

    /** The next page; empty on the last one. */
    public String getOlder() {
        return found.size() < NoticeService.PAGE
                ? ""
                : links.to(
                        Route.ME_NOTICES,
                        "",
                        Map.of(BEFORE, found.get(found.size() - 1).id().toString()));
    }
}
