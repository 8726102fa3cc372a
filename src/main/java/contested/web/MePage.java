package contested.web;

import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountService;
import contested.discussion.CommentText;
import contested.discussion.ContributionService;
import contested.discussion.OwnComment;
import contested.discussion.OwnContributions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** {@code /me}: one's own account. */
@Named
@RequestScoped
public class MePage implements FormPage {

    private static final String AFTER = "after";

    /** Enough to know a comment by. */
    private static final int EXCERPT_CHARS = 160;

    @Inject
    private AccountService accounts;

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
    private Browsing browsing;

    private Account account;
    private OwnContributions own;

    @PostConstruct
    void load() {
        Permission.OWN_ACCOUNT.require(visitor.actor());
        account = accounts.own(visitor.actor());
        own = contributions.own(visitor.actor(), address.passing(AFTER).orElse(null));
    }

    @Override
    public String submit() {
        switch (form.value("do")) {
            case "passphrase" -> {
                accounts.changePassphrase(visitor.actor(), form.value("present"), form.value("passphrase"));
                browsing.signedOut();
                return links.getSignIn();
            }
            case "extend" ->
                visitor.token().ifPresent(token -> {
                    accounts.extend(token);
                    browsing.signedIn(token);
                });
            default -> {}
        }
        return links.getMe();
    }

    public Account getAccount() {
        return account;
    }

    /** What this person wrote, the newest first. */
    public OwnContributions getContributions() {
        return own;
    }

    /** How the comment begins as its author left it; empty text once redacted. */
    public String excerpt(OwnComment comment) {
        String typed = comment.revisions().get(comment.revisions().size() - 1).text();
        return typed == null ? "" : CommentText.of(typed).excerpt(EXCERPT_CHARS);
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
