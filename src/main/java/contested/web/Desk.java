package contested.web;

import contested.discussion.Comment;
import contested.moderation.AppealOutcome;
import contested.moderation.AppealService;
import contested.moderation.BulkDecisionService;
import contested.moderation.BulkDecisionService.BulkReport;
import contested.moderation.BulkDecisionService.Seen;
import contested.moderation.Decision;
import contested.moderation.DecisionKind;
import contested.moderation.HouseRulesService;
import contested.moderation.ModerationService;
import contested.moderation.QueueService;
import contested.moderation.SavedReply;
import contested.moderation.Verdict;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a moderator does at the desk, as the forms there say it. */
@RequestScoped
public class Desk {

    /** The comment that a form is about. */
    static final String ABOUT = "about";

    /** What a form sends where Enter was pressed in a field instead of one of its buttons. */
    private static final String NO_BUTTON = "none";

    /** A comment as the moderator saw it: its slug and its version. */
    private static final Pattern SEEN = Pattern.compile("([a-z0-9-]{1,80})~([0-9]{1,18})");

    @Inject
    private ModerationService moderation;

    @Inject
    private BulkDecisionService bulk;

    @Inject
    private AppealService appeals;

    @Inject
    private QueueService queue;

    @Inject
    private HouseRulesService houseRules;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    /** The verdict of the button that was pressed, on the comment in the form. */
    Decision decide(String button) {
        // Whoever was overtaken is told that before anything is asked of them.
        moderation.requireUnchanged(visitor.actor(), about(), number("version"));
        if (button.equals(NO_BUTTON)) {
            throw new UserFacingException("", "desk.choose");
        }
        return moderation.decide(visitor.actor(), about(), number("version"), verdict(button));
    }

    /** The same on each comment that was marked. */
    BulkReport decideAll(String button) {
        List<Seen> seen = form.all("mark").stream().map(Desk::seen).toList();
        if (seen.isEmpty()) {
            throw new UserFacingException("bulk", "desk.bulk.none");
        }
        if (button.equals(NO_BUTTON)) {
            throw new UserFacingException("bulk", "desk.bulk.choose");
        }
        return bulk.decide(visitor.actor(), seen, bulkVerdict(button));
    }

    private Verdict bulkVerdict(String button) {
        DecisionKind kind = kind(button);
        String rule = kind.needsRule() ? form.find("bulk-rule").orElse(null) : null;
        if (kind.needsRule() && rule == null) {
            throw new UserFacingException("bulk-rule", "moderation.rule.needed");
        }
        return new Verdict(kind, rule, form.value("bulk-words"));
    }

    /** What the moderator wrote, else the saved reply that was chosen, with the rule it belongs to. */
    private Verdict verdict(String button) {
        Optional<SavedReply> reply = form.find("reply").flatMap(this::reply);
        DecisionKind kind = kind(button);
        String rule = kind.needsRule()
                ? form.find("rule").or(() -> reply.map(SavedReply::rule)).orElse(null)
                : null;
        if (kind.needsRule() && rule == null) {
            throw new UserFacingException("rule", "moderation.rule.needed");
        }
        String words = form.value("words");
        return new Verdict(
                kind, rule, words.isBlank() ? reply.map(SavedReply::text).orElse("") : words);
    }

    private Optional<SavedReply> reply(String id) {
        return TypedValue.number(id).flatMap(number -> houseRules.reply(visitor.actor(), number));
    }

    private static DecisionKind kind(String button) {
        return Arrays.stream(DecisionKind.values())
                .filter(k -> k.isVerdict() && k.name().equals(button))
                .findFirst()
                .orElseThrow(Desk::foreign);
    }

    /** Takes the comment in the form to the question that was chosen. */
    Decision move() {
        Slug question = Slug.parse(form.value("question"))
                .orElseThrow(() -> new UserFacingException("question", "desk.move.choose"));
        return moderation.move(visitor.actor(), about(), number("version"), question);
    }

    Decision settle(AppealOutcome outcome) {
        return appeals.settle(visitor.actor(), number("appeal"), outcome, form.value("words"))
                .settledBy()
                .orElseThrow();
    }

    void undo() {
        moderation.undo(visitor.actor(), number("decision"));
    }

    void askColleague() {
        queue.askColleague(visitor.actor(), about(), form.value("note"));
    }

    void leave() {
        queue.release(visitor.actor(), about());
    }

    Slug about() {
        return Slug.parse(form.value(ABOUT)).orElseThrow(Desk::foreign);
    }

    private long number(String field) {
        return TypedValue.number(form.value(field)).orElseThrow(Desk::foreign);
    }

    private static Seen seen(String mark) {
        Matcher parts = SEEN.matcher(mark);
        if (!parts.matches()) {
            throw foreign();
        }
        return new Seen(Slug.parse(parts.group(1)).orElseThrow(Desk::foreign), Long.parseLong(parts.group(2)));
    }

    /** How a form names a comment together with what the moderator saw of it. */
    static String mark(Comment comment) {
        return comment.slug() + "~" + comment.version();
    }

    /** The part of an address that says what was done. */
    static String said(Enum<?> done, long number) {
        return done.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number;
    }

    private static UserFacingException foreign() {
        return new UserFacingException("", "form.foreign");
    }
}
