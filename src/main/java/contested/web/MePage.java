package contested.web;

import contested.access.Permission;
import contested.account.AccountService;
import contested.discussion.CommentText;
import contested.discussion.ContributionService;
import contested.discussion.OwnComment;
import contested.discussion.OwnContributions;
import contested.moderation.OwnDecision;
import contested.moderation.OwnDecisionService;
import contested.shared.Slug;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /me}: what one wrote, and what became of it. */
@Named
@RequestScoped
public class MePage implements FormPage {

    private static final String AFTER = "after";

    /** What somebody has done who is led here: taken the administrators' role from themselves. */
    static final String LEFT_OFFICE = "left-office";

    /** Enough to know a comment by. */
    private static final int EXCERPT_CHARS = 160;

    @Inject
    private AccountService accounts;

    @Inject
    private ContributionService contributions;

    @Inject
    private OwnDecisionService decisions;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private SignInOutcome outcome;

    private OwnContributions own = new OwnContributions(List.of(), null);
    private Map<Slug, List<OwnDecision>> decided = Map.of();

    @PostConstruct
    void load() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
        own = contributions.own(visitor.actor(), address.passing(AFTER).orElse(null));
        decided = decisions.on(
                visitor.actor(), own.comments().stream().map(OwnComment::slug).toList());
    }

    @Override
    public String submit() {
        if (form.has("do", "extend")) {
            visitor.token().ifPresent(token -> {
                accounts.extend(token);
                outcome.signedIn(token);
            });
        }
        return links.getMe();
    }

    /** Whether this person has just given up the role of an administrator. */
    public boolean isLeftOffice() {
        return address.parameter("did", did -> Optional.of(did).filter(LEFT_OFFICE::equals))
                .isPresent();
    }

    /** What this person wrote, the newest first. */
    public OwnContributions getContributions() {
        return own;
    }

    /** How the comment begins as its author left it; empty text once redacted. */
    public String excerpt(OwnComment comment) {
        return begin(comment);
    }

    static String begin(OwnComment comment) {
        String typed = comment.revisions().get(comment.revisions().size() - 1).text();
        return typed == null ? "" : CommentText.of(typed).excerpt(EXCERPT_CHARS);
    }

    /** The decision that it stands under; null where nobody has decided. */
    public @Nullable OwnDecision decision(OwnComment comment) {
        return OwnDecisionService.present(decided.getOrDefault(comment.slug(), List.of()))
                .orElse(null);
    }

    /** The last appeal of this person about it; null where there is none. */
    public OwnDecision.@Nullable OwnAppeal appeal(OwnComment comment) {
        return decided.getOrDefault(comment.slug(), List.of()).stream()
                .map(OwnDecision::appeal)
                .filter(appeal -> appeal != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Whether it can be changed still. */
    public boolean isChangeable(OwnComment comment) {
        return !comment.state().leavesPlace();
    }

    /** The next page of them; empty text on the last. */
    public String getMore() {
        return own.next() == null ? "" : links.to(Route.ME, "", Map.of(AFTER, own.next()));
    }
}
