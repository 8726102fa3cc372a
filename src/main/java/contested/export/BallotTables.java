package contested.export;

import contested.access.Actor;
import contested.outcome.Answer;
import contested.outcome.AnswerCount;
import contested.outcome.FiguresService;
import contested.outcome.OutcomeService;
import contested.outcome.Sheet;
import contested.outcome.SheetLine;
import contested.outcome.Swing;
import contested.passage.Passage;
import contested.shared.Slug;
import contested.workshop.AgendaItem;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.Mover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What an archive says of ballots: exactly what pages show, by the same {@link Swing}, and never a single one or a pair. No
 * service itself: whoever asks has begun the transaction.
 */
@ApplicationScoped
public class BallotTables {

    @Inject
    private FiguresService figures;

    @Inject
    private BallotService ballots;

    @Inject
    private OutcomeService outcomes;

    /** @throws contested.shared.UserFacingException When people may still vote. */
    List<ArchiveTable> of(Actor actor, Slug workshop, Collection<AgendaItem> agenda) {
        ArchiveTable totals = new ArchiveTable(
                "ballots",
                "question",
                "opening",
                "closing",
                "pairs",
                "only_opening",
                "only_closing",
                "stayed",
                "moved",
                "merged",
                "opening_withheld");
        ArchiveTable answers =
                new ArchiveTable("answers", "question", "round", "answer", "people", "mean_confidence", "on_paper");
        ArchiveTable flows = new ArchiveTable("flows", "question", "opening", "closing", "people");
        ArchiveTable movers = new ArchiveTable("movers", "question", "kind", "name", "people");
        for (AgendaItem item : agenda) {
            Slug question = item.question().slug();
            Swing swing = figures.swing(actor, workshop, question);
            totals.row(
                    question.value(),
                    swing.total(BallotRound.OPENING),
                    swing.total(BallotRound.CLOSING),
                    swing.pairs(),
                    swing.onlyOpening(),
                    swing.onlyClosing(),
                    swing.stayed(),
                    swing.moved(),
                    swing.merged(),
                    swing.isOpeningWithheld());
            for (BallotRound round : BallotRound.values()) {
                answers(answers, question, swing, round);
            }
            swing.flows()
                    .forEach(flow -> flows.row(
                            question.value(),
                            RecordsService.key(flow.from()),
                            RecordsService.key(flow.to()),
                            flow.people()));
            movers(movers, question, ballots.movers(actor, workshop, question));
        }
        ArchiveTable lines = new ArchiveTable(
                "outcome", "line", "question", "kind", "text", "can_live_with", "objections", "objections_to_earlier");
        ArchiveTable objections = new ArchiveTable("objections", "line", "reason");
        sheet(outcomes.sheet(actor, workshop), lines, objections);
        return List.of(totals, answers, flows, movers, lines, objections);
    }

    private static void answers(ArchiveTable table, Slug question, Swing swing, BallotRound round) {
        Map<Answer, AnswerCount> counts = new TreeMap<>();
        swing.counts(round).forEach(count -> counts.put(count.answer(), count));
        for (Answer answer : swing.answers()) {
            Optional<AnswerCount> count = Optional.ofNullable(counts.get(answer));
            OptionalDouble mean = count.map(AnswerCount::confidence).orElse(OptionalDouble.empty());
            table.row(
                    question.value(),
                    RecordsService.key(round),
                    RecordsService.key(answer),
                    count.map(AnswerCount::people).orElse(null),
                    mean.isPresent() ? mean.getAsDouble() : null,
                    swing.paper(round, answer));
        }
    }

    private static void movers(ArchiveTable table, Slug question, List<Mover> named) {
        Map<String, Integer> passages = new TreeMap<>();
        Map<String, Integer> comments = new TreeMap<>();
        for (Mover mover : named) {
            Passage passage = mover.passage();
            Slug comment = mover.comment();
            if (passage != null) {
                passages.merge(passage.slug().value(), 1, Integer::sum);
            } else if (comment != null) {
                comments.merge(comment.value(), 1, Integer::sum);
            }
        }
        passages.forEach((name, people) -> table.row(question.value(), "passage", name, people));
        comments.forEach((name, people) -> table.row(question.value(), "comment", name, people));
    }

    private static void sheet(Sheet sheet, ArchiveTable lines, ArchiveTable objections) {
        int number = 0;
        for (Sheet.Part part : sheet.parts()) {
            for (SheetLine line : part.lines()) {
                number++;
                lines.row(
                        number,
                        part.question().slug().value(),
                        RecordsService.key(line.line().kind()),
                        line.line().text(),
                        line.canLive(),
                        line.objections(),
                        line.earlier());
                for (String reason : line.reasons()) {
                    objections.row(number, reason);
                }
            }
        }
    }
}
