package contested.pack;

import static org.assertj.core.api.Assertions.assertThat;

import contested.operation.DocumentInstallation;
import contested.passage.EvidenceService;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.passage.Resolution;
import contested.source.ParagraphState;
import contested.source.Source;
import contested.source.SourceRepository;
import contested.support.Database;
import contested.support.Engine;
import contested.support.Folders;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packs that the project ships, on the real documents: everything is found, and nothing is quoted at length. */
class ShippedEvidenceTest {

    private static @org.jspecify.annotations.Nullable Database database;

    @BeforeAll
    static void installTheDocuments() {
        var documents = Folders.requiredDocuments();
        Database fresh = Database.on(Engine.H2);
        database = fresh;
        Folders.shippedPacks()
                .forEach(pack ->
                        fresh.inTransaction(() -> fresh.get(PackService.class).load(new PackReader(pack).read())));
        fresh.doInTransaction(() -> fresh.get(DocumentInstallation.class).install(documents));
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    private static Database database() {
        return java.util.Objects.requireNonNull(database);
    }

    @Test
    void eachDocumentIsRecognisedWhole() {
        database().doInTransaction(() -> assertThat(
                        database().get(SourceRepository.class).catalogueWithParagraphs())
                .isNotEmpty()
                .allSatisfy(
                        s -> assertThat(s.paragraphs()).as(s.code()).allMatch(p -> p.state() == ParagraphState.SAME)));
    }

    @Test
    void eachPassageIsFoundWhereItWasRecorded() {
        database().doInTransaction(() -> assertThat(
                        database().get(EvidenceService.class).all().passages())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.resolution()).as(p.slug().value()).isEqualTo(Resolution.RESOLVED)));
    }

    @Test
    void eachPhraseStandsWhereItIsSaidTo() {
        forEachPassage(
                (passage, paragraph) -> assertThat(passage.found().orElseThrow().of(paragraph))
                        .as(passage.slug().value())
                        .contains(passage.phrase().exact()));
    }

    @Test
    void aQuoteFindsItsPlaceWithoutThePosition() {
        forEachPassage((passage, paragraph) -> {
            String whole = whole(passage);
            int first = paragraph.indexOf(whole);
            assertThat(first).as(passage.slug().value()).isNotNegative();
            assertThat(paragraph.indexOf(whole, first + 1))
                    .as("again in " + passage.slug())
                    .isNegative();
        });
    }

    @Test
    void noQuoteIsAWholeSentence() {
        forEachPassage((passage, paragraph) -> {
            String quoted = bare(whole(passage));
            sentences(paragraph)
                    .forEach(s -> assertThat(quoted).as(passage.slug().value()).doesNotContain(s));
        });
    }

    private static void forEachPassage(Check check) {
        database().doInTransaction(() -> {
            Map<Long, Source> sources = database().get(SourceRepository.class).catalogueWithParagraphs().stream()
                    .collect(Collectors.toMap(Source::id, s -> s));
            List<Passage> all = database().get(PassageRepository.class).all();
            assertThat(all).isNotEmpty();
            all.forEach(p -> check.on(
                    p,
                    sources.get(p.source().id())
                            .paragraphs()
                            .get(p.paragraph() - 1)
                            .text()
                            .orElseThrow()));
        });
    }

    private static String whole(Passage passage) {
        String prefix = passage.phrase().prefix();
        String suffix = passage.phrase().suffix();
        return (prefix == null ? "" : prefix) + passage.phrase().exact() + (suffix == null ? "" : suffix);
    }

    private static List<String> sentences(String paragraph) {
        List<String> all = new ArrayList<>();
        BreakIterator places = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        places.setText(paragraph);
        int start = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; start = end, end = places.next()) {
            String sentence = bare(paragraph.substring(start, end));
            // "Mr." and the like are cut off as sentences and are none.
            if (sentence.contains(" ")) {
                all.add(sentence);
            }
        }
        return all;
    }

    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** What must hold for a passage and its paragraph. */
    private interface Check {
        void on(Passage passage, String paragraph);
    }
}
