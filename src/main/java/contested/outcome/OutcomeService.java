package contested.outcome;

import contested.access.Actor;
import contested.access.Permission;
import contested.access.WorkshopPermission;
import contested.discussion.CommentChanged;
import contested.discussion.ThreadService;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.AgendaItem;
import contested.workshop.MemberLeft;
import contested.workshop.Seat;
import contested.workshop.SeatService;
import contested.workshop.WorkshopClosed;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import contested.workshop.WorkshopWiped;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sheet that a workshop leaves behind: read by all of it once nobody votes any more, written by its facilitators,
 * answered by its participants. Changes come one after the other, and nobody saves over what they have not seen.
 */
@ApplicationScoped
@Transactional
public class OutcomeService {

    /** More on one question is no sheet any more. */
    static final int MAX_LINES = 60;

    @Inject
    private OutcomeRepository sheets;

    @Inject
    private SeatService seats;

    @Inject
    private WorkshopService workshops;

    @Inject
    private FiguresService figures;

    @Inject
    private ThreadService threads;

    @Inject
    private Clock clock;

    /**
     * The sheet as the actor sees it. Five queries, however long it is, and one for each question's positions.
     *
     * @throws UserFacingException When people may still vote.
     */
    public Sheet sheet(Actor actor, Slug workshop) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.SEE_SHIFT);
        List<AgendaItem> agenda = workshops.agenda(actor, workshop);
        // Whoever shows the sheet names the answers to each question.
        agenda.forEach(item -> item.question().positions());
        Optional<OutcomeSheet> found = sheets.find(seat.workshop());
        List<OutcomeLine> lines = found.map(sheets::lines).orElse(List.of());
        var marks = found.map(sheets::marks).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(m -> m.line().id()));
        return new Sheet(
                found.flatMap(OutcomeSheet::confirmedAt).orElse(null),
                found.flatMap(OutcomeSheet::reopenedAt).orElse(null),
                agenda.stream()
                        .map(item -> new Sheet.Part(
                                item,
                                lines.stream()
                                        .filter(l -> l.item().equals(item))
                                        .map(l -> shown(l, marks.getOrDefault(l.id(), List.of()), seat.member()))
                                        .toList()))
                        .toList());
    }

    private static SheetLine shown(OutcomeLine line, List<OutcomeMark> marks, WorkshopMember reader) {
        OutcomeMark own = marks.stream()
                .filter(m -> m.member() != null && Objects.equals(m.member().id(), reader.id()))
                .findFirst()
                .orElse(null);
        return SheetLine.of(line, marks, own);
    }

    // ---- Writing it

    /**
     * Adds to each question what its data suggest and is not there yet. What somebody changed is left as it is; what
     * nobody touched takes over newer figures, and goes where the figures say so no longer and nobody has answered it.
     *
     * @param words says a proposal in the language in which the sheet is written
     */
    public void propose(Actor actor, Slug workshop, Function<Proposal, String> words) {
        Seat seat = write(actor, workshop);
        OutcomeSheet sheet = open(seat);
        for (AgendaItem item : workshops.agenda(actor, workshop)) {
            Slug question = item.question().slug();
            List<Proposal> proposals = new Proposals(
                            item.question(),
                            figures.swing(actor, workshop, question),
                            figures.talk(actor, workshop, question),
                            figures.echo(actor, workshop, question))
                    .all();
            List<OutcomeLine> lines = sheets.lines(sheet, item);
            lines.stream()
                    .filter(l -> l.origin() != null && !l.isEdited())
                    .filter(l -> proposals.stream().noneMatch(p -> p.origin().equals(l.origin())))
                    .filter(l -> sheets.marks(l).isEmpty())
                    .forEach(sheets::remove);
            proposals.forEach(p -> place(sheet, item, p, shortened(words.apply(p))));
        }
    }

    private void place(OutcomeSheet sheet, AgendaItem item, Proposal proposal, String text) {
        List<OutcomeLine> lines = sheets.lines(sheet, item);
        lines.stream()
                .filter(l -> proposal.origin().equals(l.origin()))
                .findFirst()
                .ifPresentOrElse(
                        l -> l.followFigures(text),
                        () -> sheets.add(new OutcomeLine(
                                sheet,
                                item,
                                proposal.kind(),
                                last(lines, proposal.kind()) + 1,
                                text,
                                proposal.origin())));
    }

    private static String shortened(String text) {
        return text.length() <= OutcomeLine.MAX_TEXT_CHARS
                ? text
                : text.substring(0, OutcomeLine.MAX_TEXT_CHARS - 1) + "…";
    }

    private static int last(List<OutcomeLine> lines, LineKind kind) {
        return lines.stream()
                .filter(l -> l.kind() == kind)
                .mapToInt(OutcomeLine::rank)
                .max()
                .orElse(0);
    }

    /**
     * Adds a line in a facilitator's own words, as the last of its kind.
     *
     * @return its id
     */
    public long add(Actor actor, Slug workshop, Slug question, LineKind kind, String text) {
        OutcomeSheet sheet = open(write(actor, workshop));
        AgendaItem item = workshops.item(actor, workshop, question);
        List<OutcomeLine> lines = sheets.lines(sheet, item);
        if (lines.size() >= MAX_LINES) {
            throw new UserFacingException("text", "outcome.lines.many", MAX_LINES);
        }
        OutcomeLine line = new OutcomeLine(sheet, item, kind, last(lines, kind) + 1, checked(text), null);
        sheets.add(line);
        return line.id();
    }

    /**
     * Says a line otherwise.
     *
     * @param seen the wording that the facilitator had before them
     * @throws UserFacingException When somebody changed or deleted it meanwhile: nothing is saved over what they wrote.
     */
    public void word(Actor actor, Slug workshop, long id, int seen, LineKind kind, String text) {
        OutcomeSheet sheet = open(write(actor, workshop));
        String words = checked(text);
        OutcomeLine line = line(sheet, id, seen);
        if (line.kind() != kind) {
            line.standAt(last(sheets.lines(sheet, line.item()), kind) + 1);
        }
        line.word(kind, words);
    }

    /** Changes places with the line of its kind before it, or after it. */
    public void move(Actor actor, Slug workshop, long id, boolean up) {
        OutcomeSheet sheet = open(write(actor, workshop));
        OutcomeLine line = line(sheet, id);
        List<OutcomeLine> same = new ArrayList<>(sheets.lines(sheet, line.item()).stream()
                .filter(l -> l.kind() == line.kind())
                .toList());
        int at = same.indexOf(line);
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < same.size()) {
            Collections.swap(same, at, to);
        }
        for (int i = 0; i < same.size(); i++) {
            same.get(i).standAt(i + 1);
        }
    }

    /**
     * Takes a line off the sheet.
     *
     * @throws UserFacingException When somebody objects to it: objections stay, and so does what they are about.
     */
    public void delete(Actor actor, Slug workshop, long id, int seen) {
        OutcomeSheet sheet = open(write(actor, workshop));
        OutcomeLine line = line(sheet, id, seen);
        List<OutcomeMark> marks = sheets.marks(line);
        if (marks.stream().anyMatch(OutcomeMark::isObjection)) {
            throw new UserFacingException("", "outcome.line.objected");
        }
        marks.forEach(sheets::remove);
        sheets.remove(line);
    }

    /** Fixes the sheet: from now on nobody writes or answers. */
    public void confirm(Actor actor, Slug workshop) {
        OutcomeSheet sheet = open(write(actor, workshop));
        if (sheets.lines(sheet).isEmpty()) {
            throw new UserFacingException("", "outcome.empty.confirm");
        }
        sheet.confirm(clock.instant());
    }

    /** Opens a confirmed sheet again, and says so on it. */
    public void reopen(Actor actor, Slug workshop) {
        OutcomeSheet sheet = sheets.hold(write(actor, workshop).workshop());
        if (sheet.isConfirmed()) {
            sheet.reopen(clock.instant());
        }
    }

    // ---- Answering it

    /**
     * Says that one can live with a line, or objects, in place of what one said before.
     *
     * @param seen    the wording that the participant had before them
     * @param objects whether they object
     * @param reason  why they object; empty for no reason
     * @throws UserFacingException When the line reads otherwise meanwhile, or it is not the time.
     */
    public void mark(Actor actor, Slug workshop, long id, int seen, boolean objects, String reason) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.MARK_OUTCOME);
        String why = reason.strip();
        if (why.length() > OutcomeMark.MAX_REASON_CHARS) {
            throw new UserFacingException("reason-" + id, "outcome.reason.long", OutcomeMark.MAX_REASON_CHARS);
        }
        OutcomeSheet sheet = open(seat);
        OutcomeLine line = line(sheet, id);
        if (line.wording() != seen) {
            throw new UserFacingException("reason-" + id, "outcome.line.moved");
        }
        OutcomeMark mark = own(line, seat.member()).orElseGet(() -> new OutcomeMark(line, seat.member()));
        if (objects) {
            mark.object(why.isEmpty() ? null : why);
        } else {
            mark.accept();
        }
        sheets.add(mark);
    }

    /** Takes back what one said to a line. */
    public void unmark(Actor actor, Slug workshop, long id) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.MARK_OUTCOME);
        own(line(open(seat), id), seat.member()).ifPresent(sheets::remove);
    }

    /** All that the actor says to lines of sheets, while it is still theirs. */
    public List<OwnOutcomeMark> own(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        return sheets.marksOf(actor.id()).stream().map(OwnOutcomeMark::of).toList();
    }

    private Optional<OutcomeMark> own(OutcomeLine line, WorkshopMember member) {
        return sheets.marks(line).stream()
                .filter(m -> m.member() != null && m.member().equals(member))
                .findFirst();
    }

    void cut(@Observes WorkshopClosed closed) {
        sheets.cutMarks(closed.workshop());
    }

    void forget(@Observes @Priority(WorkshopWiped.OUTCOMES) WorkshopWiped wiped) {
        sheets.delete(wiped.workshop());
    }

    void forget(@Observes MemberLeft left) {
        sheets.deleteMarksOf(left.member());
    }

    /** What readers see no more is quoted no more, on a confirmed sheet neither. What a facilitator wrote of it stays. */
    void unquote(@Observes CommentChanged change) {
        if (!change.thread().isPublic() && !threads.isShown(change.comment())) {
            sheets.quoting(Proposal.quoting(change.comment())).stream()
                    .filter(line -> !line.isEdited())
                    .forEach(line -> {
                        sheets.marks(line).forEach(sheets::remove);
                        sheets.remove(line);
                    });
        }
    }

    // ---- Common

    private Seat write(Actor actor, Slug workshop) {
        Seat seat = seats.get(actor, workshop);
        seat.require(WorkshopPermission.RUN);
        seat.require(WorkshopPermission.SEE_SHIFT);
        return seat;
    }

    /** @throws UserFacingException When it is confirmed. */
    private OutcomeSheet open(Seat seat) {
        OutcomeSheet sheet = sheets.hold(seat.workshop());
        if (sheet.isConfirmed()) {
            throw new UserFacingException("", "outcome.fixed");
        }
        return sheet;
    }

    private OutcomeLine line(OutcomeSheet sheet, long id) {
        return sheets.lines(sheet).stream()
                .filter(l -> l.id() == id)
                .findFirst()
                .orElseThrow(() -> new UserFacingException("", "outcome.line.gone"));
    }

    private OutcomeLine line(OutcomeSheet sheet, long id, int seen) {
        OutcomeLine line = line(sheet, id);
        if (line.wording() != seen) {
            throw new UserFacingException("text-" + id, "outcome.line.changed");
        }
        return line;
    }

    private static String checked(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > OutcomeLine.MAX_TEXT_CHARS) {
            throw new UserFacingException("text", "outcome.text.length", OutcomeLine.MAX_TEXT_CHARS);
        }
        return text;
    }
}
