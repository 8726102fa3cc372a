package contested.passage;

import contested.shared.ContentVersions;
import contested.source.Source;
import contested.source.SourceTextInstalled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps passages in their places. */
@ApplicationScoped
@Transactional
public class PassageService {

    @Inject
    private PassageRepository passages;

    @Inject
    private ContentVersions versions;

    /** Finds each passage of a source again in its text as that is installed now. */
    public List<Passage> resolvePassagesOf(Source source) {
        Resolver resolver = new Resolver(source);
        List<Passage> all = passages.ofSource(source);
        all.forEach(passage -> passage.resolve(resolver));
        return all;
    }

    /** What became of each standing passage, by question and rank. */
    public List<PassageState> states() {
        return passages.all().stream().map(PassageState::of).toList();
    }

    void resolveAgain(@Observes SourceTextInstalled event) {
        resolvePassagesOf(event.source());
        versions.raise();
    }
}
