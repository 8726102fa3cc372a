package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import contested.pack.PackReader;
import contested.pack.PackService;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages take a fixed number of queries, however much evidence there is. */
class QueryCountTest {

    private static final int FEW = 10;
    private static final int MANY = 200;

    /** What the services promise in their own words. */
    private static final int HOME = 4;

    private static final int QUESTION = 7;
    private static final int SOURCE = 3;
    private static final int PASSAGE = 3;
    private static final int CATALOGUE = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void homeTakesAFixedNumberOfQueries(Engine engine) {
        Act home = evidence -> {
            Matrix matrix = new Matrix(evidence.ofCatalogue().evidence());
            matrix.publishers();
            matrix.groups().forEach(group -> {
                group.theme().title();
                group.rows().forEach(Matrix.Row::flags);
            });
        };

        assertThat(statements(engine, FEW, home))
                .isEqualTo(statements(engine, MANY, home))
                .isLessThanOrEqualTo(HOME);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aQuestionTakesAFixedNumberOfQueries(Engine engine) {
        Act question = evidence -> {
            QuestionEvidence all = evidence.ofQuestion(SampleDebate.PHONES);
            all.question().positions().forEach(p -> all.on(p, Relation.SUPPORTS).forEach(all::textOf));
            all.question().terms().forEach(Term -> {});
            all.question().affected().forEach(group -> {});
            all.notes().forEach(EditorNote::source);
        };

        assertThat(statements(engine, FEW, question))
                .isEqualTo(statements(engine, MANY, question))
                .isLessThanOrEqualTo(QUESTION);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aSourceTakesAFixedNumberOfQueries(Engine engine) {
        Act source = evidence -> {
            SourceEvidence all = evidence.ofSource(SampleDebate.GAZETTE);
            all.paragraphs(true);
            all.passages().forEach(p -> p.position().map(contested.question.Position::label));
            all.silentOn();
        };

        assertThat(statements(engine, FEW, source))
                .isEqualTo(statements(engine, MANY, source))
                .isLessThanOrEqualTo(SOURCE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theCatalogueTakesAFixedNumberOfQueries(Engine engine) {
        Act catalogue = evidence -> {
            CatalogueEvidence all = evidence.ofCatalogue();
            all.sources().forEach(s -> {
                all.paragraphs(s);
                all.questions(s);
            });
        };

        assertThat(statements(engine, FEW, catalogue))
                .isEqualTo(statements(engine, MANY, catalogue))
                .isLessThanOrEqualTo(CATALOGUE);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPassageTakesAFixedNumberOfQueries(Engine engine) {
        Act passage = evidence ->
                evidence.passage(new contested.shared.Slug("many-0")).passage().position();

        assertThat(statements(engine, FEW, passage))
                .isEqualTo(statements(engine, MANY, passage))
                .isLessThanOrEqualTo(PASSAGE);
    }

    private long statements(Engine engine, int passages, Act act) {
        Path pack = SampleDebate.packWith(passages, folder.resolve(String.valueOf(passages)))
                .folder();
        try (Database database = Database.on(engine)) {
            database.inTransaction(() -> database.get(PackService.class).load(new PackReader(pack).read()));
            return database.statementsOf(() -> act.on(database.get(EvidenceService.class)));
        }
    }

    /** What a page does with the evidence. */
    private interface Act {
        void on(EvidenceService evidence);
    }
}
