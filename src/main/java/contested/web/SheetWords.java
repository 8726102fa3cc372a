package contested.web;

import contested.outcome.Answer;
import contested.outcome.FiguresService;
import contested.outcome.LineKind;
import contested.outcome.OutcomeService;
import contested.outcome.Sheet;
import contested.outcome.SheetLine;
import contested.outcome.SheetText;
import contested.outcome.SheetText.Entry;
import contested.outcome.SheetText.Group;
import contested.outcome.SheetText.Section;
import contested.outcome.SheetText.Table;
import contested.outcome.SheetText.Words;
import contested.outcome.Swing;
import contested.question.Question;
import contested.workshop.BallotRound;
import contested.workshop.Workshop;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an outcome sheet says beside its lines, on the page and in files. */
@Named
@RequestScoped
public class SheetWords {

    @Inject
    private OutcomeService outcomes;

    @Inject
    private FiguresService figures;

    @Inject
    private PictureWords pictures;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Text text;

    /** Whether it is a draft or confirmed, and since when. */
    public List<String> notes(Sheet sheet) {
        List<String> notes = new ArrayList<>();
        if (sheet.confirmedAt() != null) {
            notes.add(text.with("outcome.confirmed.note", text.moment(sheet.confirmedAt())));
        } else {
            notes.add(text.get("outcome.draft.note"));
        }
        if (sheet.isReopened() && sheet.reopenedAt() != null) {
            notes.add(text.with("outcome.reopened.note", text.moment(sheet.reopenedAt())));
        }
        return notes;
    }

    /** What participants say to a line, in counts; none while nobody said anything. */
    public List<String> remarks(SheetLine line) {
        List<String> remarks = new ArrayList<>();
        if (line.canLive() > 0) {
            remarks.add(text.with("outcome.count.live", line.canLive()));
        }
        if (line.objections() > 0) {
            remarks.add(text.with("outcome.count.objections", line.objections()));
        }
        if (line.earlier() > 0) {
            remarks.add(text.with("outcome.count.earlier", line.earlier()));
        }
        return remarks;
    }

    /** The whole sheet, to be written as a file. */
    SheetText of(Workshop workshop) {
        Sheet sheet = outcomes.sheet(visitor.actor(), workshop.slug());
        return new SheetText(
                address.getLanguage(),
                text.get("outcome.title") + ": " + text.tamed(workshop.title()),
                text.with("outcome.text.summary", text.tamed(workshop.title())),
                notes(sheet),
                sheet.parts().stream().map(p -> section(workshop, p)).toList());
    }

    private Section section(Workshop workshop, Sheet.Part part) {
        Question question = part.question();
        Swing swing = figures.swing(visitor.actor(), workshop.slug(), question.slug());
        List<Group> groups = Arrays.stream(LineKind.values())
                .filter(kind -> !part.of(kind).isEmpty())
                .map(kind -> new Group(
                        text.get("outcome.kind." + kind),
                        part.of(kind).stream().map(this::entry).toList()))
                .toList();
        return new Section(
                new Words(text.langOf(question.title()), text.of(question.title())),
                groups,
                swing.total(BallotRound.CLOSING) == 0 && !swing.hasPaper()
                        ? List.of()
                        : List.of(counts(question, swing)));
    }

    private Entry entry(SheetLine line) {
        return new Entry(
                typed(line.line().text()),
                remarks(line),
                line.reasons().stream().map(this::typed).toList());
    }

    private Words typed(String words) {
        return new Words(text.langOfWords(words), text.tamed(words));
    }

    private Table counts(Question question, Swing swing) {
        AnswerLabels labels = AnswerLabels.of(question);
        List<String> head = new ArrayList<>(List.of(
                text.get("picture.swing.column.answer"),
                text.get("picture.swing.column.opening"),
                text.get("picture.swing.column.closing")));
        if (swing.hasPaper()) {
            head.add(text.get("picture.swing.column.paper.opening"));
            head.add(text.get("picture.swing.column.paper.closing"));
        }
        return new Table(
                text.get("picture.swing.counts"),
                head,
                swing.answers().stream().map(a -> row(labels, swing, a)).toList());
    }

    private List<Words> row(AnswerLabels labels, Swing swing, Answer answer) {
        List<Words> row = new ArrayList<>();
        row.add(new Words(pictures.lang(labels, answer), pictures.answer(labels, answer)));
        row.add(new Words("", pictures.count(swing, "OPENING", answer)));
        row.add(new Words("", pictures.count(swing, "CLOSING", answer)));
        if (swing.hasPaper()) {
            row.add(new Words("", String.valueOf(swing.paper(BallotRound.OPENING, answer))));
            row.add(new Words("", String.valueOf(swing.paper(BallotRound.CLOSING, answer))));
        }
        return row;
    }
}
