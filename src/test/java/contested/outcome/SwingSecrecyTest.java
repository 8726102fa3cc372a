package contested.outcome;

import static contested.outcome.Answer.NO;
import static contested.outcome.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is shown of a swing, a flow of one or two fits it in more than one way. */
class SwingSecrecyTest {

    private static final int ROOMS = 150;

    static Stream<Room> rooms() {
        return IntStream.range(0, ROOMS).mapToObj(seed -> {
            Random random = new Random(seed);
            return Room.random(random, Swing.MIN_PAIRS + random.nextInt(6), random.nextInt(3), random.nextInt(3));
        });
    }

    static Stream<Room> wholeRooms() {
        return IntStream.range(0, ROOMS).mapToObj(seed -> {
            Random random = new Random(seed);
            return Room.random(random, Swing.MIN_PAIRS + random.nextInt(8), 0, 0);
        });
    }

    static Stream<Room> smallRooms() {
        return IntStream.range(0, ROOMS).mapToObj(seed -> {
            Random random = new Random(seed);
            return Room.random(random, 1 + random.nextInt(Swing.MIN_PAIRS - 1), random.nextInt(3), random.nextInt(3));
        });
    }

    static Stream<Room> roomsOfOneMind() {
        return IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(others -> Stream.of(
                        new Room().went(YES, YES, 14).went(YES, NO, others),
                        new Room().went(YES, YES, 14).went(NO, YES, others),
                        new Room().went(YES, NO, 14).went(NO, YES, others),
                        new Room().went(YES, YES, 7).went(NO, NO, 7).went(NO, YES, others)));
    }

    @ParameterizedTest
    @MethodSource({"rooms", "wholeRooms", "roomsOfOneMind"})
    void aFlowOfOneOrTwoCannotBeReckoned(Room room) {
        assertHidden(room, Swing.MIN_FLOW);
    }

    @ParameterizedTest
    @MethodSource("smallRooms")
    void belowTwelvePairsNoFlowCanBeReckoned(Room room) {
        assertHidden(room, Swing.MIN_PAIRS);
    }

    private static void assertHidden(Room room, int below) {
        Swing swing = room.swing();
        Reckoner reckoner = new Reckoner(swing);
        for (Answer from : Room.ANSWERS) {
            for (Answer to : Room.ANSWERS) {
                int people = room.people(from, to);
                if (people > 0 && people < below) {
                    assertThat(reckoner.knows(from, to))
                            .as(people + " went from " + from + " to " + to + " among " + swing.flows())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aReckonerFindsOutWhatSumsAloneTell() {
        Room room = new Room().went(YES, YES, 9).went(YES, NO, 4).went(NO, NO, 7);

        assertThat(new Reckoner(room.swing()).knows(NO, YES)).isTrue();
    }

    @Test
    void inMostClassesSomethingIsShown() {
        long shown = rooms().filter(room -> !room.swing().flows().isEmpty()).count();

        assertThat(shown).isGreaterThan(ROOMS / 2);
    }
}
