package contested.pack;

import contested.passage.NoteKind;
import contested.passage.Relation;
import contested.passage.VoiceKind;
import contested.question.Slot;
import contested.shared.Bilingual;
import contested.source.CataloguedParagraph;
import contested.source.PublisherType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of a pack as records, one to one with the JSON Schemas in {@code seeds/}. */
public final class PackFiles {

    private PackFiles() {}

    /** The file of that source, within the pack. */
    static String sourceName(String slug) {
        return "sources/" + slug + ".json";
    }

    /** The file of that question, within the pack. */
    static String questionName(String slug) {
        return "questions/" + slug + ".json";
    }

    /** {@code pack.json}: what the pack is, and the order of what it holds. */
    public record Manifest(
            String format,
            String id,
            int version,
            Bilingual title,
            Bilingual description,
            List<ThemeEntry> themes,
            List<String> sources,
            List<String> questions) {}

    public record ThemeEntry(String id, Bilingual title) {}

    /** {@code sources/{slug}.json}. */
    public record SourceFile(
            String slug,
            String code,
            String title,
            Bilingual shortName,
            String publisher,
            PublisherType publisherType,
            Bilingual genre,
            @Nullable String byline,
            @Nullable LocalDate publishedOn,
            String language,
            @Nullable String address,
            @Nullable Bilingual note,
            List<CataloguedParagraph> paragraphs) {}

    /** {@code questions/{slug}.json}. */
    public record QuestionFile(
            String slug,
            String theme,
            Bilingual title,
            Bilingual dek,
            Bilingual framing,
            @Nullable Bilingual missingVoices,
            List<Bilingual> affected,
            List<TermEntry> terms,
            List<PositionEntry> positions,
            List<NoteEntry> notes,
            List<PassageEntry> passages) {

        /** Packs that were made before anybody listed who is affected have no such list. */
        public QuestionFile {
            affected = Objects.requireNonNullElse(affected, List.of());
        }

        /** The question without its passages, which are compared and replaced one by one. */
        QuestionFile withoutPassages() {
            return new QuestionFile(
                    slug, theme, title, dek, framing, missingVoices, affected, terms, positions, notes, List.of());
        }
    }

    public record TermEntry(Bilingual word, Bilingual meaning) {}

    public record PositionEntry(Slot slot, Bilingual label, Bilingual statement) {}

    public record NoteEntry(NoteKind kind, @Nullable String source, @Nullable Integer paragraph, Bilingual text) {}

    public record PassageEntry(
            String id,
            String source,
            int paragraph,
            SelectorEntry selector,
            PhraseEntry phrase,
            Relation relation,
            @Nullable Slot position,
            boolean explicit,
            VoiceEntry voice,
            Bilingual gist) {}

    /** A W3C Text Position Selector within the normalised paragraph. */
    public record SelectorEntry(String type, int start, int end) {}

    /** A W3C Text Quote Selector, with the code point at which the phrase begins in its paragraph. */
    public record PhraseEntry(String type, String exact, @Nullable String prefix, @Nullable String suffix, int start) {}

    public record VoiceEntry(VoiceKind kind, Bilingual name) {}

    /** {@code coverage.json}: each body paragraph against each question. Checked, not loaded. */
    public record CoverageRow(
            String source,
            int paragraph,
            Map<String, List<String>> passages,
            Map<String, String> context,
            String none) {}

    /** A whole pack, as read from its folder. */
    public record Contents(
            Manifest manifest, List<SourceFile> sources, List<QuestionFile> questions, List<CoverageRow> coverage) {}
}
