package contested.source;

import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.Provenance;
import contested.shared.Slug;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document somebody published. Its catalogue entry is ours; its text belongs to the publisher and is installed
 * separately, or never.
 */
@Entity
public class Source {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String slug;

    /** The order of sources in the matrix and in lists. */
    private int position;

    /** A few characters that stand for the source beside a paragraph number, such as {@code WVR-S}. */
    private String code;

    /** As the publisher wrote it, in the source's own language. */
    private String title;

    @Embedded
    private Bilingual shortName;

    private String publisher;

    @Enumerated(EnumType.STRING)
    private PublisherType publisherType;

    @Embedded
    private Bilingual genre;

    /** The authors as the document names them; null when it names none. */
    private @Nullable String byline;

    /** Null when the document does not state it. */
    private @Nullable LocalDate publishedOn;

    /** BCP 47 tag of the text. */
    private String language;

    private @Nullable String address;

    /** What a reader should know about the document, such as where the text was saved from. */
    @Embedded
    private @Nullable Bilingual note;

    @Enumerated(EnumType.STRING)
    private TextState textState = TextState.NOT_INSTALLED;

    private @Nullable Instant installedAt;

    /** Who may read the text whole, where an administrator decided it; null while the portal's setting rules. */
    @Enumerated(EnumType.STRING)
    private @Nullable FullText fullText;

    /** When the source left the catalogue; null while it is in it. */
    private @Nullable Instant retiredAt;

    @Embedded
    private Provenance provenance;

    @OneToMany(mappedBy = "source", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<Paragraph> paragraphs = new ArrayList<>();

    protected Source() {}

    public Source(Slug slug, CatalogueEntry entry, Provenance from) {
        this.slug = slug.value();
        catalogueAs(entry, from);
    }

    /** Takes over what a pack or an editor says of the document. Installed text stays. */
    public void catalogueAs(CatalogueEntry entry, Provenance from) {
        position = entry.position();
        code = entry.code();
        title = entry.title();
        shortName = entry.shortName();
        publisher = entry.publisher();
        publisherType = entry.publisherType();
        genre = entry.genre();
        byline = entry.byline();
        publishedOn = entry.publishedOn();
        language = entry.language();
        address = entry.address();
        note = entry.note();
        provenance = from;
        retiredAt = null;
        catalogueParagraphs(entry.paragraphs());
    }

    private void catalogueParagraphs(List<CataloguedParagraph> entries) {
        while (paragraphs.size() > entries.size()) {
            paragraphs.remove(paragraphs.size() - 1);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (i < paragraphs.size()) {
                paragraphs.get(i).catalogueAs(entries.get(i));
            } else {
                paragraphs.add(new Paragraph(this, i + 1, entries.get(i)));
            }
        }
        judgeText();
    }

    /** An editor's correction of the title; later packs leave the entry alone from now on. */
    public void retitle(String newTitle, Instant now) {
        title = newTitle;
        provenance = provenance.editedAt(now);
    }

    public void retire(Instant now) {
        retiredAt = now;
    }

    /**
     * Takes a recognised document's paragraphs as this source's text; what it lacks is absent from now on.
     *
     * @return whether that changed anything
     */
    boolean install(RecognisedDocument document, Instant now) {
        boolean changes = paragraphs.stream()
                .anyMatch(p -> !p.text().equals(document.paragraph(p.number()).map(ParagraphText::value)));
        if (changes) {
            for (Paragraph paragraph : paragraphs) {
                document.paragraph(paragraph.number()).ifPresentOrElse(paragraph::install, paragraph::remove);
            }
            installedAt = now;
            judgeText();
        }
        return changes;
    }

    /** Lets these people read the text whole; null lets the portal's setting rule. */
    void open(@Nullable FullText readers) {
        fullText = readers;
    }

    /** What recognising a document needs to know. */
    KnownText known() {
        return new KnownText(
                slug(), paragraphs.stream().map(Paragraph::catalogued).toList());
    }

    /** The numbers of the paragraphs in that state. */
    List<Integer> paragraphs(ParagraphState state) {
        return paragraphs.stream()
                .filter(p -> p.state() == state)
                .map(Paragraph::number)
                .toList();
    }

    private void judgeText() {
        boolean any = paragraphs.stream().anyMatch(p -> p.state() != ParagraphState.ABSENT);
        boolean all = paragraphs.stream().allMatch(p -> p.state() == ParagraphState.SAME);
        textState = !any ? TextState.NOT_INSTALLED : all ? TextState.INSTALLED : TextState.PARTLY;
    }

    public Long id() {
        return id;
    }

    public Slug slug() {
        return new Slug(slug);
    }

    public int position() {
        return position;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public Bilingual shortName() {
        return shortName;
    }

    public String publisher() {
        return publisher;
    }

    public PublisherType publisherType() {
        return publisherType;
    }

    public Bilingual genre() {
        return genre;
    }

    public Optional<String> byline() {
        return Optional.ofNullable(byline);
    }

    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(publishedOn);
    }

    /** BCP 47 tag of the text, for {@code lang} attributes. */
    public String language() {
        return language;
    }

    public Optional<URI> address() {
        return Optional.ofNullable(address).map(URI::create);
    }

    /** What a reader should know of the document; empty when there is nothing. */
    public Optional<Bilingual> note() {
        return Optional.ofNullable(note)
                .filter(n -> !n.shownTo(Language.DEFAULT).isEmpty());
    }

    public TextState textState() {
        return textState;
    }

    /** Who may read the text whole, where an administrator decided it; empty while the portal's setting rules. */
    public Optional<FullText> fullText() {
        return Optional.ofNullable(fullText);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public Provenance provenance() {
        return provenance;
    }

    public List<Paragraph> paragraphs() {
        return List.copyOf(paragraphs);
    }
}
