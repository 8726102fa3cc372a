package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import contested.question.Slot;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who wrote, who answered, who cited, who was silent, and when. */
class ParticipationTest {

    private static final Participation SAMPLE =
            new Participation(SampleComments.PEOPLE, SampleComments.discussion(), ZoneOffset.UTC);

    @Test
    void wordsOfSomebodyWhoLeftCountAndTheyDoNot() {
        assertThat(SAMPLE.people()).isEqualTo(3);
        assertThat(SAMPLE.comments()).isEqualTo(6);
        assertThat(SAMPLE.replies()).isEqualTo(5);
        assertThat(SAMPLE.citations()).isEqualTo(5);
        assertThat(SAMPLE.writers()).isEqualTo(2);
        assertThat(SAMPLE.repliers()).isEqualTo(2);
        assertThat(SAMPLE.citers()).isEqualTo(2);
    }

    @Test
    void whoWroteNothingIsNamed() {
        assertThat(SAMPLE.silent()).containsExactly("Hoa");
    }

    @Test
    void eachPersonHasTheirOwnFigures() {
        assertThat(SAMPLE.byPerson())
                .containsExactly(
                        new Participation.Person("Lan", 2, 1, 2),
                        new Participation.Person("Minh", 3, 3, 1),
                        new Participation.Person("Hoa", 0, 0, 0));
    }

    @Test
    void aPositionWithoutAPublishedCommentIsAMissingVoice() {
        assertThat(SAMPLE.unheard(List.of(Slot.YES, Slot.DEPENDS, Slot.NO))).containsExactly(Slot.DEPENDS);
    }

    @Test
    void eighteenMinutesAreFourStepsOfFive() {
        assertThat(SAMPLE.step()).isEqualTo(Duration.ofMinutes(5));
        assertThat(SAMPLE.steps())
                .extracting(s -> s.comments().size(), Participation.Step::firstWriters, Participation.Step::replies)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, 2, 1),
                        org.assertj.core.groups.Tuple.tuple(1, 0, 1),
                        org.assertj.core.groups.Tuple.tuple(1, 0, 1),
                        org.assertj.core.groups.Tuple.tuple(2, 0, 2));
        assertThat(SAMPLE.steps().get(0).from()).isEqualTo(SampleComments.BELL);
    }

    @Test
    void aStepWithoutACommentIsThere() {
        List<PublishedComment> two = new SampleComments()
                .wrote("Lan", 0, Slot.YES, null)
                .wrote("Lan", 44, Slot.YES, null)
                .all();

        assertThat(new Participation(SampleComments.PEOPLE, two, ZoneOffset.UTC).steps())
                .hasSize(9)
                .filteredOn(s -> s.comments().isEmpty())
                .hasSize(7);
    }

    @Test
    void daysBeginAtMidnightOfTheSchool() {
        List<PublishedComment> course = new SampleComments()
                .wrote("Lan", 0, Slot.YES, null)
                .wrote("Minh", 6 * 24 * 60, Slot.NO, null)
                .all();
        ZoneId hanoi = ZoneId.of("Asia/Ho_Chi_Minh");

        assertThat(new Participation(SampleComments.PEOPLE, course, hanoi).steps())
                .hasSize(7)
                .allSatisfy(s -> assertThat(s.from().atZone(hanoi).getHour()).isZero());
    }

    @Test
    void nothingWrittenIsNoStep() {
        assertThat(new Participation(SampleComments.PEOPLE, List.of(), ZoneOffset.UTC).steps())
                .isEmpty();
    }

    @Test
    void theFiguresEqualACountOverTheRawComments() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            SampleComments comments = new SampleComments();
            for (int i = 0; i < random.nextInt(60); i++) {
                String author = random.nextInt(8) == 0 ? null : SampleComments.PEOPLE.get(random.nextInt(3));
                String answers = i > 0 && random.nextBoolean() ? "c" + (1 + random.nextInt(i)) : null;
                comments.wrote(author, random.nextInt(500), Slot.YES, answers, cited(random));
            }
            assertSame(comments.all());
        }
    }

    private static String[] cited(Random random) {
        return random.nextBoolean() ? new String[] {} : new String[] {"p" + random.nextInt(3), "q"};
    }

    private static void assertSame(List<PublishedComment> all) {
        Participation figures = new Participation(SampleComments.PEOPLE, all, ZoneOffset.UTC);
        int replies = 0;
        int citations = 0;
        Set<String> writers = new HashSet<>();
        for (PublishedComment comment : all) {
            replies += comment.answers() == null ? 0 : 1;
            citations += comment.cites().size();
            if (comment.author() != null) {
                writers.add(comment.author());
            }
        }
        List<String> silent = new ArrayList<>(SampleComments.PEOPLE);
        silent.removeAll(writers);
        assertThat(List.of(figures.comments(), figures.replies(), figures.citations(), figures.writers()))
                .containsExactly(all.size(), replies, citations, writers.size());
        assertThat(figures.silent()).isEqualTo(silent);
        assertThat(figures.steps()).hasSizeLessThanOrEqualTo(Participation.MAX_STEPS);
        assertThat(figures.steps().stream().mapToInt(s -> s.comments().size()).sum())
                .isEqualTo(all.size());
        assertThat(figures.steps().stream()
                        .mapToInt(Participation.Step::replies)
                        .sum())
                .isEqualTo(replies);
        assertThat(figures.steps().stream()
                        .mapToInt(Participation.Step::firstWriters)
                        .sum())
                .isEqualTo(writers.size());
    }
}
