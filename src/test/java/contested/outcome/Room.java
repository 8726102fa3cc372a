package contested.outcome;

import contested.question.Slot;
import contested.workshop.BallotRound;
import contested.workshop.CastBallot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People who vote, for tests. Knows who went where without asking the code under test. */
final class Room {

    static final List<Answer> ANSWERS = List.of(Answer.YES, Answer.DEPENDS, Answer.NO, Answer.UNSURE);

    private static final List<Slot> OFFERED = List.of(Slot.YES, Slot.DEPENDS, Slot.NO);

    private static final int MAX_CONFIDENCE = 5;

    private final List<CastBallot> ballots = new ArrayList<>();
    private int persons;

    /** Most keep their answer; a few vote once. */
    static Room random(Random random, int pairs, int onlyOpening, int onlyClosing) {
        Room room = new Room();
        int stays = random.nextInt(100);
        for (int i = 0; i < pairs; i++) {
            Answer from = any(random);
            room.went(from, random.nextInt(100) < stays ? from : any(random), 1);
        }
        for (int i = 0; i < onlyOpening; i++) {
            room.cameOnce(BallotRound.OPENING, any(random), 1);
        }
        for (int i = 0; i < onlyClosing; i++) {
            room.cameOnce(BallotRound.CLOSING, any(random), 1);
        }
        return room;
    }

    private static Answer any(Random random) {
        return ANSWERS.get(random.nextInt(ANSWERS.size()));
    }

    Room went(Answer from, Answer to, int people) {
        for (int i = 0; i < people; i++) {
            cast("p" + persons, BallotRound.OPENING, from);
            cast("p" + persons, BallotRound.CLOSING, to);
            persons++;
        }
        return this;
    }

    Room cameOnce(BallotRound round, Answer answer, int people) {
        for (int i = 0; i < people; i++) {
            cast("p" + persons++, round, answer);
        }
        return this;
    }

    private void cast(String pair, BallotRound round, Answer answer) {
        int confidence = 1 + ballots.size() * 7 % MAX_CONFIDENCE;
        ballots.add(new CastBallot(pair, round, answer.slot().orElse(null), confidence));
    }

    List<CastBallot> ballots() {
        return List.copyOf(ballots);
    }

    Swing swing() {
        return new Swing(OFFERED, ballots(), Map.of());
    }

    /** How many went that way, by looking at each ballot for its other half. */
    int people(Answer from, Answer to) {
        int people = 0;
        for (CastBallot before : ballots) {
            for (CastBallot after : ballots) {
                if (before.round() == BallotRound.OPENING
                        && after.round() == BallotRound.CLOSING
                        && before.pair().equals(after.pair())
                        && Answer.of(before.position()) == from
                        && Answer.of(after.position()) == to) {
                    people++;
                }
            }
        }
        return people;
    }

    int pairs() {
        return (int) ballots.stream()
                .filter(b -> b.round() == BallotRound.OPENING)
                .filter(b -> ballots.stream()
                        .anyMatch(o ->
                                o.round() == BallotRound.CLOSING && o.pair().equals(b.pair())))
                .count();
    }
}
