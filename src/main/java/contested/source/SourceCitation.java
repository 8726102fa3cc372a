package contested.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.shared.Language;
import contested.shared.Slug;
import java.net.URI;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How others cite a source, or one place in it. It states what the document states and no more: a source without a byline
 * begins with its title, one without a date says so in words and leaves the date out of what programs read, which then
 * write "n.d." by their own styles. The address is the publisher's; where the document states none, it is that of the page
 * here, if the portal knows under which address people reach it. Dates of access are for the one who cites to add.
 */
public final class SourceCitation {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Bylines join names by these; commas also part a name from an office, so they part nothing here. */
    private static final Pattern BETWEEN_AUTHORS = Pattern.compile("\\s*(?:[&;]|\\b(?:and|và)\\b)\\s*");

    private final Source source;
    private final @Nullable Place place;
    private final Optional<URI> page;

    /**
     * One place in a source.
     *
     * @param name      by which lists of references tell it from others in the same paragraph
     * @param paragraph counted from 1
     * @param phrase    a few words by which it is known
     */
    public record Place(Slug name, int paragraph, String phrase) {}

    private SourceCitation(Source source, @Nullable Place place, Optional<URI> page) {
        this.source = source;
        this.place = place;
        this.page = page;
    }

    /** The whole source; {@code page} is where this portal shows it for good, empty while that is not known. */
    public static SourceCitation of(Source source, Optional<URI> page) {
        return new SourceCitation(source, null, page);
    }

    /** One place of it, likewise. */
    public static SourceCitation of(Source source, Place place, Optional<URI> page) {
        return new SourceCitation(source, place, page);
    }

    /** Where to read what is cited: at the publisher's, else here; empty where neither is known. */
    public Optional<URI> address() {
        return source.address().or(() -> page);
    }

    /** A line for a list of references, in the order of APA style: author, date, title, genre, publisher, address. */
    public String plainText(Language language) {
        String title = source.title() + " [" + source.genre().shownTo(language) + "]";
        String date = " (" + dateIn(language) + "). ";
        String head = source.byline().map(by -> by + date + title + ". ").orElseGet(() -> title + date);
        String publisher = source.publisher() + placeIn(language, ", {0}", ", {0}: “{1}”");
        return head + publisher + "." + address().map(a -> " " + a).orElse("");
    }

    /** An entry for BibTeX and BibLaTeX, in UTF-8. */
    public String bibTeX() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (authors().isEmpty()) {
            // by which the entry is sorted, since it has no author
            fields.put("key", braced(source.publisher()));
        } else {
            fields.put(
                    "author",
                    authors().stream().map(SourceCitation::braced).collect(Collectors.joining(" and ", "{", "}")));
        }
        // The inner braces keep styles from lowering the title's capitals.
        fields.put("title", "{" + braced(source.title()) + "}");
        fields.put("publisher", braced(source.publisher()));
        source.publishedOn().ifPresent(day -> {
            fields.put("year", "{" + day.getYear() + "}");
            // the names of months are BibTeX's own words, which styles translate
            fields.put(
                    "month",
                    DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)
                            .format(day)
                            .toLowerCase(Locale.ROOT));
            fields.put("day", "{" + day.getDayOfMonth() + "}");
        });
        fields.put("type", braced(source.genre().shownTo(languageOfSource())));
        fields.put("language", braced(source.language()));
        // An address has no braces or backslashes, and this field is read as it stands.
        address().ifPresent(a -> fields.put("url", "{" + a.toASCIIString() + "}"));
        if (place != null) {
            fields.put("note", braced(placeIn(Language.EN, "{2}", "{2}: “{1}”")));
        }
        return fields.entrySet().stream()
                .map(f -> "  " + f.getKey() + " = " + f.getValue())
                .collect(Collectors.joining(",\n", "@misc{" + id() + ",\n", "\n}"));
    }

    /** A list of one item in the form that reference managers exchange. Source: CSL 1.0.2, csl-data.json. */
    public String cslJson() {
        ObjectNode item = JSON.createObjectNode();
        item.put("id", id());
        item.put("type", type());
        item.put("title", source.title());
        item.put("container-title", source.publisher());
        item.put("publisher", source.publisher());
        item.put("genre", source.genre().shownTo(languageOfSource()));
        if (!authors().isEmpty()) {
            ArrayNode authors = item.putArray("author");
            authors().forEach(name -> authors.addObject().put("literal", name));
        }
        source.publishedOn().ifPresent(day -> item.putObject("issued")
                .putArray("date-parts")
                .addArray()
                .add(day.getYear())
                .add(day.getMonthValue())
                .add(day.getDayOfMonth()));
        item.put("language", source.language());
        address().map(URI::toASCIIString).ifPresent(a -> item.put("URL", a));
        if (place != null) {
            item.put("note", placeIn(Language.EN, "{2}", "{2}: “{1}”"));
        }
        try {
            return JSON.writeValueAsString(JSON.createArrayNode().add(item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private String id() {
        return (place == null ? source.slug() : place.name()).value();
    }

    /** What the document is to a reference manager. */
    private String type() {
        return switch (source.publisherType()) {
            case STATE_MEDIA, NEWS_AGENCY, INDEPENDENT_MEDIA -> "article-newspaper";
            case LAW_OR_TREATY -> "legislation";
            case GOVERNMENT_PORTAL, NGO, INTERNATIONAL_ORGANISATION, OTHER -> "webpage";
            // an article, a report or a thesis: the catalogue does not say which
            case ACADEMIC -> "document";
        };
    }

    /** Names are kept as written: which part is the family's differs from language to language. */
    private List<String> authors() {
        return source.byline().stream()
                .flatMap(BETWEEN_AUTHORS::splitAsStream)
                .filter(name -> !name.isBlank())
                .toList();
    }

    private Language languageOfSource() {
        return Language.of(source.language()).orElse(Language.DEFAULT);
    }

    private String dateIn(Language language) {
        return source.publishedOn().map(day -> dayIn(language, day)).orElseGet(() -> words(language)
                .getString("citation.no-date"));
    }

    private static String dayIn(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(words(language).getString("citation.day"), language.locale())
                .format(day);
    }

    /** The place by a pattern of short word and number, phrase, and long word and number; empty without a place. */
    private String placeIn(Language language, String withoutPhrase, String withPhrase) {
        if (place == null) {
            return "";
        }
        String number = String.valueOf(place.paragraph());
        return MessageFormat.format(
                place.phrase().isBlank() ? withoutPhrase : withPhrase,
                MessageFormat.format(words(language).getString("citation.paragraph.short"), number),
                place.phrase(),
                MessageFormat.format(words(language).getString("citation.paragraph"), number));
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                "contested.messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text as a value of BibTeX. A brace is named, since BibTeX counts even those behind a backslash. */
    private static String braced(String text) {
        return text.codePoints().mapToObj(SourceCitation::escaped).collect(Collectors.joining("", "{", "}"));
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\textbackslash{}";
            case '{' -> "\\textbraceleft{}";
            case '}' -> "\\textbraceright{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '&', '%', '$', '#', '_' -> "\\" + Character.toString(character);
            // an entry's value is one line
            case '\n', '\r', '\t' -> " ";
            default -> Character.toString(character);
        };
    }
}
