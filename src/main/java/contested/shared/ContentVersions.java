package contested.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Announces changes of public content. */
@ApplicationScoped
@Transactional
public class ContentVersions {

    @Inject
    private ContentVersionRepository versions;

    @Inject
    private Clock clock;

    @Inject
    private Event<ContentChanged> changed;

    /** Says, as part of the change itself, that pages made before it are stale. */
    public void raise() {
        versions.raise(clock.instant().getEpochSecond());
        changed.fire(new ContentChanged());
    }

    public long current() {
        return versions.current();
    }
}
