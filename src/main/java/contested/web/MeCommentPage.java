package contested.web;

import contested.access.Permission;
import contested.discussion.CommentState;
import contested.discussion.ContributionService;
import contested.discussion.OwnComment;
import contested.moderation.Appeal;
import contested.moderation.AppealService;
import contested.moderation.OwnDecision;
import contested.moderation.OwnDecisionService;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /me/comments/{slug}}: all that happened to one's own comment, and the wish for another pair of eyes. */
@Named
@RequestScoped
public class MeCommentPage implements FormPage {

    /** The decision that the form is to be about. */
    static final String APPEAL = "appeal";

    @Inject
    private ContributionService contributions;

    @Inject
    private OwnDecisionService decisions;

    @Inject
    private AppealService appeals;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private OwnComment comment;
    private List<OwnDecision> decided = List.of();

    /**
     * One thing that happened: the author wrote, somebody decided, or the author asked for another look.
     *
     * @param appealed the decision that the author appealed then; null for everything else, and where the three are
     *     null, the author withdrew the comment
     */
    public record Event(
            Instant at,
            OwnComment.@Nullable OwnRevision revision,
            @Nullable OwnDecision decision,
            @Nullable OwnDecision appealed) {}

    @PostConstruct
    void load() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
        comment = contributions.one(visitor.actor(), address.slug());
        decided = decisions.on(visitor.actor(), List.of(comment.slug())).getOrDefault(comment.slug(), List.of());
    }

    @Override
    public String submit() {
        long decision = TypedValue.number(form.value("decision"))
                .filter(id -> decided.stream().anyMatch(d -> d.id() == id))
                .orElseThrow(() -> new UserFacingException("", "form.foreign"));
        appeals.appeal(visitor.actor(), decision, form.value("words"));
        return links.mine(comment.slug()) + "#appealed";
    }

    public OwnComment getComment() {
        return comment;
    }

    /** The first first. */
    public List<Event> getEvents() {
        return Stream.of(
                        comment.revisions().stream().map(r -> new Event(r.createdAt(), r, null, null)),
                        decided.stream().map(d -> new Event(d.at(), null, d, null)),
                        decided.stream().flatMap(d -> Stream.ofNullable(d.appeal())
                                .map(a -> new Event(a.madeAt(), null, null, d))),
                        withdrawal())
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private Stream<Event> withdrawal() {
        return comment.state() == CommentState.WITHDRAWN
                ? Stream.of(new Event(comment.since(), null, null, null))
                : Stream.empty();
    }

    public OwnComment.OwnRevision getLatest() {
        return comment.revisions().get(comment.revisions().size() - 1);
    }

    /** The decision that it stands under; null where nobody has decided. */
    public @Nullable OwnDecision getDecision() {
        return OwnDecisionService.present(decided).orElse(null);
    }

    /** Those about which the author asked for another look. */
    public List<OwnDecision> getAppealed() {
        return decided.stream().filter(d -> d.appeal() != null).toList();
    }

    /** The decision that the form is about: the one that was chosen, else the last that can be; null where none can. */
    public @Nullable OwnDecision getChosen() {
        Optional<Long> named = form.isSent()
                ? TypedValue.number(form.value("decision"))
                : address.parameter(APPEAL, TypedValue::number);
        return named.flatMap(id -> decided.stream()
                        .filter(d -> d.id() == id && (d.isAppealable() || form.isRefused()))
                        .findFirst())
                .or(() -> decided.stream().filter(OwnDecision::isAppealable).reduce((earlier, later) -> later))
                .orElse(null);
    }

    public int getMaxWords() {
        return Appeal.MAX_WORDS_CHARS;
    }

    /** Whether it can be changed still. */
    public boolean isChangeable() {
        return !comment.state().leavesPlace();
    }
}
