package contested.outcome;

import contested.question.Position;
import contested.question.Question;
import contested.workshop.BallotRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the data of one question suggest for its outcome sheet. Whatever is told of ballots comes from {@link Swing},
 * which withholds what would tell how single people voted; see {@code docs/adr/0016}.
 */
final class Proposals {

    /** From here on a position may be called agreed. Source: issue 4. */
    static final int AGREED_PER_CENT = 80;

    /** Fewer ballots are no agreement, however alike they are. Source: issue 4. */
    static final int MIN_BALLOTS = 10;

    /** More are a list of evidence, which the question's page has. */
    static final int MAX_PASSAGES = 5;

    private final Question question;
    private final Swing swing;
    private final FiguresService.Talk talk;

    private final Echo echo;

    Proposals(Question question, Swing swing, FiguresService.Talk talk, Echo echo) {
        this.echo = echo;
        this.question = question;
        this.swing = swing;
        this.talk = talk;
    }

    List<Proposal> all() {
        List<Proposal> all = new ArrayList<>();
        if (swing.total(BallotRound.CLOSING) > 0) {
            Optional<Position> agreed = question.positions().stream()
                    .filter(p -> isAgreed(p, swing))
                    .findFirst();
            all.add(agreed.<Proposal>map(p -> new Proposal.Agreed(p, swing))
                    .orElseGet(() -> new Proposal.Contested(question, swing)));
            question.positions().stream()
                    .filter(this::isMinority)
                    .forEach(p -> all.add(new Proposal.Minority(p, swing)));
        }
        talk.passages().used().stream().limit(MAX_PASSAGES).forEach(use -> all.add(new Proposal.Cited(use)));
        echo.passages().forEach(m -> all.add(new Proposal.MovedByPassage(m.what(), m.people())));
        if (swing.pairs() > 0) {
            all.add(new Proposal.Shift(swing));
        }
        echo.comments().forEach(m -> all.add(new Proposal.MovedByComment(m.what(), m.people())));
        echo.asked().forEach(asked -> all.add(new Proposal.Asked(asked)));
        talk.unheard().forEach(p -> all.add(new Proposal.Unheard(p)));
        question.missingVoices().ifPresent(people -> all.add(new Proposal.Absent(people)));
        question.affected().forEach(people -> all.add(new Proposal.NotHeardFrom(people)));
        return all;
    }

    /** People without a device count too: with them it must be as many of all. */
    static boolean isAgreed(Position position, Swing swing) {
        int votes = votes(position, swing);
        int ballots = swing.total(BallotRound.CLOSING);
        int paper = swing.answers().stream()
                .mapToInt(a -> swing.paper(BallotRound.CLOSING, a))
                .sum();
        return ballots >= MIN_BALLOTS
                && isEnough(votes, ballots)
                && isEnough(votes + swing.paper(BallotRound.CLOSING, Answer.of(position.slot())), ballots + paper);
    }

    private static boolean isEnough(int votes, int of) {
        return votes * 100 >= of * AGREED_PER_CENT;
    }

    /** Somebody holds it, and fewer do than hold the position with most votes. */
    private boolean isMinority(Position position) {
        int most = question.positions().stream()
                .mapToInt(p -> votes(p, swing))
                .max()
                .orElse(0);
        int votes = votes(position, swing);
        return votes > 0 && votes < most;
    }

    static int votes(Position position, Swing swing) {
        return swing.counts(BallotRound.CLOSING).stream()
                .filter(c -> c.answer() == Answer.of(position.slot()))
                .mapToInt(AnswerCount::people)
                .sum();
    }
}
