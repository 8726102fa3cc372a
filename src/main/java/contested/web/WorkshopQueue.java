package contested.web;

import contested.discussion.CommentText;
import contested.moderation.DecisionKind;
import contested.moderation.HouseRule;
import contested.moderation.HouseRulesService;
import contested.moderation.ModerationService;
import contested.moderation.QueueFilter;
import contested.moderation.QueueItem;
import contested.moderation.QueueKey;
import contested.moderation.QueueService;
import contested.moderation.Verdict;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits in a workshop for whoever moderates there, on the board itself: publish with one key, refuse with three. */
@Named
@RequestScoped
public class WorkshopQueue {

    private static final Set<DecisionKind> OFFERED = Set.of(
            DecisionKind.PUBLISH,
            DecisionKind.SEND_BACK,
            DecisionKind.DECLINE,
            DecisionKind.HIDE,
            DecisionKind.RESTORE);

    private static final int UNFOLDED = 5;

    @Inject
    private QueueService queue;

    @Inject
    private ModerationService moderation;

    @Inject
    private HouseRulesService rules;

    @Inject
    private WorkshopRoom room;

    @Inject
    private Visitor visitor;

    @Inject
    private Form form;

    private @Nullable List<QueueItem> items;

    /** The same for each item. */
    private @Nullable List<HouseRule> inForce;

    /** Each button of an item has it in its name. */
    private final Map<Slug, String> beginnings = new HashMap<>();

    private Slug workshop() {
        return room.getWorkshop().slug();
    }

    public List<QueueItem> getItems() {
        List<QueueItem> all = items;
        if (all == null) {
            all = queue.page(visitor.actor(), QueueFilter.in(workshop()), QueueKey.START);
            items = all;
        }
        return all;
    }

    /** What stands open; the others are folded, so that the agenda and the people stay within reach. */
    public List<QueueItem> getFirst() {
        return getItems().subList(0, Math.min(UNFOLDED, getItems().size()));
    }

    public List<QueueItem> getRest() {
        return getItems().subList(getFirst().size(), getItems().size());
    }

    /** Whether something is wrong with what was sent about one of those that are folded. */
    public boolean isRestOpen() {
        return getRest().stream()
                .anyMatch(item -> form.isWrong("rule-" + item.comment().slug()));
    }

    public long getCount() {
        return queue.count(visitor.actor(), QueueFilter.in(workshop()));
    }

    public List<HouseRule> getRules() {
        List<HouseRule> all = inForce;
        if (all == null) {
            all = rules.current().rules();
            inForce = all;
        }
        return all;
    }

    /** Whether that decision can be made on the comment as it stands. */
    public boolean offers(QueueItem item, String kind) {
        return DecisionKind.valueOf(kind).isPossibleOn(item.comment());
    }

    /** How the comment begins, for the names of its buttons. */
    public String begin(QueueItem item) {
        return beginnings.computeIfAbsent(item.comment().slug(), slug -> CommentText.of(
                        item.comment().latest().text().orElse(""))
                .excerpt(60));
    }

    /** As its readers would see it. */
    public String html(QueueItem item) {
        return CommentText.of(item.comment().latest().text().orElse("")).html();
    }

    /** Decides as the form says: which comment, which version of it, what, and under which rule. */
    void decide() {
        Slug comment = Slug.parse(form.value("about")).orElseThrow(() -> new NotFoundException("comment"));
        long seen = TypedValue.number(form.value("version")).orElseThrow(() -> new NotFoundException("version"));
        DecisionKind kind = TypedValue.choice(DecisionKind.class, form.value("verdict"))
                .filter(OFFERED::contains)
                .orElseThrow(() -> new NotFoundException("no such decision"));
        String rule = form.value("rule");
        if (kind.needsRule() && rule.isEmpty()) {
            throw new UserFacingException("rule-" + comment, "moderation.rule.needed");
        }
        moderation.decide(
                visitor.actor(), comment, seen, new Verdict(kind, kind.needsRule() ? rule : null, form.value("words")));
    }

    /** Takes a comment out of sight with one tap. */
    void hide(Slug comment) {
        moderation.hideAtOnce(visitor.actor(), comment);
    }
}
