package contested.outcome;

import contested.shared.Slug;
import contested.workshop.MadeUpPeopleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The demonstration: workshops of made-up people, so that somebody who evaluates the portal sees a live board, a full queue
 * and an outcome sheet. Loaded where the operator asks for it, once.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED) // each workshop is played in a transaction of its own
public class DemonstrationService {

    @Inject
    private DemonstrationRepository demonstrations;

    @Inject
    private MadeUpPeopleService people;

    @Inject
    private DemonstrationPlayService play;

    /**
     * By what somebody comes in; shown once, and not kept.
     *
     * @param code    the join code
     * @param phrases as which person, and by which return phrase
     */
    public record Entrance(String title, String code, List<Part> phrases) {}

    /** Somebody to be in the demonstration. */
    public record Part(String role, String pseudonym, String phrase) {}

    /**
     * Plays it unless it is here already.
     *
     * @param again whether it is played once more where somebody has removed it
     * @return how to come in; empty where nothing was played
     */
    public List<Entrance> load(boolean again) {
        boolean removed = demonstrations.wasPlayed() && people.workshops().isEmpty();
        if (!people.workshops().isEmpty() || removed && !again) {
            return List.of();
        }
        Script script = Script.read();
        return script.workshops().stream()
                .filter(room -> room.agenda().stream().allMatch(this::isAsked))
                .map(room -> play.play(script.people(), room))
                .toList();
    }

    /** On a portal without the shipped pack there is nothing to talk about. */
    private boolean isAsked(String question) {
        return demonstrations.asks(new Slug(question));
    }
}
