package contested.web;

import contested.passage.EvidenceService;
import contested.question.Question;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.Template;
import contested.workshop.Workshop;
import contested.workshop.WorkshopService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/new}: a title, a question and a start; all else has a value already. */
@Named
@RequestScoped
public class WorkshopNewPage implements FormPage {

    private static final String TITLE = "title";
    private static final String QUESTION = "question";
    private static final String TEMPLATE = "template";
    private static final String START = "start";
    private static final String ZONE = "zone";

    @Inject
    private WorkshopService service;

    @Inject
    private EvidenceService evidence;

    @Inject
    private FoundingPart founding;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @PostConstruct
    void load() {
        if (!founding.isOffered()) {
            throw new NotFoundException("founding workshops");
        }
    }

    @Override
    public String submit() {
        ZoneId zone = zone(form.value(ZONE));
        return links.workshopDone(
                service.found(
                        visitor.actor(),
                        new WorkshopService.Founding(
                                form.value(TITLE),
                                Slug.parse(form.value(QUESTION))
                                        .orElseThrow(
                                                () -> new UserFacingException(QUESTION, "workshop.question.missing")),
                                TypedValue.choice(Template.class, form.value(TEMPLATE))
                                        .orElse(Template.CLASS_50),
                                zone,
                                address.getLanguage(),
                                start(form.value(START), zone))),
                "founded");
    }

    /** @throws UserFacingException When it is no zone that this machine knows. */
    static ZoneId zone(String typed) {
        try {
            return typed.isBlank() ? ZoneId.systemDefault() : ZoneId.of(typed.strip());
        } catch (DateTimeException e) {
            throw new UserFacingException(ZONE, "workshop.zone.unknown");
        }
    }

    /** Null for now. @throws UserFacingException When it is no day and time. */
    static @Nullable Instant start(String typed, ZoneId zone) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new UserFacingException(START, "workshop.start.form");
        }
    }

    public List<Question> getQuestions() {
        return evidence.questions();
    }

    public List<Template> getTemplates() {
        return List.of(Template.values());
    }

    /** What is chosen: what was typed, else the question from whose page somebody came. */
    public boolean isAsked(Question question) {
        Optional<String> came = address.parameter(QUESTION, Optional::of);
        return question.slug().value().equals(form.isSent() ? form.value(QUESTION) : came.orElse(""));
    }

    public boolean isChosen(Template template) {
        return template.name().equals(form.isSent() ? form.value(TEMPLATE) : Template.CLASS_50.name());
    }

    public String getZone() {
        return form.isSent() ? form.value(ZONE) : ZoneId.systemDefault().getId();
    }

    public int getMaxTitle() {
        return Workshop.MAX_TITLE_CHARS;
    }
}
