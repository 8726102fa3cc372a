package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import contested.outcome.ReplyNetwork.Line;
import contested.question.Slot;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who answered whom. */
class ReplyNetworkTest {

    @Test
    void aLineIsOfAnswersFromOneToAnother() {
        ReplyNetwork network = new ReplyNetwork(SampleComments.PEOPLE, SampleComments.discussion());

        assertThat(network.lines()).containsExactly(new Line("Lan", "Minh", 1), new Line("Minh", "Lan", 1));
        assertThat(network.replies()).isEqualTo(2);
    }

    @Test
    void whoIsInNoLineStandsAlone() {
        assertThat(new ReplyNetwork(SampleComments.PEOPLE, SampleComments.discussion()).alone())
                .containsExactly("Hoa");
    }

    @Test
    void answersToOneselfToTheUnknownAndOfThoseWhoLeftMakeNoLine() {
        List<PublishedComment> comments = new SampleComments()
                .wrote("Lan", 0, Slot.YES, null)
                .wrote("Lan", 1, Slot.YES, "c1")
                .wrote("Minh", 2, Slot.NO, "hidden")
                .wrote(null, 3, Slot.NO, "c1")
                .wrote("Minh", 4, Slot.NO, "c4")
                .all();

        assertThat(new ReplyNetwork(SampleComments.PEOPLE, comments).lines()).isEmpty();
    }

    @Test
    void theLinesEqualACountOverTheRawComments() {
        Random random = new Random(6);
        SampleComments wrote = new SampleComments();
        for (int i = 0; i < 200; i++) {
            String answers = i > 0 ? "c" + (1 + random.nextInt(i)) : null;
            wrote.wrote(SampleComments.PEOPLE.get(random.nextInt(3)), i, Slot.NO, answers);
        }
        List<PublishedComment> all = wrote.all();
        ReplyNetwork network = new ReplyNetwork(SampleComments.PEOPLE, all);

        assertThat(network.lines()).hasSize(6).allSatisfy(line -> {
            int replies = 0;
            for (PublishedComment reply : all) {
                for (PublishedComment answered : all) {
                    if (answered.slug().equals(reply.answers())
                            && line.from().equals(reply.author())
                            && line.to().equals(answered.author())) {
                        replies++;
                    }
                }
            }
            assertThat(line.replies()).isEqualTo(replies);
        });
        network.people().forEach(person -> assertThat(person.given())
                .isEqualTo(network.lines().stream()
                        .filter(l -> l.from().equals(person.name()))
                        .mapToInt(Line::replies)
                        .sum()));
    }
}
