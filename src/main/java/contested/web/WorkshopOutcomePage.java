package contested.web;

import contested.outcome.FiguresService;
import contested.outcome.LineKind;
import contested.outcome.OutcomeLine;
import contested.outcome.OutcomeMark;
import contested.outcome.OutcomeService;
import contested.outcome.Sheet;
import contested.outcome.SheetLine;
import contested.outcome.Swing;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.BallotRound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /workshops/{workshop}/outcome}: the outcome sheet, written by facilitators and answered by participants. */
@Named
@RequestScoped
public class WorkshopOutcomePage implements FormPage {

    private static final String DO = "do";
    private static final String TEXT = "text";
    private static final String KIND = "kind";
    private static final String QUESTION = "question";
    private static final Set<String> DONE =
            Set.of("proposed", "added", "saved", "moved", "deleted", "confirmed", "reopened", "marked", "unmarked");

    @Inject
    private WorkshopRoom room;

    @Inject
    private OutcomeService outcomes;

    @Inject
    private FiguresService figures;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private @Nullable Sheet sheet;
    private final Map<Slug, SwingPicture> swings = new HashMap<>();

    private Slug slug() {
        return room.getWorkshop().slug();
    }

    @Override
    public String submit() {
        String done =
                switch (form.value(DO)) {
                    case "propose" -> propose();
                    case "add" -> add();
                    case "word" -> word();
                    case "up", "down" -> move();
                    case "delete" -> delete();
                    case "confirm" -> {
                        outcomes.confirm(visitor.actor(), slug());
                        yield "confirmed";
                    }
                    case "reopen" -> {
                        outcomes.reopen(visitor.actor(), slug());
                        yield "reopened";
                    }
                    case "live", "object" -> mark();
                    case "unmark" -> {
                        outcomes.unmark(visitor.actor(), slug(), line());
                        yield "unmarked";
                    }
                    default -> throw new NotFoundException("nothing to do");
                };
        return links.workshopOutcomeDone(slug(), done);
    }

    private String propose() {
        outcomes.propose(
                visitor.actor(),
                slug(),
                new ProposalWords(room.getWorkshop().language().orElse(address.getLanguage())));
        return "proposed";
    }

    private String add() {
        Slug question = Slug.parse(form.value(QUESTION)).orElseThrow(() -> new NotFoundException(QUESTION));
        try {
            outcomes.add(visitor.actor(), slug(), question, kind(), form.value(TEXT));
        } catch (UserFacingException e) {
            throw at("add-" + question, e);
        }
        return "added";
    }

    private String word() {
        try {
            outcomes.word(visitor.actor(), slug(), line(), wording(), kind(), form.value(TEXT));
        } catch (UserFacingException e) {
            throw at("text-" + line(), e);
        }
        return "saved";
    }

    /** The same fault beside the field of that line: a page has many. */
    private static UserFacingException at(String field, UserFacingException fault) {
        return fault.field().equals(TEXT)
                ? new UserFacingException(field, fault.key(), fault.arguments().toArray())
                : fault;
    }

    private String move() {
        outcomes.move(visitor.actor(), slug(), line(), form.has(DO, "up"));
        return "moved";
    }

    private String delete() {
        outcomes.delete(visitor.actor(), slug(), line(), wording());
        return "deleted";
    }

    private String mark() {
        outcomes.mark(visitor.actor(), slug(), line(), wording(), form.has(DO, "object"), form.value("reason"));
        return "marked";
    }

    private long line() {
        return TypedValue.number(form.value("line")).orElseThrow(() -> new NotFoundException("line"));
    }

    private int wording() {
        return TypedValue.number(form.value("wording")).orElse(0L).intValue();
    }

    private LineKind kind() {
        return TypedValue.choice(LineKind.class, form.value(KIND)).orElseThrow(() -> new NotFoundException(KIND));
    }

    // ---- What it shows

    public String getDone() {
        return address.parameter(ThreadPart.DID, name -> Optional.of(name).filter(DONE::contains))
                .orElse("");
    }

    /** Whether there is a sheet yet: not before the last ballot is over. */
    public boolean isOpen() {
        return room.may("SEE_SHIFT");
    }

    public Sheet getSheet() {
        Sheet read = sheet;
        if (read == null) {
            read = outcomes.sheet(visitor.actor(), slug());
            sheet = read;
        }
        return read;
    }

    public boolean isWritten() {
        return room.may("RUN") && !getSheet().isConfirmed();
    }

    public boolean isAnswered() {
        return room.may("MARK_OUTCOME") && !getSheet().isConfirmed();
    }

    /** The kinds of which that question has lines, in the order of the sheet. */
    public List<LineKind> kinds(Sheet.Part part) {
        return getKinds().stream().filter(kind -> !part.of(kind).isEmpty()).toList();
    }

    public List<LineKind> getKinds() {
        return Arrays.asList(LineKind.values());
    }

    public boolean isShifted(Sheet.Part part) {
        Swing swing = swing(part).swing();
        return swing.total(BallotRound.CLOSING) > 0 || swing.hasPaper();
    }

    public SwingPicture swing(Sheet.Part part) {
        return swings.computeIfAbsent(
                part.question().slug(),
                question -> new SwingPicture(
                        figures.swing(visitor.actor(), slug(), question), AnswerLabels.of(part.question())));
    }

    public int getMaxText() {
        return OutcomeLine.MAX_TEXT_CHARS;
    }

    public int getMaxReason() {
        return OutcomeMark.MAX_REASON_CHARS;
    }

    // ---- What was typed and could not be saved

    /** Whether what was typed for that line was not saved: it stands in its form still. */
    public boolean isRefused(SheetLine line) {
        return form.isWrong("text-" + line.line().id());
    }

    public String typed(SheetLine line) {
        return isRefused(line) ? form.value(TEXT) : line.line().text();
    }

    public String kind(SheetLine line) {
        return isRefused(line) ? form.value(KIND) : line.line().kind().name();
    }

    /** What stands in the form for a new line: also words for a line that somebody deleted meanwhile. */
    public String typedNew(Sheet.Part part) {
        boolean here = form.isRefused()
                && form.value(QUESTION).equals(part.question().slug().value());
        boolean known = part.lines().stream()
                .anyMatch(l -> String.valueOf(l.line().id()).equals(form.value("line")));
        return here && !known ? form.value(TEXT) : "";
    }

    public String kindNew(Sheet.Part part) {
        return typedNew(part).isEmpty() ? LineKind.OPEN_QUESTION.name() : form.value(KIND);
    }

    public String reason(SheetLine line) {
        return form.isWrong("reason-" + line.line().id()) ? form.value("reason") : line.ownReason();
    }

    /** What was typed and stands in no form any more, since nobody may write now. */
    public String getUnsaved() {
        boolean lost = form.isRefused() && (!isOpen() || getSheet().isConfirmed());
        return lost ? form.find(TEXT).orElse(form.value("reason")) : "";
    }
}
