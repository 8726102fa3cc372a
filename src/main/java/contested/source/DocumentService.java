package contested.source;

import contested.shared.ContentVersions;
import contested.shared.Slug;
import contested.source.SourceReport.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Installs the texts of sources, each in a transaction of its own: one that fails takes no other with it. */
@ApplicationScoped
@Transactional
public class DocumentService {

    @Inject
    private SourceRepository sources;

    @Inject
    private Event<SourceTextInstalled> installed;

    @Inject
    private ContentVersions versions;

    @Inject
    private Clock clock;

    /** What documents are recognised by: the texts of all sources in the catalogue. */
    public List<KnownText> known() {
        return sources.catalogueWithParagraphs().stream().map(Source::known).toList();
    }

    /** How much of each source is here, in the catalogue's order. */
    public List<SourceReport> reports() {
        return sources.catalogueWithParagraphs().stream()
                .map(source -> SourceReport.of(source, Received.NOTHING))
                .toList();
    }

    /** The catalogue in its order. */
    public List<Source> catalogue() {
        return sources.catalogue();
    }

    /** Who reads that source's text whole; null lets the portal's setting rule. */
    public void open(Slug source, @Nullable FullText readers) {
        sources.get(source).open(readers);
        versions.raise();
    }

    /**
     * Makes the document the source's text. Installing what is installed changes nothing.
     *
     * @param always also when fewer paragraphs of the document are as catalogued than of the text that is here
     */
    public SourceReport install(RecognisedDocument document, boolean always) {
        Source source = sources.get(document.source());
        if (!always && document.same() < source.paragraphs(ParagraphState.SAME).size()) {
            return SourceReport.of(source, Received.LESS_THAN_BEFORE);
        }
        boolean changed = source.install(document, clock.instant());
        if (changed) {
            installed.fire(new SourceTextInstalled(source));
        }
        return SourceReport.of(source, changed ? Received.INSTALLED : Received.UNCHANGED);
    }
}
