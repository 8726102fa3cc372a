package contested.web;

import contested.access.Permission;
import contested.account.Sanction;
import contested.account.SanctionKind;
import contested.account.SanctionService;
import contested.discussion.Comment;
import contested.moderation.LogService;
import contested.moderation.MemberHistory;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** {@code /moderation/members/12}: what moderators know of a member, and what they do about one. */
@Named
@RequestScoped
public class ModerationMemberPage implements FormPage {

    @Inject
    private LogService log;

    @Inject
    private SanctionService sanctions;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    private @Nullable MemberHistory history;

    @PostConstruct
    void admit() {
        Permission.MODERATE.require(visitor.actor());
    }

    @Override
    public String submit() {
        switch (form.value("do")) {
            case "sanction" -> sanctions.impose(visitor.actor(), id(), chosenKind(), form.value("reason"));
            case "lift" -> sanctions.lift(visitor.actor(), number("sanction"));
            case "note" -> sanctions.note(visitor.actor(), id(), form.value("note"));
            case "erase" -> sanctions.eraseNote(visitor.actor(), number("erased"));
            default -> throw new UserFacingException("", "form.foreign");
        }
        return links.member(getHistory().member());
    }

    private long id() {
        return TypedValue.number(address.slug().value()).orElseThrow(() -> new NotFoundException("no account's id"));
    }

    private long number(String field) {
        return TypedValue.number(form.value(field)).orElseThrow(() -> new UserFacingException("", "form.foreign"));
    }

    private SanctionKind chosenKind() {
        return TypedValue.choice(SanctionKind.class, form.value("kind"))
                .orElseThrow(() -> new UserFacingException("kind", "desk.member.choose"));
    }

    public MemberHistory getHistory() {
        if (history == null) {
            history = log.member(visitor.actor(), id());
        }
        return history;
    }

    public String getName() {
        return getHistory().member().pseudonym().orElse(text.get("desk.erased"));
    }

    public SanctionKind[] getKinds() {
        return SanctionKind.values();
    }

    public boolean isInForce(Sanction sanction) {
        return sanction.isInForceAt(clock.instant());
    }

    public String open(Comment comment) {
        return links.deskItem(comment.slug());
    }
}
