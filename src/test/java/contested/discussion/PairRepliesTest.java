package contested.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import contested.access.Actor;
import contested.discussion.PairReplies.Said;
import contested.shared.Slug;
import contested.support.Engine;
import contested.workshop.DivisionService;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.SampleWorkshop;
import contested.workshop.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is given which comments to answer. */
class PairRepliesTest {

    @TempDir
    private Path folder;

    private static Said says(long id, long author) {
        return new Said(id, author, null, 0, true);
    }

    private static Said answers(long id, long author, long answered) {
        return new Said(id, author, answered, 0, true);
    }

    private static Map<Long, Integer> people(int number) {
        Map<Long, Integer> all = new HashMap<>();
        for (long i = 1; i <= number; i++) {
            all.put(i, 0);
        }
        return all;
    }

    /** By who is to answer: the numbers of the comments. */
    private static Map<Long, List<Long>> given(List<Said> said, Map<Long, Integer> people) {
        Map<Long, List<Long>> all = new HashMap<>();
        new PairReplies(said, people)
                .given()
                .forEach((who, what) -> all.put(who, what.stream().map(Said::id).toList()));
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 30})
    void eachCommentHasOneWhoAnswersItNeverItsAuthorAndAllHaveAsMuchToDo(int number) {
        List<Said> said = new ArrayList<>();
        for (long i = 1; i <= number; i++) {
            said.add(says(100 + i, i));
        }
        Collections.shuffle(said, new Random(number));

        Map<Long, List<Long>> given = given(said, people(number));

        assertThat(given.values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(said.stream().map(Said::id).toList());
        given.forEach((who, what) -> assertThat(what).doesNotContain(100 + who));
        assertThat(given.values().stream().map(List::size)).allMatch(n -> n <= 2);
        assertThat(given).hasSizeGreaterThanOrEqualTo(number - 1);
    }

    @Test
    void whoHasAnsweredLeastIsAskedFirst() {
        List<Said> said = new ArrayList<>(List.of(says(1, 1), says(2, 2), says(3, 3)));
        said.add(answers(4, 2, 1));
        said.add(answers(5, 2, 3));
        said.add(answers(6, 1, 2));
        said.add(says(7, 4));

        assertThat(given(said, people(4))).isEqualTo(Map.of(3L, List.of(7L)));
    }

    @Test
    void whatAnybodyElseHasAnsweredIsGivenToNobodyAndOnesOwnAnswerIsNone() {
        List<Said> said = new ArrayList<>(List.of(says(1, 1), says(2, 2)));
        assertThat(given(said, people(2))).isEqualTo(Map.of(2L, List.of(1L), 1L, List.of(2L)));

        said.add(answers(3, 1, 1));
        assertThat(given(said, people(2)).get(2L)).containsExactly(1L);
        said.add(new Said(4, 2, 1L, 0, false));
        assertThat(given(said, people(2)))
                .as("one that waits for a moderator is one")
                .isEqualTo(Map.of(1L, List.of(2L)));
    }

    @Test
    void newCommentsTakeNoOlderOneFromAnybody() {
        List<Said> said = new ArrayList<>(List.of(says(1, 1), says(2, 2), says(3, 3)));
        Map<Long, List<Long>> before = given(said, people(5));
        said.add(says(4, 3));
        said.add(says(5, 1));

        Map<Long, List<Long>> after = given(said, people(5));
        before.forEach((who, what) -> assertThat(after.get(who)).startsWith(what.toArray(Long[]::new)));
    }

    @Test
    void onlyWhoHasWrittenAndReadsItIsAsked() {
        Map<Long, Integer> people = Map.of(1L, 1, 2L, 1, 3L, 2, 4L, 2);
        List<Said> said = List.of(
                new Said(1, 1, null, 1, true),
                new Said(2, 2, null, 0, true),
                new Said(3, 3, null, 2, true),
                new Said(4, 5, null, 0, true));

        Map<Long, List<Long>> given = given(said, people);

        assertThat(given.get(2L)).as("of the same group").contains(1L);
        assertThat(given.values().stream().flatMap(List::stream))
                .as("nobody else of the second group has written")
                .doesNotContain(3L);
        assertThat(given).doesNotContainKey(4L);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void participantsAreToldTheirsWhileTheyWrite(Engine engine) {
        try (SampleWorkshop lesson = new SampleWorkshop(engine, folder, Template.CLASS_50)) {
            Actor heron = lesson.joined("Quiet Heron");
            Actor otter = lesson.joined("Sleepy Otter");
            Slug phones = SampleWorkshop.PHONES;
            lesson.database.doInTransaction(() -> lesson.database
                    .get(DivisionService.class)
                    .pairReplies(lesson.facilitator, lesson.slug, phones, true));
            lesson.enter(Phase.DISCUSS);
            Slug first = write(lesson, heron, "The heron has something to say.", null);

            assertThat(own(lesson, otter).hasWritten()).isFalse();
            assertThat(own(lesson, otter).comments()).isEmpty();
            write(lesson, otter, "The otter has something to say as well.", null);
            assertThat(own(lesson, otter).comments()).singleElement().satisfies(c -> {
                assertThat(c.comment()).isEqualTo(first);
                assertThat(c.beginning()).startsWith("The heron");
            });
            assertThat(waiting(lesson)).isEqualTo(2);

            write(lesson, otter, "An answer to what the heron said before.", first);
            assertThat(own(lesson, otter).comments()).isEmpty();
            assertThat(waiting(lesson)).isEqualTo(1);
            assertThat(own(lesson, heron).comments()).hasSize(1);
            long id = lesson.memberId(heron);
            lesson.database.doInTransaction(
                    () -> lesson.database.get(JoinService.class).mute(lesson.facilitator, lesson.slug, id, true));
            assertThat(own(lesson, heron).comments())
                    .as("who may not write answers nothing")
                    .isEmpty();
        }
    }

    private static PairReplyService.Given own(SampleWorkshop lesson, Actor who) {
        return lesson.run(PairReplyService.class, p -> p.own(who, lesson.slug, SampleWorkshop.PHONES));
    }

    private static int waiting(SampleWorkshop lesson) {
        return lesson.run(
                PairReplyService.class, p -> p.waiting(lesson.facilitator, lesson.slug, SampleWorkshop.PHONES));
    }

    private static Slug write(SampleWorkshop lesson, Actor who, String text, @Nullable Slug answered) {
        return lesson.run(
                CommentService.class,
                c -> c.post(
                        who,
                        ThreadKey.in(lesson.slug, SampleWorkshop.PHONES),
                        new Draft(
                                Stance.NONE,
                                null,
                                text,
                                List.of(),
                                answered,
                                UUID.randomUUID().toString())));
    }
}
