package contested.web;

import contested.passage.CatalogueEvidence;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.source.Source;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** {@code /sources}: what the documents are, how much each says, and which texts are here. */
@Named
@RequestScoped
public class SourcesPage {

    @Inject
    private EvidenceService evidence;

    private List<Row> rows = List.of();
    private int questions;

    /**
     * A source in the catalogue.
     *
     * @param source     the document
     * @param paragraphs how many it has
     * @param passages   that stand in it, by question
     * @param questions  how many it speaks to
     * @param textState  how much of its text is here, as a key of the message bundles
     */
    public record Row(Source source, int paragraphs, List<Passage> passages, int questions, String textState) {}

    @PostConstruct
    void load() {
        CatalogueEvidence catalogue = evidence.ofCatalogue();
        questions = catalogue.evidence().questions().size();
        rows = catalogue.sources().stream()
                .map(s -> new Row(
                        s,
                        catalogue.paragraphs(s),
                        catalogue.passages(s),
                        catalogue.questions(s).size(),
                        s.textState().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    /** How many questions there are. */
    public int getQuestions() {
        return questions;
    }
}
