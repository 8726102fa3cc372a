package contested.web;

import contested.operation.Settings;
import contested.passage.EvidenceService;
import contested.passage.MarkedText.Segment;
import contested.passage.Passage;
import contested.passage.ReaderParagraph;
import contested.passage.ReaderParagraph.Form;
import contested.passage.Relation;
import contested.passage.SourceEvidence;
import contested.question.Position;
import contested.source.FullText;
import contested.source.Source;
import contested.source.SourceCitation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code /sources/{slug}}: the reader, which shows a source's paragraphs with the passages that stand in them. */
@Named
@RequestScoped
public class SourcePage {

    @Inject
    private EvidenceService service;

    @Inject
    private Settings settings;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Text text;

    @Inject
    private Links links;

    private SourceEvidence evidence;
    private List<ReaderParagraph> paragraphs = List.of();

    @PostConstruct
    void load() {
        evidence = service.ofSource(address.slug());
        paragraphs = evidence.paragraphs(readers().isOpenTo(visitor.actor()));
    }

    /** Who reads this text whole. A page that is kept for everybody is made for a visitor. */
    private FullText readers() {
        return getSource().fullText().orElse(settings.fullText());
    }

    /** For whom the paragraphs are that are not shown here, as a key of the message bundles. */
    public String getReaders() {
        return key(readers());
    }

    public SourceEvidence getEvidence() {
        return evidence;
    }

    public Source getSource() {
        return evidence.source();
    }

    public List<ReaderParagraph> getParagraphs() {
        return paragraphs;
    }

    /** How much of the text is here, as a key of the message bundles. */
    public String getTextState() {
        return key(getSource().textState());
    }

    public long getChanged() {
        return paragraphs.stream().filter(ReaderParagraph::changed).count();
    }

    public long getMissing() {
        return inForm(Form.MISSING);
    }

    public long getWithheld() {
        return inForm(Form.WITHHELD);
    }

    /** The relations that occur here, so that the legend explains what one sees. */
    public List<Relation> getRelations() {
        return Arrays.stream(Relation.values())
                .filter(r -> evidence.passages().stream().anyMatch(p -> p.relation() == r))
                .toList();
    }

    /** Whether some phrase is marked within its text. */
    public boolean isQuoting() {
        return paragraphs.stream().flatMap(p -> p.text().stream()).anyMatch(t -> t.segments().stream()
                .anyMatch(Segment::quoted));
    }

    /** The shapes by which the legend shows a relation that takes a position: those of the slots that occur here. */
    public List<String> getLegendSlots() {
        return evidence.passages().stream()
                .filter(p -> p.relation().takesPosition())
                .flatMap(p -> p.position().stream())
                .map(Position::slot)
                .distinct()
                .sorted()
                .map(SourcePage::key)
                .toList();
    }

    public CitationForms getCitation() {
        return CitationForms.of(
                SourceCitation.of(
                        getSource(), links.permanent(Route.SOURCE, getSource().slug())),
                getSource(),
                address.getLanguage());
    }

    /** Why a paragraph's text is not shown, as a key of the message bundles. */
    public String form(ReaderParagraph paragraph) {
        return key(paragraph.form());
    }

    /** Which of the notes beside a paragraph are about these words: their places, with blanks between. */
    public String notes(ReaderParagraph paragraph, Segment<Passage> segment) {
        return segment.marks().stream()
                .map(passage -> String.valueOf(paragraph.place(passage)))
                .collect(Collectors.joining(" "));
    }

    /** Such as "Paragraph 3: supports No on question 2; reports on question 5". */
    public String spoken(ReaderParagraph paragraph) {
        String passages = paragraph.passages().stream().map(this::spoken).collect(Collectors.joining("; "));
        return passages.isEmpty()
                ? text.with("source.map.empty", paragraph.number())
                : text.with("source.map.label", paragraph.number(), passages);
    }

    private String spoken(Passage passage) {
        return text.with(
                "source.map.passage." + key(passage.relation()),
                passage.position().map(p -> text.of(p.label())).orElse(""),
                passage.question().number());
    }

    private long inForm(Form form) {
        return paragraphs.stream().filter(p -> p.form() == form).count();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
