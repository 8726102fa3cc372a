package contested.web;

import contested.passage.Evidence;
import contested.passage.EvidenceService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /}: what this is, the questions with their evidence balance, and the question × source matrix. */
@Named
@RequestScoped
public class HomePage {

    @Inject
    private EvidenceService evidence;

    private Evidence all = new Evidence(List.of(), List.of(), List.of());

    @PostConstruct
    void load() {
        all = evidence.all();
    }

    public Evidence getEvidence() {
        return all;
    }
}
