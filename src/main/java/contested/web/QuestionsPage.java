package contested.web;

import contested.passage.Evidence;
import contested.passage.EvidenceService;
import contested.passage.Matrix;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /questions}: all questions by theme, each with its evidence balance. */
@Named
@RequestScoped
public class QuestionsPage {

    @Inject
    private EvidenceService evidence;

    private Matrix matrix = new Matrix(new Evidence(List.of(), List.of(), List.of()));

    @PostConstruct
    void load() {
        matrix = new Matrix(evidence.all());
    }

    public Matrix getMatrix() {
        return matrix;
    }
}
