package contested.account;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.SiteRole;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** What moderators do about members, and what they tell each other about them. */
@ApplicationScoped
@Transactional
public class SanctionService {

    @Inject
    private SanctionRepository sanctions;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Clock clock;

    /**
     * Imposes a sanction, with a reason that the member reads.
     *
     * @throws UserFacingException When there is no reason, or the member is staff; an administrator takes the role first.
     */
    public Sanction impose(Actor actor, long member, SanctionKind kind, String reason) {
        Permission.MODERATE.require(actor);
        Account account = accounts.get(member);
        if (account.is(SiteRole.MODERATOR) || account.is(SiteRole.ADMINISTRATOR)) {
            throw new UserFacingException("", "moderation.sanction.staff");
        }
        String told = text(reason, Sanction.MAX_REASON_CHARS, "reason");
        Sanction sanction = new Sanction(account, kind, told, accounts.get(actor.id()), clock.instant());
        sanctions.add(sanction);
        return sanction;
    }

    /** What holds for these members now; for moderators and administrators. */
    public List<Sanction> inForce(Actor actor, Collection<Long> members) {
        if (!Permission.MODERATE.isGrantedTo(actor)) {
            Permission.ADMINISTER.require(actor);
        }
        return members.isEmpty() ? List.of() : sanctions.inForce(members, clock.instant());
    }

    /** Ends a sanction before its time. @throws UserFacingException When it has ended already. */
    public void lift(Actor actor, long sanction) {
        Permission.MODERATE.require(actor);
        Sanction inForce = sanctions.find(sanction).orElseThrow(() -> new NotFoundException("sanction " + sanction));
        if (!inForce.isInForceAt(clock.instant())) {
            throw new UserFacingException("", "moderation.sanction.ended");
        }
        inForce.lift(accounts.get(actor.id()), clock.instant());
    }

    /** The actor's own sanctions, past ones too, the newest first. */
    public List<Sanction> own(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return sanctions.of(accounts.get(actor.id()));
    }

    /** Tells colleagues something about a member. */
    public MemberNote note(Actor actor, long member, String text) {
        Permission.MODERATE.require(actor);
        MemberNote note = new MemberNote(
                accounts.get(member),
                accounts.get(actor.id()),
                text(text, MemberNote.MAX_TEXT_CHARS, "note"),
                clock.instant());
        sanctions.add(note);
        return note;
    }

    public void eraseNote(Actor actor, long note) {
        Permission.MODERATE.require(actor);
        sanctions.remove(sanctions.findNote(note).orElseThrow(() -> new NotFoundException("note " + note)));
    }

    /** @throws UserFacingException When there is none, or too much of it. */
    private static String text(String typed, int maxChars, String field) {
        String text = typed.replace("\r\n", "\n").replace("\0", "").strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > maxChars) {
            throw new UserFacingException(field, "moderation.text.length", maxChars);
        }
        return text;
    }
}
