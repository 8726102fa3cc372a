package contested.operation;

import contested.access.Actor;
import contested.access.Permission;
import contested.passage.PassageService;
import contested.passage.PassageState;
import contested.passage.Resolution;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.source.DocumentService;
import contested.source.FullText;
import contested.source.Source;
import contested.source.SourceReport;
import contested.source.UploadedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What administrators do with documents on their page: install one, see what is here, and choose who reads it whole. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class DocumentDeskService {

    @Inject
    private DocumentInstallation installation;

    @Inject
    private DocumentService documents;

    @Inject
    private PassageService passages;

    @Inject
    private Settings settings;

    /**
     * A source with what of it is here.
     *
     * @param passages those that stand in it
     */
    public record Holding(Source source, SourceReport report, List<PassageState> passages) {

        public long count(Resolution resolution) {
            return of(resolution).size();
        }

        public List<PassageState> of(Resolution resolution) {
            return passages.stream().filter(p -> p.resolution() == resolution).toList();
        }
    }

    /** Each source of the catalogue, in its order. */
    public List<Holding> holdings(Actor actor) {
        Permission.ADMINISTER.require(actor);
        Map<Slug, SourceReport> reports =
                documents.reports().stream().collect(Collectors.toMap(SourceReport::source, Function.identity()));
        Map<Slug, List<PassageState>> states =
                passages.states().stream().collect(Collectors.groupingBy(PassageState::source));
        return documents.catalogue().stream()
                .filter(source -> reports.containsKey(source.slug()))
                .map(source ->
                        new Holding(source, reports.get(source.slug()), states.getOrDefault(source.slug(), List.of())))
                .toList();
    }

    /**
     * Makes the document the text of the source that it is recognised as; as a rule that is one.
     *
     * @throws UserFacingException When it cannot be read as text, or is the text of no source in the catalogue.
     */
    public List<SourceReport> install(Actor actor, UploadedDocument document) {
        Permission.ADMINISTER.require(actor);
        return installation.install(document);
    }

    /** Lets these people read that source's text whole; null lets the portal's setting rule. */
    public void open(Actor actor, Slug source, @Nullable FullText readers) {
        Permission.ADMINISTER.require(actor);
        documents.open(source, readers);
    }

    /** What holds for a source of which nothing was decided. */
    public FullText byDefault() {
        return settings.fullText();
    }
}
