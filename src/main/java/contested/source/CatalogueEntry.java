package contested.source;

import contested.shared.Bilingual;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a catalogue says of a source; see the fields of {@link Source} of the same names. */
public record CatalogueEntry(
        int position,
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
