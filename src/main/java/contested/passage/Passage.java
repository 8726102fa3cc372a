package contested.passage;

import contested.question.Position;
import contested.question.Question;
import contested.shared.Bilingual;
import contested.shared.Provenance;
import contested.shared.Slug;
import contested.source.Source;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a source that bears on a question, with one relation to at most one of its positions. It knows its place by
 * selectors, so it stands in the catalogue without the text and shows itself in full once the document is installed.
 */
@Entity
public class Passage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** The stable name in addresses and citations, such as {@code hrw-8a}. */
    private String slug;

    /** The order among the passages of its question. */
    private int rank;

    @ManyToOne(optional = false)
    private Source source;

    @ManyToOne(optional = false)
    private Question question;

    /** Null where the relation takes no position. */
    @ManyToOne
    private @Nullable Position position;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    /** False where the bearing on the question is an inference of the editor's. */
    private boolean explicit;

    /** Where it was recorded, in the catalogued text. */
    @Embedded
    private Span span;

    /** Where its phrase begins in the recorded paragraph, in code points. */
    private int phraseStart;

    @Embedded
    private Quote phrase;

    @Embedded
    private Voice voice;

    /** What the passage says, in our own words. */
    @Embedded
    private Bilingual gist;

    @Enumerated(EnumType.STRING)
    private Resolution resolution = Resolution.UNRESOLVED;

    /** Where it stands in the installed text; null unless resolved or moved. */
    @Embedded
    @AttributeOverride(name = "paragraph", column = @Column(name = "found_paragraph"))
    @AttributeOverride(name = "start", column = @Column(name = "found_start"))
    @AttributeOverride(name = "end", column = @Column(name = "found_end"))
    private @Nullable Span found;

    @Embedded
    private Provenance provenance;

    /** When the passage was taken back; null while it stands. */
    private @Nullable Instant retiredAt;

    protected Passage() {}

    public Passage(Slug slug, PassageWording wording, Provenance from) {
        this.slug = slug.value();
        word(wording, from);
    }

    /** Takes over what a pack or an editor says now. Call {@link #resolve} afterwards. */
    public void word(PassageWording wording, Provenance from) {
        rank = wording.rank();
        source = wording.source();
        question = wording.question();
        position = wording.position();
        relation = wording.relation();
        explicit = wording.explicit();
        span = wording.span();
        phraseStart = wording.phraseStart();
        phrase = wording.phrase();
        voice = wording.voice();
        gist = wording.gist();
        provenance = from;
        retiredAt = null;
    }

    /** An editor's new gist; later packs leave the passage alone from now on. */
    public void rewordGist(Bilingual newGist, Instant now) {
        gist = newGist;
        provenance = provenance.editedAt(now);
    }

    /** Takes the passage back. It lets go of its position, which may leave the question in the same step. */
    public void retire(Instant now) {
        retiredAt = now;
        leavePosition();
    }

    /** Lets go of a position that leaves its question. Until it is worded anew the passage speaks to no position. */
    public void leavePosition() {
        position = null;
    }

    /** Looks for itself in the text of its source as that is installed now. */
    void resolve(Resolver resolver) {
        Span phraseSpan = new Span(
                span.paragraph(),
                phraseStart,
                phraseStart + phrase.exact().codePointCount(0, phrase.exact().length()));
        Resolved resolved = resolver.resolve(span, phraseSpan, phrase);
        resolution = resolved.resolution();
        found = resolved.span();
    }

    public Long id() {
        return id;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public Source source() {
        return source;
    }

    public Question question() {
        return question;
    }

    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public Relation relation() {
        return relation;
    }

    public boolean isExplicit() {
        return explicit;
    }

    /** Whether readers should know that its bearing is the editor's inference: context and questions asked bear on nothing. */
    public boolean isInferred() {
        return !explicit && relation != Relation.CONTEXT && relation != Relation.RAISES;
    }

    /** The number of the paragraph it stands in: where it was found, else where it was recorded. */
    /** What the source is called in few letters. */
    public String sourceCode() {
        return source.code();
    }

    public int paragraph() {
        return found == null ? span.paragraph() : found.paragraph();
    }

    public Span span() {
        return span;
    }

    public Quote phrase() {
        return phrase;
    }

    /** Where its phrase stands in such a text of its paragraph; empty where the passage was not found. */
    Optional<Span> quotedIn(String text) {
        return found().flatMap(place -> phrase.nearestIn(place.of(text), phraseStart - span.start())
                .map(words -> new Span(place.paragraph(), place.start() + words.start(), place.start() + words.end())));
    }

    public Voice voice() {
        return voice;
    }

    public Bilingual gist() {
        return gist;
    }

    public Resolution resolution() {
        return resolution;
    }

    /** Where it stands in the installed text. */
    public Optional<Span> found() {
        return Optional.ofNullable(found);
    }

    public Provenance provenance() {
        return provenance;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Whether it stands, and so do its source and its question. */
    public boolean isInCatalogue() {
        return !isRetired() && !source.isRetired() && !question.isRetired();
    }
}
