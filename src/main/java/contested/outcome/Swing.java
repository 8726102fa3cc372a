package contested.outcome;

import contested.outcome.BallotTable.Limits;
import contested.question.Slot;
import contested.workshop.BallotRound;
import contested.workshop.CastBallot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How opinions moved between the ballots of one question. Only people who voted both times have moved or stayed; those
 * who voted once are told apart, and so are answers counted on paper, which have no pair.
 *
 * <p>Nobody is to learn how one or two people moved, not even by subtracting what is shown:
 * <ul>
 *   <li>Below {@value #MIN_PAIRS} pairs no flow is shown.
 *   <li>Flows of one or two people are merged: shown only as the number of people whose way is not shown.
 *   <li>If sums and shown flows would still tell a merged one, larger flows are merged too: all below one limit for
 *       people who moved, and all below another for people who stayed. Of the limits that are safe, those are taken
 *       which show most people; one who moved counts as {@value #WORTH_OF_A_MOVE}.
 *   <li>If sums alone would tell (all answered the same in one round), the answers of the opening ballot are withheld:
 *       the closing ones are the result and stay.
 *   <li>How sure people were is told for three ballots or more with the same answer.
 * </ul>
 * What "tell" means is in {@link BallotTable}; why it is so is in {@code docs/adr/0016}.
 */
public final class Swing {

    /** Fewer people are too easily guessed. Source: issue 4. */
    public static final int MIN_PAIRS = 12;

    /** Fewer people are merged with others. Source: issue 4. */
    public static final int MIN_FLOW = 3;

    /** Fewer people change than stay, and the picture is about them: when something must go, stays go first. */
    private static final int WORTH_OF_A_MOVE = 3;

    private final List<Answer> answers;
    private final List<CastBallot> ballots;
    private final Map<BallotRound, Map<Answer, Integer>> paper;
    private final BallotTable table;
    private final Limits limits;
    private final boolean withheld;

    /**
     * @param offered the slots of the question's positions
     * @param ballots all that were cast, of both rounds
     * @param paper   answers of people without a device, counted by hand; what is left out is none
     * @throws IllegalArgumentException When one person voted twice in one round.
     */
    public Swing(List<Slot> offered, List<CastBallot> ballots, Map<BallotRound, Map<Answer, Integer>> paper) {
        this.ballots = List.copyOf(ballots);
        this.paper = Map.copyOf(paper);
        this.answers = answers(offered);
        table = new BallotTable(ballots);
        limits = pairs() < MIN_PAIRS ? Limits.NOTHING : bestSafe();
        withheld = flows().isEmpty() && !table.isSafe(Limits.NOTHING, pairs() < MIN_PAIRS ? Limits.NEVER : MIN_FLOW);
    }

    private List<Answer> answers(List<Slot> offered) {
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.slot().map(offered::contains).orElse(true)
                        || ballots.stream().anyMatch(b -> Answer.of(b.position()) == answer)
                        || paper.values().stream().anyMatch(p -> p.getOrDefault(answer, 0) > 0))
                .toList();
    }

    private Limits bestSafe() {
        Limits best = Limits.NOTHING;
        for (int moved : sizes(false)) {
            for (int stayed : sizes(true)) {
                Limits limits = new Limits(moved, stayed);
                if (worth(limits) > worth(best) && table.isSafe(limits, MIN_FLOW)) {
                    best = limits;
                }
            }
        }
        return best;
    }

    /** The limits that make a difference: what every flow must have, one above each of their sizes, and none shown. */
    private int[] sizes(boolean stays) {
        return IntStream.concat(
                        IntStream.of(MIN_FLOW, Limits.NEVER),
                        allFlows().stream()
                                .filter(flow -> flow.isStay() == stays && flow.people() >= MIN_FLOW)
                                .mapToInt(flow -> flow.people() + 1))
                .distinct()
                .sorted()
                .toArray();
    }

    private int worth(Limits any) {
        return allFlows().stream()
                .filter(any::show)
                .mapToInt(flow -> flow.isStay() ? flow.people() : flow.people() * WORTH_OF_A_MOVE)
                .sum();
    }

    private List<Flow> allFlows() {
        List<Flow> all = new ArrayList<>();
        for (Answer from : answers) {
            for (Answer to : answers) {
                all.add(new Flow(from, to, table.flow(from, to)));
            }
        }
        return all;
    }

    /** What people could answer, and what else they did: a position may have been retired since. In every chart's order. */
    public List<Answer> answers() {
        return answers;
    }

    /** How many voted both times. */
    public int pairs() {
        return table.pairs();
    }

    public int onlyOpening() {
        return table.onlyOpening();
    }

    public int onlyClosing() {
        return table.onlyClosing();
    }

    /** How many ballots were cast, without those on paper. */
    public int total(BallotRound round) {
        return (int) ballots.stream().filter(b -> b.round() == round).count();
    }

    /** Whether the answers of the opening ballot are not told, since they would tell how single people moved. */
    public boolean isOpeningWithheld() {
        return withheld;
    }

    /** One for each of the answers; none for a round whose answers are withheld. Paper is not in it. */
    public List<AnswerCount> counts(BallotRound round) {
        if (round == BallotRound.OPENING && withheld) {
            return List.of();
        }
        return answers.stream().map(answer -> count(round, answer)).toList();
    }

    private AnswerCount count(BallotRound round, Answer answer) {
        int[] confidences = ballots.stream()
                .filter(b -> b.round() == round && Answer.of(b.position()) == answer)
                .mapToInt(CastBallot::confidence)
                .toArray();
        OptionalDouble mean = confidences.length < MIN_FLOW
                ? OptionalDouble.empty()
                : Arrays.stream(confidences).average();
        return new AnswerCount(answer, confidences.length, mean);
    }

    /** How many gave that answer on paper. */
    public int paper(BallotRound round, Answer answer) {
        return paper.getOrDefault(round, Map.of()).getOrDefault(answer, 0);
    }

    public boolean hasPaper() {
        return paper.values().stream().flatMap(p -> p.values().stream()).anyMatch(people -> people > 0);
    }

    /** The flows that may be shown, by answer before and then after; none of them is empty. */
    public List<Flow> flows() {
        return allFlows().stream().filter(limits::show).toList();
    }

    Limits limits() {
        return limits;
    }

    /** How many of those who voted both times went a way that is not shown. */
    public int merged() {
        return pairs() - stayed() - moved();
    }

    /** How many answered the same both times, as far as it is shown: at least so many. */
    public int stayed() {
        return flows().stream().filter(Flow::isStay).mapToInt(Flow::people).sum();
    }

    /** How many answered otherwise the second time, as far as it is shown: at least so many. */
    public int moved() {
        return flows().stream()
                .filter(flow -> !flow.isStay())
                .mapToInt(Flow::people)
                .sum();
    }
}
