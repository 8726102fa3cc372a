package contested.passage;

import static org.assertj.core.api.Assertions.assertThat;

import contested.shared.Language;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long passages take to read, counted in words. */
class ReadingTimeTest {

    @TempDir
    private Path folder;

    @Test
    void wordsAreWhatStandsBetweenBlanks() {
        assertThat(ReadingTime.words("")).isZero();
        assertThat(ReadingTime.words("  A phone,\n in a box  ")).isEqualTo(5);
        assertThat(ReadingTime.words("Học sinh cũng cần được hỏi")).isEqualTo(6);
    }

    @Test
    void minutesAreWholeAndTheParagraphCountsWhereItIsInstalled() {
        Database database = Database.on(Engine.H2).filledWith(SampleDebate.pack(folder));
        try {
            QuestionEvidence evidence = database.inTransaction(
                    () -> database.get(EvidenceService.class).ofQuestion(SampleDebate.PHONES));
            Passage passage = evidence.passages().get(0);

            assertThat(ReadingTime.of(evidence, List.of(), Language.EN)).isZero();
            assertThat(ReadingTime.of(evidence, List.of(passage), Language.EN)).isEqualTo(Duration.ofMinutes(1));

            long without = ReadingTime.words(passage.gist().shownTo(Language.EN))
                    + ReadingTime.words(passage.phrase().exact());
            assertThat(without).isBetween(1L, (long) ReadingTime.WORDS_PER_MINUTE - 1);
            List<Passage> many = java.util.Collections.nCopies(ReadingTime.WORDS_PER_MINUTE, passage);
            assertThat(ReadingTime.of(evidence, many, Language.EN).toMinutes()).isEqualTo(without);
        } finally {
            database.close();
        }
    }
}
