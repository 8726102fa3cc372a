package contested.web;

import contested.access.Actor;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadService;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.passage.PassageText;
import contested.passage.PassageView;
import contested.passage.Span;
import contested.source.SourceCitation;
import contested.source.SourceCitation.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /passages/{slug}}: one passage, where it stands, what it bears on and how to cite it. */
@Named
@RequestScoped
public class PassagePage {

    @Inject
    private EvidenceService evidence;

    @Inject
    private ThreadService threads;

    @Inject
    private Address address;

    @Inject
    private Links links;

    private PassageView view;

    @PostConstruct
    void load() {
        view = evidence.passage(address.slug());
    }

    public Passage getPassage() {
        return view.passage();
    }

    /** The passage in its paragraph; null when its document is not installed. */
    public @Nullable PassageText getText() {
        return view.text().orElse(null);
    }

    /** How many published comments under its question cite it. */
    public int getCitingCount() {
        Passage passage = view.passage();
        return threads.figures(Actor.VISITOR, ThreadKey.open(passage.question().slug()))
                .citing(passage.slug());
    }

    public List<Passage> getBeside() {
        return view.beside();
    }

    /** The end of the message keys that say what became of the passage in the installed text. */
    public String getState() {
        return view.passage().resolution().name().toLowerCase(Locale.ROOT);
    }

    /** Where it was found in the installed text; null unless it was. */
    public @Nullable Span getFound() {
        return view.passage().found().orElse(null);
    }

    /** The message key that says what such a relation means. */
    public String getRelationMeaning() {
        return "about.relation." + view.passage().relation().name().toLowerCase(Locale.ROOT) + ".meaning";
    }

    /** The message key of what sort of speaker this is. */
    public String getVoiceKind() {
        return "voice-kind." + view.passage().voice().kind().name().toLowerCase(Locale.ROOT);
    }

    public CitationForms getCitation() {
        Passage passage = view.passage();
        Place place =
                new Place(passage.slug(), passage.paragraph(), passage.phrase().exact());
        return CitationForms.of(
                SourceCitation.of(passage.source(), place, links.permanent(Route.PASSAGE, passage.slug())),
                passage.source(),
                address.getLanguage());
    }
}
