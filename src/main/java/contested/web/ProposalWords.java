package contested.web;

import contested.outcome.Answer;
import contested.outcome.AnswerCount;
import contested.outcome.PassageUse;
import contested.outcome.Proposal;
import contested.outcome.Swing;
import contested.question.Position;
import contested.question.Question;
import contested.shared.Language;
import contested.workshop.BallotRound;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what the data suggest for an outcome sheet, in the language in which the sheet is written. */
final class ProposalWords implements Function<Proposal, String> {

    private final Language language;

    ProposalWords(Language language) {
        this.language = language;
    }

    @Override
    public String apply(Proposal proposal) {
        if (proposal instanceof Proposal.Agreed agreed) {
            return held(agreed.position(), agreed.swing()) + " "
                    + said("outcome.said.counts", counts(agreed.position().question(), agreed.swing()))
                    + paper(agreed.position().question(), agreed.swing());
        }
        if (proposal instanceof Proposal.Contested contested) {
            return contested(contested.question(), contested.swing());
        }
        if (proposal instanceof Proposal.Minority minority) {
            return held(minority.position(), minority.swing());
        }
        if (proposal instanceof Proposal.Cited cited) {
            return cited(cited.use());
        }
        if (proposal instanceof Proposal.Shift shift) {
            return shift(shift.swing());
        }
        if (proposal instanceof Proposal.Unheard unheard) {
            Position position = unheard.position();
            return said(
                    "outcome.said.unheard",
                    position.label().shownTo(language),
                    position.statement().shownTo(language));
        }
        if (proposal instanceof Proposal.MovedByPassage moved) {
            return said(
                    "outcome.said.moved.passage",
                    moved.passage().source(),
                    moved.passage().paragraph(),
                    moved.passage().gist().shownTo(language),
                    moved.people());
        }
        if (proposal instanceof Proposal.MovedByComment moved) {
            return said("outcome.said.moved.comment", moved.comment().words(), moved.people());
        }
        if (proposal instanceof Proposal.Asked asked) {
            return said(
                    "outcome.said.asked",
                    asked.comment().words(),
                    asked.comment().replies());
        }
        if (proposal instanceof Proposal.NotHeardFrom missing) {
            return said("outcome.said.not-heard", missing.people().shownTo(language));
        }
        return ((Proposal.Absent) proposal).people().shownTo(language);
    }

    private String said(String key, Object... arguments) {
        return Text.format(language, key, arguments);
    }

    private String held(Position position, Swing swing) {
        int votes = swing.counts(BallotRound.CLOSING).stream()
                .filter(c -> c.answer() == Answer.of(position.slot()))
                .mapToInt(AnswerCount::people)
                .sum();
        return said(
                "outcome.said.agreed",
                position.label().shownTo(language),
                position.statement().shownTo(language),
                votes,
                swing.total(BallotRound.CLOSING));
    }

    private String contested(Question question, Swing swing) {
        int ballots = swing.total(BallotRound.CLOSING);
        String key = Proposal.isFew(swing) ? "outcome.said.few" : "outcome.said.contested";
        return said(key, ballots, counts(question, swing)) + paper(question, swing);
    }

    private String counts(Question question, Swing swing) {
        return swing.counts(BallotRound.CLOSING).stream()
                .map(c -> answer(question, c.answer()) + " " + c.people())
                .collect(Collectors.joining(", "));
    }

    /** Apart, since nobody knows whose these answers are. */
    private String paper(Question question, Swing swing) {
        String counts = swing.answers().stream()
                .filter(a -> swing.paper(BallotRound.CLOSING, a) > 0)
                .map(a -> answer(question, a) + " " + swing.paper(BallotRound.CLOSING, a))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "" : " " + said("outcome.said.paper", counts);
    }

    private String answer(Question question, Answer answer) {
        return AnswerLabels.of(question)
                .label(answer)
                .map(label -> label.shownTo(language))
                .orElseGet(() -> Text.in(language, "picture.unsure"));
    }

    private String cited(PassageUse.Use use) {
        return said(
                "outcome.said.passage",
                use.passage().source(),
                use.passage().paragraph(),
                use.passage().gist().shownTo(language),
                use.comments());
    }

    private String shift(Swing swing) {
        String key = swing.merged() == 0 ? "picture.swing.summary.all" : "picture.swing.summary.some";
        String shift = said(key, swing.pairs(), swing.stayed(), swing.moved());
        int once = swing.onlyOpening() + swing.onlyClosing();
        return once == 0 ? shift : shift + " " + said("picture.swing.once", swing.onlyOpening(), swing.onlyClosing());
    }
}
