package contested.web;

import contested.access.Permission;
import contested.discussion.ThreadMode;
import contested.moderation.Decision;
import contested.moderation.ModerationService;
import contested.passage.EvidenceService;
import contested.question.Question;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /moderation/threads}: when comments on each question are looked at, and which discussions are closed. */
@Named
@RequestScoped
public class ModerationThreadsPage implements FormPage {

    private static final String QUESTION = "question";

    @Inject
    private ModerationService moderation;

    @Inject
    private EvidenceService evidence;

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

    private @Nullable Map<Slug, ThreadMode> modes;

    @PostConstruct
    void admit() {
        Permission.MODERATE.require(visitor.actor());
    }

    @Override
    public String submit() {
        Slug question = Slug.parse(form.value(QUESTION)).orElseThrow(ModerationThreadsPage::foreign);
        if (form.has("do", "undo")) {
            moderation.undo(visitor.actor(), decision());
            return did("undone", question);
        }
        moderation.moderateThread(visitor.actor(), question, chosenMode());
        return did("changed", question);
    }

    private long decision() {
        return TypedValue.number(form.value("decision")).orElseThrow(ModerationThreadsPage::foreign);
    }

    private ThreadMode chosenMode() {
        return TypedValue.choice(ThreadMode.class, form.value("mode")).orElseThrow(ModerationThreadsPage::foreign);
    }

    private static UserFacingException foreign() {
        return new UserFacingException("", "form.foreign");
    }

    private String did(String what, Slug question) {
        return links.to(Route.MODERATION_THREADS, "", Map.of("did", what, QUESTION, question.value())) + "#" + question;
    }

    public List<Question> getQuestions() {
        return evidence.questions();
    }

    public List<ThreadMode> getModes() {
        return List.of(ThreadMode.values());
    }

    /** Nobody has decided on a thread in which nobody has written: it begins with the default. */
    public ThreadMode mode(Question question) {
        if (modes == null) {
            modes = moderation.modes(visitor.actor());
        }
        return modes.getOrDefault(question.slug(), ThreadMode.BEFORE);
    }

    public List<Decision> getDecisions() {
        return moderation.onThreads(visitor.actor());
    }

    /** Until when the actor can take it back; empty text where that is not possible. */
    public String until(Decision decision) {
        return moderation
                .undoableUntil(visitor.actor(), decision.id())
                .map(text::moment)
                .orElse("");
    }

    /** What was done before this page, as a part of a message key; empty where nothing was. */
    public String getDone() {
        return form.isSent()
                ? ""
                : address.parameter("did", v -> Optional.of(v).filter(List.of("changed", "undone")::contains))
                        .orElse("");
    }
}
