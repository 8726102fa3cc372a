package contested.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.passage.EvidenceService;
import contested.passage.PassageRepository;
import contested.passage.Resolution;
import contested.question.QuestionRepository;
import contested.shared.Bilingual;
import contested.shared.ContentChanged;
import contested.shared.ContentVersions;
import contested.shared.GoneException;
import contested.shared.Slug;
import contested.source.SourceRepository;
import contested.support.Database;
import contested.support.Engine;
import contested.support.PackFolder;
import contested.support.SampleDebate;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What loading a pack does to the catalogue, on each database that the portal runs on. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class PackServiceTest {

    private static final String PHONES_FILE = "questions/" + SampleDebate.PHONES + ".json";
    private static final Bilingual EDITED = new Bilingual("As the editor has it?", "Theo lời biên tập viên?");

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private Database database;
    private PackFolder pack;

    @BeforeEach
    void emptyPortal() {
        database = Database.on(engine);
        pack = SampleDebate.pack(folder);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void migratedSchemaFitsTheEntities() {
        // The persistence unit validates each table and column when it starts; it has started.
        assertThat(database.count("select count(q) from Question q")).isZero();
        assertThat(version()).isPositive();
    }

    @Test
    void aSchemaThatDoesNotFitStopsTheStart() {
        database.doInTransaction(() -> database.entityManager()
                .createNativeQuery("alter table question drop column dek_vi")
                .executeUpdate());

        assertThatThrownBy(() -> database.startedAgain()).hasStackTraceContaining("dek_vi");
    }

    @Test
    void firstLoadBringsEverythingThePackSays() {
        PackReport report = load();

        assertThat(report.added())
                .hasSize(3 + 3 + 10)
                .contains("source gazette", "question phones-at-school", "passage gazette-1a");
        assertThat(database.count("select count(p) from Paragraph p")).isEqualTo(9);
        database.doInTransaction(() -> {
            var evidence = database.get(EvidenceService.class).ofQuestion(SampleDebate.PHONES);
            assertThat(evidence.question().title().vi()).isEqualTo("Có nên để điện thoại ngoài trường học?");
            assertThat(evidence.question().positions()).hasSize(3);
            assertThat(evidence.question().terms()).hasSize(2);
            assertThat(evidence.notes()).hasSize(1);
            assertThat(evidence.passages()).hasSize(9).allMatch(p -> p.resolution() == Resolution.UNRESOLVED);
        });
    }

    @Test
    void eachLoadThatChangesSomethingIsAnnouncedOnce() {
        long before = version();

        load();

        assertThat(version()).isGreaterThan(before);
        assertThat(database.wiring().events())
                .containsOnly(new ContentChanged())
                .hasSize(1);
    }

    @Test
    void loadingAgainChangesNothing() {
        load();
        long before = version();

        PackReport again = load();

        assertThat(again.isEmpty()).isTrue();
        assertThat(version()).isEqualTo(before);
        assertThat(database.count("select count(p) from Passage p")).isEqualTo(10);
    }

    @Test
    void anOlderVersionIsIgnored() {
        pack.version(2);
        load();

        pack.version(1);

        assertThat(load().isEmpty()).isTrue();
        assertThat(database.inTransaction(
                        () -> database.get(PackService.class).loaded().get(0).version()))
                .isEqualTo(2);
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() {
        load();

        pack.edit(PHONES_FILE, q -> ((ObjectNode) q.get("title")).put("en", "Changed in silence?"));

        assertThatThrownBy(this::load)
                .isInstanceOf(BrokenPackException.class)
                .hasMessageContaining("lakeside/pack.json at /version")
                .hasMessageContaining("expected a version above 1");
        assertThat(titleOfPhones()).isEqualTo("Should phones stay out of school?");
    }

    @Test
    void aNewerVersionUpdatesWhatNobodyEdited() {
        load();
        pack.version(2).edit(PHONES_FILE, q -> ((ObjectNode) q.get("title")).put("en", "Should phones wait outside?"));

        PackReport report = load();

        assertThat(report.updated()).containsExactly("question phones-at-school");
        assertThat(report.added()).isEmpty();
        assertThat(report.retired()).isEmpty();
        assertThat(titleOfPhones()).isEqualTo("Should phones wait outside?");
    }

    @Test
    void aNewerVersionLeavesWhatEditorsChangedAndReportsIt() {
        load();
        database.doInTransaction(() -> {
            database.get(QuestionRepository.class)
                    .find(SampleDebate.PHONES)
                    .orElseThrow()
                    .retitle(EDITED, Database.NOW);
            database.get(PassageRepository.class)
                    .find(SampleDebate.PASSAGE)
                    .orElseThrow()
                    .rewordGist(EDITED, Database.NOW);
            database.get(SourceRepository.class)
                    .find(SampleDebate.GAZETTE)
                    .orElseThrow()
                    .retitle("Edited", Database.NOW);
        });
        pack.version(2)
                .edit(PHONES_FILE, q -> {
                    ((ObjectNode) q.get("title")).put("en", "As the pack has it?");
                    ((ObjectNode) q.get("passages").get(0).get("gist")).put("en", "As the pack has it.");
                })
                .edit("sources/gazette.json", s -> s.put("title", "As the pack has it"));

        PackReport report = load();

        assertThat(report.kept())
                .containsExactlyInAnyOrder("question phones-at-school", "passage gazette-1a", "source gazette");
        assertThat(report.line()).contains("passage gazette-1a");
        assertThat(titleOfPhones()).isEqualTo(EDITED.en());
        database.doInTransaction(() -> {
            assertThat(database.get(PassageRepository.class)
                            .find(SampleDebate.PASSAGE)
                            .orElseThrow()
                            .gist())
                    .isEqualTo(EDITED);
            assertThat(database.get(SourceRepository.class)
                            .find(SampleDebate.GAZETTE)
                            .orElseThrow()
                            .title())
                    .isEqualTo("Edited");
        });
    }

    @Test
    void whatThePackDroppedIsRetiredAndComesBackWithIt() {
        load();
        pack.version(2).drop(SampleDebate.PHONES.value());

        PackReport dropped = load();

        assertThat(dropped.retired())
                .contains("question phones-at-school", "passage gazette-1a")
                .hasSize(10);
        database.doInTransaction(() -> {
            EvidenceService evidence = database.get(EvidenceService.class);
            assertThat(evidence.all().questions()).hasSize(2);
            assertThatThrownBy(() -> evidence.ofQuestion(SampleDebate.PHONES)).isInstanceOf(GoneException.class);
            assertThatThrownBy(() -> evidence.passage(SampleDebate.PASSAGE)).isInstanceOf(GoneException.class);
        });

        SampleDebate.pack(folder);
        pack.version(3);
        load();

        database.doInTransaction(() -> {
            var evidence = database.get(EvidenceService.class).ofQuestion(SampleDebate.PHONES);
            assertThat(evidence.passages()).hasSize(9);
            assertThat(evidence.passages().get(0).position()).isPresent();
        });
    }

    @Test
    void aDroppedPassageThatAnEditorChangedStays() {
        load();
        database.doInTransaction(() -> database.get(PassageRepository.class)
                .find(SampleDebate.PASSAGE)
                .orElseThrow()
                .rewordGist(EDITED, Database.NOW));
        pack.version(2).edit(PHONES_FILE, q -> ((ArrayNode) q.get("passages")).remove(0));

        PackReport report = load();

        assertThat(report.kept()).containsExactly("passage gazette-1a");
        database.doInTransaction(() -> assertThat(database.get(EvidenceService.class)
                        .passage(SampleDebate.PASSAGE)
                        .passage()
                        .gist())
                .isEqualTo(EDITED));
    }

    @Test
    void aPositionMayLeaveItsQuestionWithItsPassages() {
        load();
        pack.version(2)
                .edit(PHONES_FILE, q -> {
                    ((ArrayNode) q.get("positions")).remove(1);
                    ArrayNode passages = (ArrayNode) q.get("passages");
                    for (int i = passages.size() - 1; i >= 0; i--) {
                        if (passages.get(i).path("position").asText().equals("depends")) {
                            passages.remove(i);
                        }
                    }
                })
                .delete("coverage.json");

        PackReport report = load();

        assertThat(report.retired()).containsExactly("passage pupils-council-2a");
        database.doInTransaction(() -> assertThat(database.get(EvidenceService.class)
                        .ofQuestion(SampleDebate.PHONES)
                        .question()
                        .positions())
                .hasSize(2));
    }

    @Test
    void anEditedPassageOfADroppedPositionDoesNotStopTheLoad() {
        load();
        Slug edited = new Slug("pupils-council-2a");
        database.doInTransaction(() ->
                database.get(PassageRepository.class).find(edited).orElseThrow().rewordGist(EDITED, Database.NOW));
        pack.version(2)
                .edit(PHONES_FILE, q -> {
                    ((ArrayNode) q.get("positions")).remove(1);
                    ((ArrayNode) q.get("passages")).remove(6);
                })
                .delete("coverage.json");

        PackReport report = load();

        assertThat(report.kept()).contains("passage pupils-council-2a");
        database.doInTransaction(() -> assertThat(database.get(PassageRepository.class)
                        .find(edited)
                        .orElseThrow()
                        .gist())
                .isEqualTo(EDITED));
    }

    @Test
    void aPackThatFailsHalfWayLeavesTheDatabaseAsItWas() {
        load();
        long version = version();
        // The schema allows it, the reader does not look at the database: the address is taken by another pack.
        PackFolder other = SampleDebate.pack(folder.resolve("other")).edit("pack.json", p -> p.put("id", "second"));

        assertThatThrownBy(() -> load(other))
                .isInstanceOf(BrokenPackException.class)
                .hasMessageContaining("second/sources/gazette.json at /slug: gazette is used by the pack lakeside");

        assertThat(version()).isEqualTo(version);
        assertThat(database.count("select count(p) from Pack p")).isEqualTo(1);
        assertThat(database.count("select count(s) from Source s")).isEqualTo(3);
        assertThat(database.count("select count(p) from Passage p")).isEqualTo(10);
    }

    @Test
    void aPassageOfAPositionThatAnEditedQuestionLacksIsReportedAndLeftOut() {
        load();
        database.doInTransaction(() -> database.get(QuestionRepository.class)
                .find(SampleDebate.PHONES)
                .orElseThrow()
                .retitle(EDITED, Database.NOW));
        pack.version(2)
                .edit(PHONES_FILE, q -> {
                    ((ObjectNode) q.get("positions").get(1)).put("slot", "other");
                    ArrayNode passages = (ArrayNode) q.get("passages");
                    passages.forEach(p -> {
                        if (p.path("position").asText().equals("depends")) {
                            ((ObjectNode) p).put("position", "other");
                        }
                    });
                })
                .delete("coverage.json");

        PackReport report = load();

        assertThat(report.kept()).containsExactly("question phones-at-school", "passage pupils-council-2a");
        database.doInTransaction(() -> assertThat(database.get(PassageRepository.class)
                        .find(new Slug("pupils-council-2a"))
                        .orElseThrow()
                        .position())
                .isPresent());
    }

    @Test
    void aThemeThatTwoPacksShareKeepsTheNameOfTheFirst() {
        load();
        PackFolder other = SampleDebate.pack(folder.resolve("other"))
                .edit("pack.json", p -> {
                    p.put("id", "second");
                    ((ObjectNode) p.get("themes").get(0).get("title")).put("en", "Another name");
                    ((ArrayNode) p.get("sources")).removeAll();
                    ((ArrayNode) p.get("questions")).removeAll();
                })
                .delete("coverage.json");

        load(other);

        assertThat(database.inTransaction(() -> database.get(QuestionRepository.class)
                        .findTheme(new Slug("school"))
                        .orElseThrow()
                        .title()
                        .en()))
                .isEqualTo("Life at school");
    }

    @Test
    void theLongestTextsThatTheSchemasAllowFitTheTables() {
        String label = "ệ".repeat(100);
        pack.edit("pack.json", p -> {
                    both(p.get("title"), 300);
                    both(p.get("description"), 4000);
                    both(p.at("/themes/0/title"), 300);
                })
                .edit("sources/gazette.json", s -> {
                    both(s.get("shortName"), 200);
                    both(s.get("genre"), 200);
                    s.put("byline", "ệ".repeat(500)).put("language", "vi-" + "x".repeat(32));
                    s.put("address", "https://a.example/" + "x".repeat(1982));
                    both(s.putObject("note"), 2000);
                })
                .edit(PHONES_FILE, q -> {
                    both(q.get("title"), 500);
                    both(q.get("dek"), 1000);
                    both(q.get("framing"), 8000);
                    both(q.putObject("missingVoices"), 2000);
                    both(q.at("/affected/0"), 120);
                    both(q.at("/terms/0/word"), 200);
                    both(q.at("/terms/0/meaning"), 2000);
                    both(q.at("/positions/0/label"), 100);
                    both(q.at("/positions/0/statement"), 1000);
                    both(q.at("/notes/0/text"), 2000);
                    both(q.at("/passages/0/voice/name"), 200);
                    both(q.at("/passages/0/gist"), 2000);
                });

        load();

        assertThat(database.inTransaction(() -> database.get(QuestionRepository.class)
                        .find(SampleDebate.PHONES)
                        .orElseThrow()
                        .positions()
                        .get(0)
                        .label()
                        .vi()))
                .isEqualTo(label);
    }

    private static void both(JsonNode text, int length) {
        ((ObjectNode) text).put("en", "ệ".repeat(length)).put("vi", "ệ".repeat(length));
    }

    @Test
    void theFeaturedPackStaysTheFirstWhenItIsUpdated() {
        load();
        PackFolder other = SampleDebate.pack(folder.resolve("other"))
                .edit("pack.json", p -> {
                    p.put("id", "another");
                    ((ArrayNode) p.get("sources")).removeAll();
                    ((ArrayNode) p.get("questions")).removeAll();
                })
                .delete("coverage.json");
        load(other);
        database.doInTransaction(() -> database.entityManager()
                .createQuery("update Pack p set p.firstLoadedAt = :later where p.id = 'another'")
                .setParameter("later", Database.NOW.plusSeconds(1))
                .executeUpdate());

        pack.version(2);
        load();

        assertThat(database.inTransaction(
                        () -> database.get(PackService.class).loaded().get(0).id()))
                .isEqualTo("lakeside");
    }

    @Test
    void coverageIsNoPartOfWhatAVersionSays() {
        load();
        pack.delete("coverage.json");

        assertThat(load().isEmpty()).isTrue();
    }

    @Test
    void aMovedPassageFollowsItsPackToAnotherSource() {
        load();
        pack.version(2)
                .edit(PHONES_FILE, q -> {
                    ObjectNode passage = (ObjectNode) q.get("passages").get(0);
                    passage.put("source", "school-office").put("paragraph", 1);
                    ((ObjectNode) passage.get("selector")).put("start", 0).put("end", 20);
                    ((ObjectNode) passage.get("phrase"))
                            .put("exact", "Monday on")
                            .put("start", 5);
                })
                .delete("coverage.json");

        load();

        database.doInTransaction(() -> assertThat(database.get(EvidenceService.class)
                        .passage(SampleDebate.PASSAGE)
                        .passage()
                        .source()
                        .slug())
                .isEqualTo(SampleDebate.OFFICE));
    }

    private PackReport load() {
        return load(pack);
    }

    private PackReport load(PackFolder from) {
        return database.inTransaction(() -> database.get(PackService.class).load(from.read()));
    }

    private long version() {
        return database.inTransaction(() -> database.get(ContentVersions.class).current());
    }

    private String titleOfPhones() {
        return database.inTransaction(() -> String.valueOf(database.get(EvidenceService.class)
                .ofQuestion(SampleDebate.PHONES)
                .question()
                .title()
                .en()));
    }
}
