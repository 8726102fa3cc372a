package contested.web;

import contested.discussion.CommentService;
import contested.discussion.CommentText;
import contested.discussion.Draft;
import contested.discussion.Entry;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadMode;
import contested.discussion.ThreadService;
import contested.passage.Passage;
import contested.passage.QuestionEvidence;
import contested.question.Position;
import contested.question.Question;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /questions/{slug}/comments}: the form for a comment, a reply, or a change of one's own. */
@Named
@RequestScoped
public class CommentPage implements FormPage {

    static final String REPLY = "reply";
    static final String CITE = "cite";
    static final String EDIT = "edit";

    /** The submission key's field. */
    static final String KEY = "key";

    private static final String ASKS = "asks";
    private static final String NONE = "none";
    private static final String DO = "do";
    private static final String WITHDRAW = "withdraw";
    private static final String PREVIEW = "preview";

    @Inject
    private CommentService comments;

    @Inject
    private ThreadService threads;

    @Inject
    private KeptEvidence evidences;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Visitor visitor;

    @Inject
    private Links links;

    private QuestionEvidence evidence;
    private ThreadMode mode = ThreadMode.BEFORE;
    private @Nullable Slug edited;
    private @Nullable Draft before;
    private @Nullable Entry answered;
    private @Nullable Slug cited;

    @PostConstruct
    void load() {
        threads.requireTakingPart(visitor.actor(), address.thread());
        evidence = evidences.of(address.slug());
        mode = threads.mode(visitor.actor(), address.thread());
        edited = address.parameter(EDIT, Slug::parse).orElse(null);
        if (edited != null) {
            before = comments.draftOf(visitor.actor(), address.thread(), edited);
        }
        Slug parent = before != null
                ? before.parent()
                : address.parameter(REPLY, Slug::parse).orElse(null);
        answered = parent == null ? null : find(parent).orElse(null);
        cited = address.parameter(CITE, Slug::parse).orElse(null);
    }

    /** What is gone meanwhile is not answered: who had begun to is told when posting, and may post all the same. */
    private Optional<Entry> find(Slug parent) {
        try {
            return threads.conversation(visitor.actor(), address.thread(), parent, null)
                    .top()
                    .find(parent)
                    .filter(entry -> entry.state().isRead());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public @Nullable String submit() {
        Slug question = evidence.question().slug();
        if (form.has(DO, PREVIEW)) {
            return null;
        }
        if (!form.has(DO, WITHDRAW) && isTwiceIncomplete()) {
            return null;
        }
        if (edited == null) {
            return links.commentDone(
                    question, comments.post(visitor.actor(), address.thread(), draft()), ThreadPart.SENT);
        }
        if (form.has(DO, WITHDRAW)) {
            comments.withdraw(visitor.actor(), edited);
            return links.commentDone(question, edited, ThreadPart.WITHDRAWN);
        }
        comments.edit(visitor.actor(), edited, draft());
        return links.commentDone(question, edited, ThreadPart.SENT);
    }

    /** Says at once that the position is missing and the text too short, instead of one after the other. */
    private boolean isTwiceIncomplete() {
        if (form.find(Draft.POSITION).isPresent()
                || !CommentText.of(form.value(Draft.TEXT)).isTooShort()) {
            return false;
        }
        form.refuse(new UserFacingException(Draft.POSITION, "comment.position.missing"));
        form.refuse(new UserFacingException(Draft.TEXT, "comment.text.short", CommentText.MIN_LENGTH_CHARS));
        return true;
    }

    private Draft draft() {
        String position = form.value(Draft.POSITION);
        return new Draft(
                stance(position),
                slot(position),
                form.value(Draft.TEXT),
                citations(),
                form.find(Draft.PARENT).flatMap(Slug::parse).orElse(null),
                form.value(KEY));
    }

    /** In the order of the question, whatever the order in which the form shows them. */
    private List<Slug> citations() {
        List<Slug> order = evidence.passages().stream().map(Passage::slug).toList();
        return form.all(Draft.CITATIONS).stream()
                .flatMap(name -> Slug.parse(name).stream())
                .sorted(Comparator.comparingInt(order::indexOf))
                .toList();
    }

    private static Stance stance(String position) {
        return switch (position) {
            case "" -> throw new UserFacingException(Draft.POSITION, "comment.position.missing");
            case ASKS -> Stance.ASKS;
            case NONE -> Stance.NONE;
            case ThreadPart.EXERCISE -> Stance.EXERCISE;
            default -> Stance.TAKES;
        };
    }

    private @Nullable Slot slot(String position) {
        return evidence.question().positions().stream()
                .map(Position::slot)
                .filter(slot -> ThreadPart.key(slot).equals(position))
                .findFirst()
                .orElse(null);
    }

    public Question getQuestion() {
        return evidence.question();
    }

    /** {@code new}, {@code reply} or {@code edit}. */
    public String getKind() {
        return edited != null ? EDIT : answered != null ? REPLY : "new";
    }

    /** Whether people write here at all. */
    public boolean isOpen() {
        return mode != ThreadMode.CLOSED;
    }

    /** {@code BEFORE} or {@code AFTER}: when a moderator looks at it. */
    public ThreadMode getMode() {
        return mode;
    }

    /** The form's own address, since it may stand on another page after a sign-in. */
    public String getAction() {
        Map<String, String> all = new TreeMap<>();
        if (edited != null) {
            all.put(EDIT, edited.value());
        }
        address.parameter(REPLY, Slug::parse).ifPresent(parent -> all.put(REPLY, parent.value()));
        return links.to(Route.COMMENT, evidence.question().slug().value(), all);
    }

    /** What it is about, by which the browser keeps what is typed. */
    public String getTarget() {
        return target(address.thread(), edited, answered == null ? null : answered.slug());
    }

    static String target(ThreadKey thread, @Nullable Slug edited, @Nullable Slug answered) {
        return thread.question()
                + (thread.group() == 0 ? "" : "/group/" + thread.group())
                + (edited != null ? "/edit/" + edited : answered != null ? "/reply/" + answered : "/new");
    }

    /** What was sent stands in the form. */
    public boolean isTypedAlready() {
        return form.isSent();
    }

    public boolean isPreviewed() {
        return form.has(DO, PREVIEW) && !form.isRefused();
    }

    /** What was typed as readers would see it. */
    public String getPreviewHtml() {
        return CommentText.of(getTyped()).html();
    }

    /** The passages chosen in the form, in the order of the question. */
    public List<Passage> getChosen() {
        return evidence.passages().stream().filter(this::isCited).toList();
    }

    public @Nullable Entry getAnswered() {
        return answered;
    }

    /** Of the form: the same form sent twice is one comment. */
    public String getKey() {
        return form.find(KEY).orElseGet(() -> UUID.randomUUID().toString());
    }

    /** A NUL, which no page can carry, shows as the mark for what cannot be shown. */
    public String getTyped() {
        return form.isSent() ? form.value(Draft.TEXT).replace('\0', '\uFFFD') : before == null ? "" : before.text();
    }

    public int getMinLength() {
        return CommentText.MIN_LENGTH_CHARS;
    }

    public int getMaxLength() {
        return CommentText.MAX_LENGTH_CHARS;
    }

    public String key(Position position) {
        return ThreadPart.key(position.slot());
    }

    /** Whether that position, {@code asks} or {@code none} is chosen in the form. */
    public boolean isTaken(String position) {
        return position.equals(form.isSent() ? form.value(Draft.POSITION) : takenBefore());
    }

    /** The position that is chosen in the form; null for none. */
    public @Nullable Position getTaken() {
        return evidence.question().positions().stream()
                .filter(p -> isTaken(key(p)))
                .findFirst()
                .orElse(null);
    }

    private String takenBefore() {
        if (before == null) {
            return address.names(ThreadPart.EXERCISE) ? ThreadPart.EXERCISE : "";
        }
        return switch (before.stance()) {
            case EXERCISE -> ThreadPart.EXERCISE;
            case ASKS -> ASKS;
            case NONE -> NONE;
            case TAKES -> before.position() == null ? "" : ThreadPart.key(Objects.requireNonNull(before.position()));
        };
    }

    /** Those chosen in the form come first, so that nobody has to look for what they cite. */
    public List<Passage> getPassages() {
        return Stream.concat(getChosen().stream(), evidence.passages().stream().filter(p -> !isCited(p)))
                .toList();
    }

    /** Whether the passage is chosen in the form. */
    public boolean isCited(Passage passage) {
        if (form.isSent() && form.find(KEY).isPresent()) {
            return form.has(Draft.CITATIONS, passage.slug().value());
        }
        return passage.slug().equals(cited)
                || before != null && before.citations().contains(passage.slug());
    }

    public String getBack() {
        return edited != null
                ? links.comment(evidence.question().slug(), edited)
                : answered != null
                        ? links.comment(evidence.question().slug(), answered.slug())
                        : links.thread(evidence.question().slug());
    }
}
