package contested.web;

import contested.passage.Comparison;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.source.Source;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /compare/{slug}}: what two sources say on one question, side by side. */
@Named
@RequestScoped
public class ComparePage {

    @Inject
    private EvidenceService evidence;

    @Inject
    private Address address;

    @Inject
    private Text text;

    private Comparison comparison;

    /**
     * One of the two lists from which a reader chooses.
     *
     * @param name   the parameter in the address
     * @param chosen what stands on this side now
     */
    public record Choice(String name, Source chosen) {}

    /**
     * A source in such a list.
     *
     * @param label  its name, and whether it is silent on the question
     * @param chosen whether it stands on this side now
     */
    public record Option(Source source, String label, boolean chosen) {}

    /**
     * One of the two that stand side by side.
     *
     * @param passages all that it says on the question; empty when it is silent
     */
    public record Side(Source source, List<Passage> passages) {}

    @PostConstruct
    void load() {
        QuestionEvidence all = evidence.ofQuestion(address.slug());
        comparison = Comparison.of(all, requested("a", all), requested("b", all));
    }

    private Optional<String> requested(String side, QuestionEvidence all) {
        return address.parameter(side, slug -> all.sources().stream()
                .map(source -> source.slug().value())
                .filter(slug::equals)
                .findFirst());
    }

    public Comparison getComparison() {
        return comparison;
    }

    public QuestionEvidence getEvidence() {
        return comparison.evidence();
    }

    public List<Choice> getChoices() {
        return List.of(
                new Choice("a", comparison.sources().get(0)),
                new Choice("b", comparison.sources().get(1)));
    }

    /** The whole catalogue: silence may be compared too. */
    public List<Option> options(Choice choice) {
        return getEvidence().sources().stream()
                .map(s -> new Option(s, label(s), s.equals(choice.chosen())))
                .toList();
    }

    private String label(Source source) {
        String key = getEvidence().from(source).isEmpty() ? "compare.option.silent" : "compare.option";
        return text.with(key, source.code(), text.of(source.shortName()));
    }

    public List<Side> getSides() {
        return comparison.sources().stream()
                .map(s -> new Side(s, getEvidence().from(s)))
                .toList();
    }

    /** The end of the message key that says what became of the choice; {@code none} when there is nothing to say. */
    public String getRemark() {
        return comparison.remark().name().toLowerCase(Locale.ROOT);
    }
}
