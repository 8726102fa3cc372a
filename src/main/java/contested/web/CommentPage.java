package contested.web;

import contested.discussion.CommentService;
import contested.discussion.CommentText;
import contested.discussion.Draft;
import contested.discussion.Entry;
import contested.discussion.Stance;
import contested.discussion.ThreadService;
import contested.passage.EvidenceService;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /questions/{slug}/comments}: the form for a comment, a reply, or a change of one's own. */
@Named
@RequestScoped
public class CommentPage implements FormPage {

    static final String REPLY = "reply";
    static final String CITE = "cite";
    static final String EDIT = "edit";

    private static final String KEY = "key";
    private static final String ASKS = "asks";
    private static final String NONE = "none";
    private static final String WITHDRAW = "withdraw";

    @Inject
    private CommentService comments;

    @Inject
    private ThreadService threads;

    @Inject
    private EvidenceService evidences;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Visitor visitor;

    @Inject
    private Links links;

    private QuestionEvidence evidence;
    private @Nullable Slug edited;
    private @Nullable Draft before;
    private @Nullable Entry answered;
    private @Nullable Slug cited;

    @PostConstruct
    void load() {
        evidence = evidences.ofQuestion(address.slug());
        edited = address.parameter(EDIT, Slug::parse).orElse(null);
        if (edited != null) {
            requireHere(threads.conversation(visitor.actor(), edited, null).question());
            before = comments.draftOf(visitor.actor(), edited);
        }
        Slug parent = before != null
                ? before.parent()
                : address.parameter(REPLY, Slug::parse).orElse(null);
        answered = parent == null ? null : find(parent).orElse(null);
        cited = address.parameter(CITE, Slug::parse).orElse(null);
    }

    private void requireHere(Slug question) {
        if (!question.equals(evidence.question().slug())) {
            throw new NotFoundException("comment");
        }
    }

    /** What is gone meanwhile is not answered: who had begun to is told when posting, and may post all the same. */
    private Optional<Entry> find(Slug parent) {
        try {
            return find(threads.conversation(visitor.actor(), parent, null).top(), parent)
                    .filter(entry -> entry.state().isRead());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<Entry> find(Entry entry, Slug slug) {
        return entry.slug().equals(slug)
                ? Optional.of(entry)
                : entry.replies().stream()
                        .flatMap(reply -> find(reply, slug).stream())
                        .findFirst();
    }

    @Override
    public String submit() {
        Slug comment;
        if (edited == null) {
            comment = comments.post(visitor.actor(), evidence.question().slug(), draft());
        } else {
            comment = edited;
            if (form.has("do", WITHDRAW)) {
                comments.withdraw(visitor.actor(), edited);
            } else {
                comments.edit(visitor.actor(), edited, draft());
            }
        }
        return links.comment(evidence.question().slug(), comment);
    }

    private Draft draft() {
        String position = form.value(Draft.POSITION);
        return new Draft(
                stance(position),
                slot(position),
                form.value(Draft.TEXT),
                form.all(Draft.CITATIONS).stream()
                        .flatMap(name -> Slug.parse(name).stream())
                        .toList(),
                form.find(Draft.PARENT).flatMap(Slug::parse).orElse(null),
                form.value(KEY));
    }

    private static Stance stance(String position) {
        return switch (position) {
            case "" -> throw new UserFacingException(Draft.POSITION, "comment.position.missing");
            case ASKS -> Stance.ASKS;
            case NONE -> Stance.NONE;
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

    public @Nullable Entry getAnswered() {
        return answered;
    }

    /** Of the form: the same form sent twice is one comment. */
    public String getKey() {
        return form.find(KEY).orElseGet(() -> UUID.randomUUID().toString());
    }

    public String getTyped() {
        return form.isSent() ? form.value(Draft.TEXT) : before == null ? "" : before.text();
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

    private String takenBefore() {
        if (before == null) {
            return "";
        }
        return switch (before.stance()) {
            case ASKS -> ASKS;
            case NONE -> NONE;
            case TAKES -> before.position() == null ? "" : ThreadPart.key(Objects.requireNonNull(before.position()));
        };
    }

    public List<Passage> getPassages() {
        return evidence.passages();
    }

    /** Whether the passage is chosen in the form. */
    public boolean isCited(Passage passage) {
        if (form.isSent() && form.find(KEY).isPresent()) {
            return form.has(Draft.CITATIONS, passage.slug().value());
        }
        return passage.slug().equals(cited)
                || before != null && before.citations().contains(passage.slug());
    }

    public long getCitedCount() {
        return evidence.passages().stream().filter(this::isCited).count();
    }

    public String getBack() {
        return edited != null
                ? links.comment(evidence.question().slug(), edited)
                : answered != null
                        ? links.comment(evidence.question().slug(), answered.slug())
                        : links.thread(evidence.question().slug());
    }
}
