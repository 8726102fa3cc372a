package contested.web;

import contested.access.Permission;
import contested.account.Account;
import contested.discussion.Comment;
import contested.discussion.CommentText;
import contested.discussion.Revision;
import contested.moderation.AppealOutcome;
import contested.moderation.BulkDecisionService.BulkReport;
import contested.moderation.BulkDecisionService.NotDone;
import contested.moderation.Decision;
import contested.moderation.DecisionKind;
import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.ModerationService;
import contested.moderation.QueueItem;
import contested.moderation.QueueKey;
import contested.moderation.QueueReason;
import contested.moderation.QueueService;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /moderation}: what waits for moderators, one comment with all that is needed to decide, and the decision. */
@Named
@RequestScoped
public class ModerationPage implements FormPage {

    private static final int EXCERPT_CHARS = 140;
    private static final Pattern KEY = Pattern.compile("([0-9])-([0-9]{1,12})-([0-9]{1,9})-([0-9]{1,18})");
    private static final Pattern DONE = Pattern.compile("([a-z-]+)-([0-9]{1,18})");
    private static final List<DecisionKind> BUTTONS = List.of(
            DecisionKind.PUBLISH,
            DecisionKind.SEND_BACK,
            DecisionKind.DECLINE,
            DecisionKind.HIDE,
            DecisionKind.RESTORE,
            DecisionKind.UPHOLD);

    @Inject
    private QueueService queue;

    @Inject
    private ModerationService moderation;

    @Inject
    private HouseRulesService houseRules;

    @Inject
    private Desk desk;

    @Inject
    private DeskFilter filter;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @Inject
    private Text text;

    @Inject
    private Clock clock;

    private @Nullable List<QueueItem> items;
    private @Nullable Optional<QueueItem> opened;
    private @Nullable List<HouseRule> rules;
    private @Nullable Optional<Undoable> undoable;
    private List<NotDone> notDone = List.of();

    /** A part of the queue, as the rail offers it. @param reason null for all of it */
    public record Part(@Nullable QueueReason reason, String address, long waiting, boolean current) {}

    /**
     * Something that happened to the comment: its author wrote, or it was decided on.
     *
     * @param revision what was written; null for a decision
     * @param decision null for what was written
     * @param words    what the author was told beside the rule
     * @param undoable whether the actor can still take it back
     */
    public record Event(
            Instant at, @Nullable Revision revision, @Nullable Decision decision, String words, boolean undoable) {}

    /**
     * What the moderator decided last and can still take back.
     *
     * @param about      the comment that it was on
     * @param leftMillis how long it still can be
     */
    public record Undoable(String message, long decision, Slug about, long leftMillis) {}

    @PostConstruct
    void admit() {
        Permission.MODERATE.require(visitor.actor());
    }

    @Override
    public String submit() {
        String button = form.value("do");
        if (button.startsWith("bulk-")) {
            return decideAll(button.substring("bulk-".length()));
        }
        return switch (button) {
            case "claim" -> claim();
            case "leave" -> {
                String next = next();
                desk.leave();
                yield to(Map.of("item", next));
            }
            case "ask" -> {
                String next = next();
                desk.askColleague();
                yield to(Map.of("item", next, "did", "ask-1"));
            }
            case "undo" -> {
                desk.undo();
                yield to(Map.of("item", form.value(Desk.ABOUT), "did", "undo-1"));
            }
            case "move" ->
                to(Map.of(
                        "item",
                        desk.about().value(),
                        "did",
                        Desk.said(desk.move().kind(), 1)));
            case "grant" -> settle(AppealOutcome.GRANTED);
            case "stand" -> settle(AppealOutcome.UPHELD);
            default -> decide(button);
        };
    }

    private String decide(String button) {
        String next = next();
        Decision decision = desk.decide(button);
        return to(Map.of("item", next, "did", Desk.said(decision.kind(), decision.id())));
    }

    private String settle(AppealOutcome outcome) {
        String next = next();
        desk.settle(outcome);
        return to(Map.of("item", next, "did", Desk.said(outcome, 1)));
    }

    private String decideAll(String button) {
        BulkReport report = desk.decideAll(button);
        if (!report.notDone().isEmpty()) {
            notDone = report.notDone();
            throw new UserFacingException(
                    "",
                    "desk.bulk.partly",
                    report.done().size(),
                    report.notDone().size());
        }
        return to(Map.of("did", "bulk-" + report.done().size()));
    }

    private String claim() {
        List<QueueItem> mine = queue.claimTen(visitor.actor(), filter.chosen());
        String first =
                mine.stream().findFirst().map(i -> i.comment().slug().value()).orElse("");
        return to(Map.of("item", first, "did", "claim-" + mine.size()));
    }

    /** The comment that follows the one in the form and that no colleague is on; empty for none. */
    private String next() {
        List<String> free = listed().stream()
                .filter(i -> !isTaken(i) || isAbout(i.comment()))
                .map(i -> i.comment().slug().value())
                .toList();
        int at = free.indexOf(form.value(Desk.ABOUT));
        if (at + 1 < free.size()) {
            return free.get(at + 1);
        }
        return at > 0 ? free.get(0) : "";
    }

    private boolean isAbout(Comment comment) {
        return comment.slug().value().equals(form.value(Desk.ABOUT));
    }

    private QueueKey after() {
        return address.parameter("after", ModerationPage::key).orElse(QueueKey.START);
    }

    private static Optional<QueueKey> key(String written) {
        Matcher parts = KEY.matcher(written);
        return parts.matches()
                ? Optional.of(new QueueKey(
                        Integer.parseInt(parts.group(1)),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))),
                        Long.parseLong(parts.group(4))))
                : Optional.empty();
    }

    private static String written(QueueKey key) {
        return key.urgency() + "-" + key.since().getEpochSecond() + "-"
                + key.since().getNano() + "-" + key.comment();
    }

    /** The desk with the same filter; what is empty is left out. */
    private String to(Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>();
        all.putAll(filter.parameters());
        address.parameter("after", Optional::of).ifPresent(value -> all.put("after", value));
        all.putAll(parameters);
        all.values().removeIf(String::isEmpty);
        return links.to(Route.MODERATION, "", all) + "#detail";
    }

    public List<QueueItem> getItems() {
        if (items == null) {
            items = listed();
        }
        return items;
    }

    /** What was searched for, else what waits. */
    private List<QueueItem> listed() {
        return filter.words()
                .map(words -> queue.search(visitor.actor(), words, !filter.isBlind()))
                .orElseGet(() -> queue.page(visitor.actor(), filter.chosen(), after()));
    }

    /** The one that was asked for, else the first that no colleague is on; it is the actor’s from now on. */
    public List<QueueItem> getOpened() {
        if (opened == null) {
            Optional<Slug> asked = address.parameter("item", Slug::parse);
            opened = asked.or(() -> getItems().stream()
                            .filter(i -> !isTaken(i) && !isAskedByActor(i))
                            .findFirst()
                            .map(i -> i.comment().slug()))
                    .map(slug -> queue.open(visitor.actor(), slug));
        }
        return opened.stream().toList();
    }

    public boolean isOpen(QueueItem item) {
        return getOpened().stream()
                .anyMatch(o -> o.comment().id().equals(item.comment().id()));
    }

    public boolean isTaken(QueueItem item) {
        return item.isTakenFrom(visitor.actor().id());
    }

    /** Whoever asked a colleague to look is not led back to it, and does not take it from that colleague. */
    private boolean isAskedByActor(QueueItem item) {
        return item.opinion() != null
                && visitor.actor().isAccount(item.opinion().askedBy().id());
    }

    public List<Part> getParts() {
        List<Part> parts = new java.util.ArrayList<>();
        parts.add(part(null));
        for (QueueReason reason : QueueReason.values()) {
            parts.add(part(reason));
        }
        return parts;
    }

    private Part part(@Nullable QueueReason reason) {
        String there = to(Map.of("reason", reason == null ? "" : DeskFilter.name(reason), "after", "", "words", ""))
                .replace("#detail", "");
        boolean current = filter.words().isEmpty() && reason == filter.reason();
        return new Part(reason, there, queue.count(visitor.actor(), filter.with(reason)), current);
    }

    public String label(Part part) {
        return text.get("desk.part." + (part.reason() == null ? "all" : part.reason()));
    }

    /** The next page; empty on the last one. */
    public String getMore() {
        return filter.words().isPresent() || getItems().size() < QueueService.PAGE
                ? ""
                : to(Map.of(
                        "after", written(getItems().get(getItems().size() - 1).key())));
    }

    public String open(Comment comment) {
        return to(Map.of("item", comment.slug().value()));
    }

    public String onlyQuestion(Comment comment) {
        return to(Map.of("question", comment.thread().question().slug().value(), "after", ""));
    }

    /** All that waits, with the same sight. */
    public String getEverything() {
        return to(Map.of(
                        "reason",
                        "",
                        "question",
                        "",
                        "position",
                        "",
                        "report",
                        "",
                        "age",
                        "",
                        "words",
                        "",
                        "after",
                        ""))
                .replace("#detail", "");
    }

    /** Whether names and positions are hidden until it is decided. */
    public boolean isBlind() {
        return filter.isBlind();
    }

    public String getOtherSight() {
        String item = getOpened().stream()
                .findFirst()
                .map(i -> i.comment().slug().value())
                .orElse("");
        return to(Map.of("blind", isBlind() ? "" : "on", "item", item));
    }

    /** Whether there is something to tell of what was done before. */
    public boolean isTold() {
        return !getDone().isEmpty() || !getUndoable().isEmpty();
    }

    /** What was done before this page; empty for nothing, and on a page that was refused. */
    public String getDone() {
        Matcher parts = did();
        return !form.isRefused() && parts.matches() && text.containsKey("desk.did." + parts.group(1))
                ? text.with("desk.did." + parts.group(1), Long.parseLong(parts.group(2)))
                : "";
    }

    private Matcher did() {
        return DONE.matcher(address.parameter("did", Optional::of).orElse(""));
    }

    /** One at most; wherever the moderator went since. */
    public List<Undoable> getUndoable() {
        if (undoable == null) {
            undoable = moderation.lastUndoable(visitor.actor()).map(this::undoable);
        }
        return undoable.stream().toList();
    }

    private Undoable undoable(Decision decision) {
        Instant end = decision.decidedAt().plus(ModerationService.UNDO);
        Comment comment = decision.comment().orElseThrow();
        Matcher parts = did();
        boolean justNow = parts.matches() && parts.group().equals(Desk.said(decision.kind(), decision.id()));
        String message = justNow
                ? text.with("desk.undo.until", text.moment(end))
                : text.with(
                        "desk.undo.last", text.get("desk.kind." + decision.kind()), excerpt(comment), text.moment(end));
        long left = Math.max(0, Duration.between(clock.instant(), end).toMillis());
        return new Undoable(message, decision.id(), comment.slug(), left);
    }

    /** Whether what was refused is the form for several comments. */
    public boolean isBulkRefused() {
        return form.isRefused() && form.value("do").startsWith("bulk-");
    }

    /** Whether its text can be taken away for good, which stands apart from the other decisions. */
    public boolean isRedactable(QueueItem item) {
        return DecisionKind.REDACT.isPossibleOn(item.comment());
    }

    public List<NotDone> getNotDone() {
        return notDone;
    }

    public String why(NotDone left) {
        return text.with(left.key(), left.arguments().toArray());
    }

    public List<HouseRule> getRules() {
        if (rules == null) {
            rules = houseRules.current().rules();
        }
        return rules;
    }

    /** What can be decided on it; leaving it as it is answers a report alone. */
    public List<DecisionKind> verdicts(QueueItem item) {
        return BUTTONS.stream()
                .filter(k -> k.isPossibleOn(item.comment()))
                .filter(k -> k != DecisionKind.UPHOLD || !item.reports().isEmpty())
                .toList();
    }

    /** The first first. */
    public List<Event> history(QueueItem item) {
        List<Decision> all = moderation.history(visitor.actor(), item.comment());
        Stream<Event> decided = all.stream()
                .map(d -> new Event(
                        d.decidedAt(),
                        null,
                        d,
                        moderation.words(visitor.actor(), d.id()).orElse(""),
                        d.equals(all.get(all.size() - 1))
                                && moderation
                                        .undoableUntil(visitor.actor(), d.id())
                                        .isPresent()));
        Stream<Event> written =
                item.comment().revisions().stream().map(r -> new Event(r.createdAt(), r, null, "", false));
        return Stream.concat(written, decided)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    public String mark(Comment comment) {
        return Desk.mark(comment);
    }

    public String excerpt(Comment comment) {
        return comment.latest()
                .text()
                .map(t -> new CommentText(t).excerpt(EXCERPT_CHARS))
                .orElse(text.get("desk.no-text"));
    }

    public String words(Revision revision) {
        return revision.text().orElse(text.get("desk.no-text"));
    }

    /** How readers see what it says; empty text once redacted. */
    public String html(Revision revision) {
        return revision.text().map(t -> new CommentText(t).html()).orElse("");
    }

    /** What readers see of it, else what was written last. */
    public Revision shown(Comment comment) {
        return comment.published().orElse(comment.latest());
    }

    /** The revision before the last one, to compare; none for a comment that was never changed. */
    public List<Revision> before(Comment comment) {
        List<Revision> all = comment.revisions();
        return all.size() < 2 ? List.of() : List.of(all.get(all.size() - 2));
    }

    public String name(Account account) {
        return account.pseudonym().orElse(text.get("desk.erased"));
    }
}
