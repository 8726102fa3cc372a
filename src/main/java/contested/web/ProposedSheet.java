package contested.web;

import contested.outcome.OutcomeService;
import contested.outcome.SheetWanted;
import contested.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Words for the sheet of the demonstration: the same by which facilitators are proposed lines. */
@ApplicationScoped
public class ProposedSheet {

    @Inject
    private OutcomeService outcome;

    void propose(@Observes SheetWanted wanted) {
        outcome.propose(wanted.facilitator(), wanted.workshop(), new ProposalWords(Language.EN));
    }
}
