package contested.outcome;

import static contested.outcome.Answer.DEPENDS;
import static contested.outcome.Answer.NO;
import static contested.outcome.Answer.UNSURE;
import static contested.outcome.Answer.YES;
import static contested.workshop.BallotRound.CLOSING;
import static contested.workshop.BallotRound.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.question.Slot;
import contested.workshop.BallotRound;
import contested.workshop.CastBallot;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a room moved, and that nobody learns how one or two people in it did. */
class SwingTest {

    private static final List<Slot> THREE = List.of(Slot.YES, Slot.DEPENDS, Slot.NO);

    /** The portal's own design: 19 people voted twice, five only before. */
    private static Room designed() {
        return new Room()
                .went(YES, YES, 6)
                .went(YES, DEPENDS, 2)
                .went(DEPENDS, DEPENDS, 3)
                .went(DEPENDS, YES, 1)
                .went(DEPENDS, NO, 1)
                .went(NO, NO, 4)
                .went(NO, DEPENDS, 2)
                .cameOnce(OPENING, YES, 1)
                .cameOnce(OPENING, DEPENDS, 1)
                .cameOnce(OPENING, NO, 1)
                .cameOnce(OPENING, UNSURE, 2);
    }

    @Test
    void onlyPeopleWhoVotedBothTimesArePairs() {
        Swing swing = designed().cameOnce(CLOSING, NO, 3).swing();

        assertThat(swing.pairs()).isEqualTo(19);
        assertThat(swing.onlyOpening()).isEqualTo(5);
        assertThat(swing.onlyClosing()).isEqualTo(3);
        assertThat(swing.total(OPENING)).isEqualTo(24);
        assertThat(swing.total(CLOSING)).isEqualTo(22);
    }

    @Test
    void theFiguresEqualACountOverTheRawBallots() {
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            Room room = Room.random(random, 12 + random.nextInt(30), random.nextInt(4), random.nextInt(4));
            Swing swing = room.swing();

            assertThat(swing.pairs()).isEqualTo(room.pairs());
            swing.flows().forEach(flow -> assertThat(flow.people()).isEqualTo(room.people(flow.from(), flow.to())));
            assertThat(swing.merged() + swing.stayed() + swing.moved()).isEqualTo(room.pairs());
            for (BallotRound each : BallotRound.values()) {
                swing.counts(each).forEach(count -> assertCounted(room, each, count));
            }
        }
    }

    private static void assertCounted(Room room, BallotRound round, AnswerCount count) {
        int people = 0;
        double sum = 0;
        for (CastBallot ballot : room.ballots()) {
            if (ballot.round() == round && Answer.of(ballot.position()) == count.answer()) {
                people++;
                sum += ballot.confidence();
            }
        }
        assertThat(count.people()).isEqualTo(people);
        assertThat(count.confidence().isPresent()).isEqualTo(people >= Swing.MIN_FLOW);
        if (people >= Swing.MIN_FLOW) {
            assertThat(count.confidence().getAsDouble()).isEqualTo(sum / people);
        }
    }

    @Test
    void belowTwelvePairsNoFlowIsShown() {
        Room room = new Room().went(YES, YES, 5).went(NO, YES, 6);

        assertThat(room.swing().flows()).isEmpty();
        assertThat(room.went(NO, NO, 3).swing().flows()).isNotEmpty();
    }

    @Test
    void belowTwelvePairsSumsThatTellAFlowAreWithheld() {
        Swing swing = new Room().went(YES, YES, 5).went(NO, YES, 4).swing();

        assertThat(swing.isOpeningWithheld()).isTrue();
        assertThat(swing.counts(OPENING)).isEmpty();
        assertThat(swing.counts(CLOSING)).extracting(AnswerCount::people).containsExactly(9, 0, 0, 0);
    }

    @Test
    void aWholeRoomThatHeldOneAnswerDoesNotGiveAwayTheTwoWhoLeftIt() {
        Swing swing = new Room().went(YES, YES, 18).went(YES, NO, 2).swing();

        assertThat(swing.flows()).isEmpty();
        assertThat(swing.isOpeningWithheld()).isTrue();
        assertThat(swing.merged()).isEqualTo(20);
    }

    @Test
    void aWholeRoomThatHeldOneAnswerAndKeptItIsShown() {
        Swing swing = new Room().went(YES, YES, 20).swing();

        assertThat(swing.flows()).containsExactly(new Flow(YES, YES, 20));
        assertThat(swing.isOpeningWithheld()).isFalse();
    }

    @Test
    void aSmallFlowTakesAsFewOthersWithItAsItCan() {
        // With all of the others shown, the fifth who left Yes would follow by subtraction.
        Swing swing = new Room()
                .went(YES, YES, 9)
                .went(YES, NO, 4)
                .went(YES, DEPENDS, 1)
                .went(NO, NO, 7)
                .swing();

        assertThat(swing.flows()).isNotEmpty();
        assertThat(swing.merged()).isGreaterThan(1);
    }

    @Test
    void peopleWhoStayedAreMergedBeforePeopleWhoMoved() {
        Swing swing = new Room()
                .went(YES, YES, 7)
                .went(YES, DEPENDS, 4)
                .went(DEPENDS, DEPENDS, 5)
                .went(NO, NO, 4)
                .went(NO, DEPENDS, 1)
                .went(DEPENDS, YES, 1)
                .swing();

        assertThat(swing.flows()).contains(new Flow(YES, DEPENDS, 4));
    }

    @Test
    void nothingIsMergedWhereNoFlowIsSmall() {
        Swing swing =
                new Room().went(YES, YES, 9).went(YES, NO, 4).went(NO, NO, 7).swing();

        assertThat(swing.merged()).isZero();
        assertThat(swing.stayed()).isEqualTo(16);
        assertThat(swing.moved()).isEqualTo(4);
    }

    @Test
    void answersStandInTheOrderOfEveryChartAndNotSureIsAlwaysThere() {
        Swing swing = new Swing(List.of(Slot.NO, Slot.YES), List.of(), Map.of());

        assertThat(swing.answers()).containsExactly(YES, NO, UNSURE);
        assertThat(swing.counts(OPENING)).extracting(AnswerCount::people).containsExactly(0, 0, 0);
    }

    @Test
    void anAnswerThatTheQuestionOffersNoMoreStaysInItsCounts() {
        Swing swing =
                new Swing(List.of(Slot.YES, Slot.NO), List.of(new CastBallot("a", OPENING, Slot.OTHER, 3)), Map.of());

        assertThat(swing.answers()).contains(Answer.OTHER);
    }

    @Test
    void answersOnPaperStandApart() {
        Swing swing = new Swing(THREE, designed().ballots(), Map.of(OPENING, Map.of(YES, 4)));

        assertThat(swing.hasPaper()).isTrue();
        assertThat(swing.paper(OPENING, YES)).isEqualTo(4);
        assertThat(swing.paper(CLOSING, YES)).isZero();
        assertThat(swing.total(OPENING)).isEqualTo(24);
        assertThat(swing.counts(OPENING).get(0).people()).isEqualTo(9);
    }

    @Test
    void nobodyVotesTwiceInOneRound() {
        CastBallot ballot = new CastBallot("a", OPENING, Slot.YES, 3);

        assertThatThrownBy(() -> new Swing(THREE, List.of(ballot, ballot), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
