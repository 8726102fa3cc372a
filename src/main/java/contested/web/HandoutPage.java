package contested.web;

import contested.passage.EvidenceService;
import contested.passage.QuestionEvidence;
import contested.shared.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

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
    private Links links;

    @Inject
    private Text text;

    @Inject
    private Cautions cautions;

    private Handout handout;

    @PostConstruct
    void load() {
        QuestionEvidence on = evidence.ofQuestion(address.slug());
        handout = new Handout(on, address.getLanguage(), cautions(on));
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

    private List<String> cautions(QuestionEvidence on) {
        List<String> oneSided = cautions.oneSided(on);
        return Stream.of(
                        oneSided.isEmpty() ? List.of(text.get("handout.care.several")) : oneSided,
                        List.of(cautions.silent(on)))
                .flatMap(List::stream)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
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

    /** Where the question stands, to be typed from paper: only its path while the portal does not know its address. */
    public String getQuestionAddress() {
        return links.permanent(Route.QUESTION, address.slug())
                .map(URI::toString)
                .orElseGet(() -> Route.QUESTION.path(address.slug().value()));
    }
}
