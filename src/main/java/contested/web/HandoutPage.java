package contested.web;

import contested.operation.Settings;
import contested.passage.EvidenceService;
import contested.passage.QuestionEvidence;
import contested.shared.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.List;

/** {@code /questions/{slug}/handout}: a question with its evidence on two sheets of paper, for a class. */
@Named
@RequestScoped
public class HandoutPage {

    /** More than the tallest task can hold: the page shows as many as there is room for. */
    private static final int MAX_LINES = 14;

    @Inject
    private EvidenceService evidence;

    @Inject
    private Address address;

    @Inject
    private Settings settings;

    private Handout handout;

    @PostConstruct
    void load() {
        handout = new Handout(evidence.ofQuestion(address.slug()), address.getLanguage());
    }

    public Handout getHandout() {
        return handout;
    }

    public QuestionEvidence getEvidence() {
        return handout.evidence();
    }

    /** The columns of a sheet with so many positions. */
    public String getColumnsClass() {
        return "hcols-" + handout.columns().size();
    }

    /** What a class writes on the second sheet: the ends of message keys, in their order. */
    public List<String> getTasks() {
        return List.of("restate", "test", "silence", "again");
    }

    /** The message key of what to mind before counting passages. */
    public String getCaution() {
        return getEvidence().isOneSided() ? "handout.care.one-sided" : "handout.care.several";
    }

    public List<Integer> getLines() {
        return Collections.nCopies(MAX_LINES, 0);
    }

    /** The title in the portal's other language, for a class that speaks both; empty where it is not written. */
    public String getOtherTitle() {
        return getEvidence().question().title().in(other()).orElse("");
    }

    public String getOtherLanguage() {
        return other().tag();
    }

    private Language other() {
        return address.getLanguage() == Language.VI ? Language.EN : Language.VI;
    }

    /** Where the question stands on the web, to be typed from paper; empty while the portal does not know its address. */
    public String getQuestionAddress() {
        return settings.publicUrl()
                .map(origin -> origin + Route.QUESTION.path(address.slug().value()))
                .orElse("");
    }
}
