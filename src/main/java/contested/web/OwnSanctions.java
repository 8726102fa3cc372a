package contested.web;

import contested.account.Sanction;
import contested.account.SanctionKind;
import contested.account.SanctionService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What moderators decided about whoever looks and what is in force now, with its reason. */
@Named
@RequestScoped
public class OwnSanctions {

    @Inject
    private SanctionService sanctions;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    private @Nullable List<Sanction> inForce;

    /** The newest first. */
    public List<Sanction> getInForce() {
        if (inForce == null) {
            inForce = visitor.isSignedIn()
                    ? sanctions.own(visitor.actor()).stream()
                            .filter(s -> s.isInForceAt(clock.instant()))
                            .toList()
                    : List.of();
        }
        return inForce;
    }

    /** Those that change what becomes of a comment that one writes now. */
    public List<Sanction> getForWriting() {
        return getInForce().stream()
                .filter(s -> s.kind() != SanctionKind.REMIND)
                .toList();
    }
}
