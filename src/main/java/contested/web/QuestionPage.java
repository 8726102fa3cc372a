package contested.web;

import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.passage.PassageFilter;
import contested.passage.PassageText;
import contested.passage.PositionColumn;
import contested.passage.QuestionEvidence;
import contested.passage.Relation;
import contested.source.Source;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /questions/{slug}}: one question with its positions and passages. */
@Named
@RequestScoped
public class QuestionPage {

    private static final String SOURCE = "source";
    private static final String RELATION = "relation";
    private static final String ORDER = "order";
    private static final String REVERSED = "reversed";

    @Inject
    private EvidenceService service;

    @Inject
    private Address address;

    @Inject
    private Links links;

    @Inject
    private Visitor visitor;

    @Inject
    private KeptEvidence kept;

    private QuestionEvidence evidence;
    private PassageFilter filter;
    private boolean reversed;
    private long questions;

    @PostConstruct
    void load() {
        evidence = visitor.isSignedIn() ? kept.of(address.slug()) : service.ofQuestion(address.slug());
        questions = service.questionCount();
        filter = new PassageFilter(requestedSource(), requestedRelation());
        reversed = address.parameter(ORDER, value -> Optional.of(value).filter(REVERSED::equals))
                .isPresent();
    }

    /** Names that are none of this question's are ignored, as any unknown parameter is. */
    private Optional<Source> requestedSource() {
        return address.parameter(SOURCE, slug -> evidence.sources().stream()
                .filter(s -> s.slug().value().equals(slug))
                .findFirst());
    }

    private Optional<Relation> requestedRelation() {
        return address.parameter(RELATION, name -> Arrays.stream(Relation.values())
                .filter(r -> key(r).equals(name))
                .findFirst());
    }

    public QuestionEvidence getEvidence() {
        return evidence;
    }

    /** What its evidence shows, as a name: the question, and what was chosen of it. */
    public String getEvidenceName() {
        return evidence.question().slug() + " "
                + filter.source().map(s -> s.slug().value()).orElse("") + " "
                + filter.relation().map(QuestionPage::key).orElse("") + " " + reversed + " " + visitor.isGuest();
    }

    public long getQuestionCount() {
        return questions;
    }

    public List<PositionColumn> getColumns() {
        return PositionColumn.of(evidence, filter, reversed);
    }

    public List<PositionColumn.PassageGroup> getBesides() {
        return PositionColumn.besides(evidence, filter);
    }

    /** The framing in paragraphs, as the reader's language has it. */
    public List<String> getFraming() {
        return evidence.question().framingIn(address.getLanguage());
    }

    public PassageFilter getFilter() {
        return filter;
    }

    public long getShownCount() {
        return count(filter);
    }

    /** The relations that occur here, in their order. */
    public List<Relation> getRelations() {
        return Arrays.stream(Relation.values())
                .filter(r -> evidence.passages().stream().anyMatch(p -> p.relation() == r))
                .toList();
    }

    /** How many passages the choice of that source leaves, the relation staying as it was chosen. */
    public long countFrom(Source source) {
        return count(new PassageFilter(Optional.of(source), filter.relation()));
    }

    /** How many passages the choice of that relation leaves, the source staying as it was chosen. */
    public long countOf(Relation relation) {
        return count(new PassageFilter(filter.source(), Optional.of(relation)));
    }

    private long count(PassageFilter some) {
        return evidence.passages().stream().filter(some::accepts).count();
    }

    /** Whether the source can be chosen: no choice leads to an empty page, and the one that stands can be seen. */
    public boolean offers(Source source) {
        return countFrom(source) > 0 || chosen(source);
    }

    /** Whether the relation can be chosen, likewise. */
    public boolean offersRelation(Relation relation) {
        return countOf(relation) > 0 || chosenRelation(relation);
    }

    public boolean isReversed() {
        return reversed;
    }

    public boolean chosen(Source source) {
        return filter.source().filter(source::equals).isPresent();
    }

    public boolean chosenRelation(Relation relation) {
        return filter.relation().filter(relation::equals).isPresent();
    }

    public @Nullable PassageText textOf(Passage passage) {
        return evidence.textOf(passage).orElse(null);
    }

    /** This page with its filter set to that source; null for all. */
    public String with(@Nullable Source source) {
        return filtered(source, filter.relation().orElse(null), reversed);
    }

    /** This page with its filter set to that relation; null for all. */
    public String withRelation(@Nullable Relation relation) {
        return filtered(filter.source().orElse(null), relation, reversed);
    }

    /** This page with that source alone, whatever was chosen. */
    public String only(Source source) {
        return filtered(source, null, reversed);
    }

    public String getUnfiltered() {
        return filtered(null, null, reversed);
    }

    public String getTurned() {
        return filtered(filter.source().orElse(null), filter.relation().orElse(null), !reversed);
    }

    private String filtered(@Nullable Source source, @Nullable Relation relation, boolean reverse) {
        Map<String, String> parameters = new TreeMap<>();
        if (source != null) {
            parameters.put(SOURCE, source.slug().value());
        }
        if (relation != null) {
            parameters.put(RELATION, key(relation));
        }
        if (reverse) {
            parameters.put(ORDER, REVERSED);
        }
        return links.to(Route.QUESTION, evidence.question().slug().value(), parameters) + "#positions";
    }

    private static String key(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }
}
