package contested.web;

import contested.passage.Passage;
import contested.shared.Slug;
import contested.workshop.BallotService;
import contested.workshop.Mover;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a participant named as having moved them, where the workshop asks for it. */
@Named
@RequestScoped
public class OwnMovers {

    @Inject
    private BallotService ballots;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private WorkshopRoom room;

    private @Nullable List<Mover> named;

    /** Whether this reader is asked now. */
    public boolean isAsked() {
        return address.workshop().isPresent() && room.may("TELL_MOVERS");
    }

    public boolean isComment(Slug comment) {
        return named().stream().anyMatch(m -> comment.equals(m.comment()));
    }

    public boolean isPassage(Slug passage) {
        return named().stream()
                .map(Mover::passage)
                .filter(Objects::nonNull)
                .map(Passage::slug)
                .anyMatch(passage::equals);
    }

    private List<Mover> named() {
        List<Mover> all = named;
        if (all == null) {
            all = ballots.ownMovers(visitor.actor(), address.workshop().orElseThrow(), address.slug());
            named = all;
        }
        return all;
    }
}
