package contested.workshop;

import contested.access.Actor;
import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What facilitators write to single participants: as drafts that they share, over time, and released together. Only where a
 * workshop shows figures on persons: whoever writes about somebody looks at what they did.
 */
@ApplicationScoped
@Transactional
public class FeedbackService {

    /** The fields begin so in which drafts are typed; the member's id follows. */
    public static final String TEXT = "text-";

    @Inject
    private WorkshopRepository workshops;

    @Inject
    private SeatService seats;

    @Inject
    private Clock clock;

    /**
     * What one participant is written.
     *
     * @param draft    null where there is none
     * @param released the oldest first
     */
    public record Letters(WorkshopMember member, @Nullable Feedback draft, List<Feedback> released) {}

    /** Of everybody who may be written to, in the order in which they joined; those without a word too. */
    public List<Letters> all(Actor actor, Slug slug) {
        Workshop workshop = write(actor, slug).workshop();
        List<Feedback> all = workshops.feedback(workshop);
        return workshops.members(workshop).stream()
                .filter(FeedbackService::isWrittenTo)
                .map(m -> letters(
                        m, all.stream().filter(f -> f.member().equals(m)).toList()))
                .toList();
    }

    private static Letters letters(WorkshopMember member, List<Feedback> theirs) {
        return new Letters(
                member,
                theirs.stream()
                        .filter(f -> f.releasedAt().isEmpty())
                        .findFirst()
                        .orElse(null),
                theirs.stream().filter(f -> f.releasedAt().isPresent()).toList());
    }

    private static boolean isWrittenTo(WorkshopMember member) {
        return member.isIn() && member.role() == WorkshopRole.PARTICIPANT;
    }

    /**
     * A draft as it was typed.
     *
     * @param seen the wording that the facilitator had before them; 0 for none
     */
    public record Typed(int seen, String text) {}

    /**
     * Keeps drafts; an empty one goes.
     *
     * @param typed by the member's id, without those that nobody touched
     * @throws UserFacingException When one is too long, or another facilitator changed it meanwhile: nothing is saved then.
     */
    public void save(Actor actor, Slug slug, Map<Long, Typed> typed) {
        Workshop workshop = write(actor, slug).workshop();
        // One after the other: nobody's first draft becomes two.
        workshops.hold(workshop);
        typed.forEach((id, draft) -> save(
                workshops
                        .findMember(workshop, id)
                        .filter(FeedbackService::isWrittenTo)
                        .orElseThrow(() -> new NotFoundException("participant")),
                draft));
    }

    private void save(WorkshopMember member, Typed typed) {
        String text = typed.text().strip();
        if (text.length() > Feedback.MAX_TEXT_CHARS) {
            throw new UserFacingException(TEXT + member.id(), "workshop.feedback.long", Feedback.MAX_TEXT_CHARS);
        }
        Optional<Feedback> draft = workshops.findDraft(member);
        String present = draft.map(Feedback::text).orElse("");
        if (text.equals(present)) {
            return;
        }
        if (draft.map(Feedback::wording).orElse(0) != typed.seen()) {
            throw new UserFacingException(TEXT + member.id(), "workshop.feedback.changed");
        }
        if (text.isEmpty()) {
            workshops.remove(draft.orElseThrow());
        } else {
            draft.ifPresentOrElse(
                    d -> d.word(text, clock.instant()),
                    () -> workshops.add(new Feedback(member, text, clock.instant())));
        }
    }

    /**
     * Lets every participant who is written to read theirs, all at once.
     *
     * @return how many
     * @throws UserFacingException When there is no draft.
     */
    public int release(Actor actor, Slug slug) {
        Workshop workshop = write(actor, slug).workshop();
        workshops.hold(workshop);
        Instant now = clock.instant();
        List<Feedback> drafts = workshops.feedback(workshop).stream()
                .filter(f -> f.releasedAt().isEmpty() && isWrittenTo(f.member()))
                .toList();
        if (drafts.isEmpty()) {
            throw new UserFacingException("", "workshop.feedback.none");
        }
        drafts.forEach(f -> f.release(now));
        return drafts.size();
    }

    /** What the actor may read, the oldest first; nobody else's. */
    public List<Feedback> own(Actor actor, Slug slug) {
        return workshops.releasedTo(seats.get(actor, slug).member());
    }

    private Seat write(Actor actor, Slug slug) {
        Seat seat = seats.get(actor, slug);
        seat.require(WorkshopPermission.RUN);
        if (!seat.workshop().arePersonsShown()) {
            throw new NotFoundException("nothing about single people here");
        }
        return seat;
    }
}
