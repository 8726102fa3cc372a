package contested.web;

import contested.pack.Pack;
import contested.pack.PackService;
import contested.passage.CatalogueEvidence;
import contested.passage.Evidence;
import contested.passage.EvidenceService;
import contested.passage.Matrix;
import contested.source.Source;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** {@code /}: what this is, the questions with their evidence balance, and the question × source matrix. */
@Named
@RequestScoped
public class HomePage {

    @Inject
    private EvidenceService evidence;

    @Inject
    private PackService packs;

    private CatalogueEvidence catalogue =
            new CatalogueEvidence(new Evidence(List.of(), List.of(), List.of()), Map.of());

    private Matrix matrix = new Matrix(catalogue.evidence());

    private List<Pack> featured = List.of();

    @PostConstruct
    void load() {
        catalogue = evidence.ofCatalogue();
        matrix = new Matrix(catalogue.evidence());
        featured = packs.loaded().stream().limit(1).toList();
    }

    public Matrix getMatrix() {
        return matrix;
    }

    /** The pack that gives the portal its subject; none while no pack is loaded. */
    public List<Pack> getFeatured() {
        return featured;
    }

    public int paragraphs(Source source) {
        return catalogue.paragraphs(source);
    }
}
