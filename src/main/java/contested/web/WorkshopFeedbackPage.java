package contested.web;

import contested.access.WorkshopPermission;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.Feedback;
import contested.workshop.FeedbackService;
import contested.workshop.FeedbackService.Letters;
import contested.workshop.FeedbackService.Typed;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /workshops/{workshop}/feedback}: drafts to single participants, released together. */
@Named
@RequestScoped
public class WorkshopFeedbackPage implements FormPage {

    /** The parameter by which the address asks whether all drafts are to be released. */
    static final String RELEASE = "release";

    private static final String DO = "do";
    private static final String SEEN = "seen-";
    private static final String WAS = "was-";
    private static final Set<String> DONE = Set.of("saved", "released");

    @Inject
    private WorkshopRoom room;

    @Inject
    private FeedbackService service;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private List<Letters> all = List.of();

    @PostConstruct
    void load() {
        room.seat().require(WorkshopPermission.RUN);
        all = service.all(visitor.actor(), slug());
    }

    private Slug slug() {
        return room.getWorkshop().slug();
    }

    @Override
    public String submit() {
        return switch (form.value(DO)) {
            case "save" -> {
                service.save(visitor.actor(), slug(), touched());
                yield links.feedbackDone(slug(), "saved");
            }
            case "ask" -> {
                service.save(visitor.actor(), slug(), touched());
                all = service.all(visitor.actor(), slug());
                if (getDrafts() == 0) {
                    throw new UserFacingException("", "workshop.feedback.none");
                }
                yield links.feedbackRelease(slug());
            }
            case "release" -> {
                service.release(visitor.actor(), slug());
                yield links.feedbackDone(slug(), "released");
            }
            default -> throw new NotFoundException("nothing to do");
        };
    }

    /** Without those fields that are as the page had them: another facilitator may have written there meanwhile. */
    private Map<Long, Typed> touched() {
        Map<Long, Typed> typed = new HashMap<>();
        for (Letters letters : all) {
            long id = letters.member().id();
            String text = form.value(FeedbackService.TEXT + id).strip();
            boolean sent = form.sent(FeedbackService.TEXT + id).isPresent();
            if (sent && !form.value(WAS + id).equals(mark(text))) {
                typed.put(id, new Typed(seen(id), text));
            }
        }
        return typed;
    }

    private int seen(long id) {
        return TypedValue.number(form.value(SEEN + id)).orElse(0L).intValue();
    }

    /** By which a text is recognised as untouched; no secret. */
    private static String mark(String text) {
        return Integer.toHexString(text.hashCode());
    }

    public List<Letters> getAll() {
        return all;
    }

    /** How many drafts wait. */
    public long getDrafts() {
        return all.stream().filter(l -> l.draft() != null).count();
    }

    /** Whether the page asks once more. */
    public boolean isReleasing() {
        return address.parameter(RELEASE, Optional::of).isPresent() && getDrafts() > 0;
    }

    /** What stands in a field: as typed where something was wrong, else the draft. */
    public String text(Letters letters) {
        return form.sent(FeedbackService.TEXT + letters.member().id()).orElseGet(() -> draft(letters));
    }

    private static String draft(Letters letters) {
        return Optional.ofNullable(letters.draft()).map(Feedback::text).orElse("");
    }

    /** The wording that the page shows; what was typed over an older one stays typed over that. */
    public String seen(Letters letters) {
        return form.sent(SEEN + letters.member().id())
                .orElseGet(() -> String.valueOf(Optional.ofNullable(letters.draft())
                        .map(Feedback::wording)
                        .orElse(0)));
    }

    public String was(Letters letters) {
        return form.sent(WAS + letters.member().id()).orElseGet(() -> mark(draft(letters)));
    }

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }

    public int getMaxChars() {
        return Feedback.MAX_TEXT_CHARS;
    }
}
