package contested.moderation;

import contested.access.Actor;
import contested.access.Permission;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * One verdict on many comments, with its reason given once. Each comment is a transaction: what fails stops no other.
 * What a colleague is on, or was asked to look at, is left to be decided by itself.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class BulkDecisionService {

    /** What one page of the queue can hold marked. */
    public static final int MAX_COMMENTS = 100;

    @Inject
    private ModerationService moderation;

    /**
     * A comment as the moderator saw it.
     *
     * @param version what it was then
     */
    public record Seen(Slug comment, long version) {}

    /**
     * A comment on which nothing was decided.
     *
     * @param key what stood in the way, a key of the message bundles
     */
    public record NotDone(Slug comment, String key, List<Object> arguments) {}

    /** What was done and what was not. */
    public record BulkReport(List<Decision> done, List<NotDone> notDone) {}

    /** @throws NotFoundException When the actor may not moderate. */
    public BulkReport decide(Actor actor, List<Seen> comments, Verdict verdict) {
        Permission.MODERATE.require(actor);
        if (comments.size() > MAX_COMMENTS) {
            throw new UserFacingException("", "moderation.bulk.many", MAX_COMMENTS);
        }
        List<Decision> done = new ArrayList<>();
        List<NotDone> notDone = new ArrayList<>();
        for (Seen seen : comments) {
            try {
                done.add(moderation.decideUnattended(actor, seen.comment(), seen.version(), verdict));
            } catch (UserFacingException e) {
                notDone.add(new NotDone(seen.comment(), e.key(), e.arguments()));
            } catch (NotFoundException e) {
                notDone.add(new NotDone(seen.comment(), "moderation.gone", List.of()));
            }
        }
        return new BulkReport(List.copyOf(done), List.copyOf(notDone));
    }
}
