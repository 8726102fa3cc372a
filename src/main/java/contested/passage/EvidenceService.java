package contested.passage;

import contested.question.Question;
import contested.question.QuestionRepository;
import contested.shared.GoneException;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.source.Source;
import contested.source.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What readers see of the evidence. Each method takes a fixed number of queries, however long the lists are. */
@ApplicationScoped
@Transactional
public class EvidenceService {

    @Inject
    private SourceRepository sources;

    @Inject
    private QuestionRepository questions;

    @Inject
    private PassageRepository passages;

    /** Three queries. */
    public Evidence all() {
        return new Evidence(sources.catalogue(), questions.all(), passages.all());
    }

    /** That of some questions, in that order; those that were taken back are left out. Three queries. */
    public Evidence of(List<Slug> wanted) {
        Evidence all = all();
        List<Question> questions = all.questions().stream()
                .filter(q -> wanted.contains(q.slug()))
                .sorted(Comparator.comparing(q -> wanted.indexOf(q.slug())))
                .toList();
        return new Evidence(
                all.sources(),
                questions,
                all.passages().stream()
                        .filter(p -> questions.contains(p.question()))
                        .toList());
    }

    /**
     * Seven queries.
     *
     * @throws NotFoundException When there is no such question.
     * @throws GoneException     When it was taken back.
     */
    public QuestionEvidence ofQuestion(Slug slug) {
        Question question = questions.find(slug).orElseThrow(() -> new NotFoundException("question"));
        if (question.isRetired()) {
            throw new GoneException("question");
        }
        question.terms().size();
        question.affected().size();
        List<Passage> all = passages.ofQuestion(question);
        return new QuestionEvidence(
                question, sources.catalogue(), all, passages.notesOn(question), passages.textsOf(all));
    }

    /**
     * Three queries.
     *
     * @throws NotFoundException When there is no such source.
     * @throws GoneException     When it left the catalogue.
     */
    public SourceEvidence ofSource(Slug slug) {
        Source source = sources.find(slug).orElseThrow(() -> new NotFoundException("source"));
        if (source.isRetired()) {
            throw new GoneException("source");
        }
        return new SourceEvidence(source, passages.ofSource(source), questions.all());
    }

    /**
     * The passage of that name, with its text where that is installed, and what else stands in its paragraph. Three queries.
     *
     * @throws NotFoundException When there is no such passage.
     * @throws GoneException     When it was taken back, or its source or question was.
     */
    public PassageView passage(Slug slug) {
        Passage passage = passages.find(slug).orElseThrow(() -> new NotFoundException("passage"));
        if (!passage.isInCatalogue()) {
            throw new GoneException("passage");
        }
        Map<ParagraphKey, String> texts = passages.textsOf(List.of(passage));
        return new PassageView(passage, PassageText.of(passage, texts), passages.beside(passage));
    }

    /** The questions that stand, with their positions. One query. */
    public List<Question> questions() {
        return questions.all();
    }

    /** How many questions stand. One query. */
    public long questionCount() {
        return questions.count();
    }

    /** The catalogue with how much each source says. Four queries. */
    public CatalogueEvidence ofCatalogue() {
        return new CatalogueEvidence(all(), sources.paragraphCounts());
    }
}
