package contested.web;

import contested.passage.EvidenceService;
import contested.passage.QuestionEvidence;
import contested.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The evidence on a question, which is the same for everybody: loaded once while nothing changes. */
@ApplicationScoped
public class KeptEvidence {

    @Inject
    private EvidenceService service;

    @Inject
    private KeptParts parts;

    /** @throws contested.shared.NotFoundException When there is no such question. */
    QuestionEvidence of(Slug question) {
        return parts.loaded("evidence " + question, QuestionEvidence.class, () -> service.ofQuestion(question));
    }
}
