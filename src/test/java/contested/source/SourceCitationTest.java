package contested.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.Provenance;
import contested.shared.Slug;
import contested.source.SourceCitation.Place;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceCitationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final String ADDRESS = "https://lake.example/a_b?x=1&y=%20#p~2";

    /** Where this portal shows a passage. */
    private static final String HERE = "https://debate.example/passages/";

    private static Source source(
            String title, @Nullable String byline, @Nullable LocalDate day, @Nullable String address) {
        return source(title, byline, day, address, PublisherType.NEWS_AGENCY);
    }

    private static Source source(
            String title,
            @Nullable String byline,
            @Nullable LocalDate day,
            @Nullable String address,
            PublisherType of) {
        return new Source(
                new Slug("gazette"),
                new CatalogueEntry(
                        1,
                        "GAZ",
                        title,
                        new Bilingual("Gazette", "Công báo"),
                        "Lake & Co",
                        of,
                        new Bilingual("news report", "bản tin"),
                        byline,
                        day,
                        "en",
                        address,
                        null,
                        List.of(new CataloguedParagraph("0".repeat(64), "0".repeat(16), 1))),
                Provenance.of("lakeside", "0"));
    }

    private static SourceCitation at(String passage) {
        return SourceCitation.of(
                source("Loud breaks", null, DAY, null),
                new Place(new Slug(passage), 1200, "it’s {loud}"),
                Optional.of(URI.create(HERE + passage)));
    }

    private static JsonNode csl(SourceCitation citation) throws Exception {
        return new ObjectMapper().readTree(citation.cslJson());
    }

    @Test
    void plainTextFollowsTheReadersLanguage() {
        SourceCitation citation =
                SourceCitation.of(source("Loud breaks", "An Lê & Bo Li", DAY, ADDRESS), Optional.empty());

        assertThat(citation.plainText(Language.EN))
                .isEqualTo("An Lê & Bo Li (2026, March 5). Loud breaks [news report]. Lake & Co. " + ADDRESS);
        assertThat(citation.plainText(Language.VI))
                .isEqualTo("An Lê & Bo Li (5/3/2026). Loud breaks [bản tin]. Lake & Co. " + ADDRESS);
    }

    @Test
    void withoutBylineTheTitleComesFirstAndAMissingDateIsSaid() {
        SourceCitation citation = SourceCitation.of(source("Loud breaks", null, null, null), Optional.empty());

        assertThat(citation.plainText(Language.EN)).isEqualTo("Loud breaks [news report] (n.d.). Lake & Co.");
        assertThat(citation.plainText(Language.VI)).isEqualTo("Loud breaks [bản tin] (không ghi ngày). Lake & Co.");
    }

    @Test
    void aPassageAddsItsParagraphAndPhrase() throws Exception {
        SourceCitation citation = at("gazette-1200b");

        assertThat(citation.plainText(Language.EN))
                .endsWith("Lake & Co, para. 1200: “it’s {loud}”. " + HERE + "gazette-1200b");
        assertThat(citation.plainText(Language.VI)).contains("Lake & Co, đoạn 1200: “it’s {loud}”.");
        assertThat(citation.bibTeX())
                .startsWith("@misc{gazette-1200b,")
                .contains("note = {Paragraph 1200: “it’s \\textbraceleft{}loud\\textbraceright{}”}");
        assertThat(csl(citation).at("/0/note").asText()).isEqualTo("Paragraph 1200: “it’s {loud}”");
        assertThat(csl(citation).at("/0/id").asText()).isEqualTo("gazette-1200b");
    }

    @Test
    void twoPassagesOfOneParagraphHaveKeysOfTheirOwn() throws Exception {
        assertThat(at("gazette-1200a").bibTeX()).startsWith("@misc{gazette-1200a,");
        assertThat(csl(at("gazette-1200a")).at("/0/id").asText())
                .isNotEqualTo(csl(at("gazette-1200b")).at("/0/id").asText());
    }

    @Test
    void whereTheDocumentStatesNoAddressThePageHereIsGiven() throws Exception {
        assertThat(at("gazette-1200a").bibTeX()).contains("url = {" + HERE + "gazette-1200a}");
        assertThat(csl(at("gazette-1200a")).at("/0/URL").asText()).isEqualTo(HERE + "gazette-1200a");
    }

    @Test
    void thePublishersAddressComesBeforeThePageHere() {
        SourceCitation citation =
                SourceCitation.of(source("Loud breaks", null, null, ADDRESS), Optional.of(URI.create(HERE)));

        assertThat(citation.address()).contains(URI.create(ADDRESS));
        assertThat(citation.plainText(Language.EN)).endsWith(ADDRESS);
    }

    @Test
    void aBibTeXEntryHasEachStatedField() {
        String entry = SourceCitation.of(source("Loud breaks", "An Lê and Bo Li", DAY, ADDRESS), Optional.empty())
                .bibTeX();

        assertThat(entry)
                .isEqualTo(
                        """
                        @misc{gazette,
                          author = {{An Lê} and {Bo Li}},
                          title = {{Loud breaks}},
                          publisher = {Lake \\& Co},
                          year = {2026},
                          month = mar,
                          day = {5},
                          type = {news report},
                          language = {en},
                          url = {https://lake.example/a_b?x=1&y=%20#p~2}
                        }""");
    }

    @Test
    void aBibTeXEntryLeavesOutWhatIsNotStated() {
        String entry = SourceCitation.of(source("Loud breaks", null, null, null), Optional.empty())
                .bibTeX();

        assertThat(entry)
                .contains("key = {Lake \\& Co}")
                .doesNotContain("author", "year", "month", "day", "url", "note", "null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100% & more | 100\\% \\& more",
                "$5 #1 a_b | \\$5 \\#1 a\\_b",
                "~ ^ | \\textasciitilde{} \\textasciicircum{}",
                "a\\b | a\\textbackslash{}b",
                "} open { | \\textbraceright{} open \\textbraceleft{}",
                "Tiếng Việt – “quote” 📱 | Tiếng Việt – “quote” 📱"
            })
    void bibTeXKeepsWhatWasWritten(String title, String expected) {
        String entry = SourceCitation.of(source(title, null, null, null), Optional.empty())
                .bibTeX();

        assertThat(entry).contains("title = {{" + expected + "}}");
        assertThat(entry.chars().filter(c -> c == '{').count())
                .as("braces must balance, or the rest of the file is lost")
                .isEqualTo(entry.chars().filter(c -> c == '}').count());
    }

    @Test
    void cslJsonHasEachStatedField() throws Exception {
        JsonNode all = csl(
                SourceCitation.of(source("“Loud” breaks\\", "An Lê và Bo Li; C. Đỗ", DAY, ADDRESS), Optional.empty()));

        assertThat(all.isArray()).isTrue();
        JsonNode item = all.get(0);
        assertThat(item.get("type").asText()).isEqualTo("article-newspaper");
        assertThat(item.get("title").asText()).isEqualTo("“Loud” breaks\\");
        assertThat(item.get("author").findValuesAsText("literal")).containsExactly("An Lê", "Bo Li", "C. Đỗ");
        assertThat(item.at("/issued/date-parts").toString()).isEqualTo("[[2026,3,5]]");
        assertThat(item.get("language").asText()).isEqualTo("en");
        assertThat(item.get("URL").asText()).isEqualTo(ADDRESS);
    }

    @Test
    void cslJsonLeavesOutWhatIsNotStated() throws Exception {
        JsonNode item = csl(SourceCitation.of(source("Loud breaks", null, null, null), Optional.empty()))
                .get(0);

        assertThat(item.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "type", "title", "container-title", "publisher", "genre", "language");
    }

    @ParameterizedTest
    @EnumSource(PublisherType.class)
    void cslJsonKnowsATypeForEachPublisher(PublisherType publisher) throws Exception {
        JsonNode item = csl(SourceCitation.of(source("Loud breaks", null, null, null, publisher), Optional.empty()))
                .get(0);

        assertThat(item.get("type").asText()).isIn("article-newspaper", "webpage", "legislation", "document");
    }
}
