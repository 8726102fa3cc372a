package contested.discussion;

import contested.access.Actor;
import contested.access.Permission;
import contested.account.Account;
import contested.account.AccountErased;
import contested.account.AccountRepository;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.question.Position;
import contested.question.Question;
import contested.question.QuestionRepository;
import contested.question.Slot;
import contested.shared.ContentVersions;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.workshop.AgendaItem;
import contested.workshop.DivisionService;
import contested.workshop.Workshop;
import contested.workshop.WorkshopWiped;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What authors do with their comments. */
@ApplicationScoped
@Transactional
public class CommentService {

    /** More is a bibliography. */
    public static final int MAX_CITATIONS = 20;

    private static final int MAX_KEY_CHARS = 64;
    private static final int NAME_CHARS = 12;
    private static final String NAME_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private DiscussionRepository discussion;

    @Inject
    private AccountRepository accounts;

    @Inject
    private QuestionRepository questions;

    @Inject
    private PassageRepository passages;

    @Inject
    private DivisionService divisions;

    @Inject
    private Intake intake;

    @Inject
    private ThreadDoors doors;

    @Inject
    private VisibleChanges changes;

    @Inject
    private RenderedTexts rendered;

    @Inject
    private ContentVersions versions;

    @Inject
    private Clock clock;

    /**
     * Takes a comment in. It is published at once where the checks and the thread's mode let it, else it waits for a
     * moderator. Sent a second time, with the same submission key, it is the comment that is there already.
     *
     * @return its name
     * @throws NotFoundException   When the actor may not write, or there is no such question.
     * @throws UserFacingException When it cannot be taken as it stands.
     */
    public Slug post(Actor actor, ThreadKey key, Draft draft) {
        if (key.isPublic()) {
            Permission.COMMENT.require(actor);
        }
        requireKey(draft);
        Account author = accounts.hold(actor.id());
        Optional<Slug> sent = discussion.findSubmission(author, draft.submissionKey());
        if (sent.isPresent()) {
            return sent.get();
        }
        AgendaItem item = doors.requireWriting(actor, key);
        return take(actor, author, key, item == null ? null : item.workshop(), draft)
                .slug();
    }

    private static void requireKey(Draft draft) {
        if (!draft.submissionKey().matches("[A-Za-z0-9_-]{1," + MAX_KEY_CHARS + "}")) {
            throw new UserFacingException("", "comment.form.broken");
        }
    }

    private Comment take(Actor actor, Account author, ThreadKey key, @Nullable Workshop workshop, Draft draft) {
        Question question = questions
                .find(key.question())
                .filter(q -> !q.isRetired())
                .orElseThrow(() -> new NotFoundException("question"));
        DebateThread thread = discussion.threadOf(question, workshop, key.group());
        Comment parent = draft.parent() == null ? null : parent(draft.parent(), thread);
        Submission submission = submission(actor, thread, author, null, false, draft);
        List<Intake.Remark> remarks = intake.judge(submission);
        Comment comment = new Comment(
                freshName(),
                thread,
                parent,
                author,
                submission.stance(),
                submission.position(),
                draft.submissionKey(),
                clock.instant());
        revise(comment, submission, remarks);
        discussion.add(comment);
        if (remarks.stream().noneMatch(r -> r.result().isHeld())) {
            changes.make(comment, () -> comment.publish(clock.instant()));
        }
        return comment;
    }

    /**
     * Changes one's own comment. For a while after it was published, and before anybody answered, readers see a mended
     * revision at once where the checks let it; another or a later one waits for a moderator while they see the earlier one. What was
     * sent back or declined waits again.
     *
     * @throws NotFoundException   When there is no such comment of the actor's.
     * @throws UserFacingException When it cannot be changed any more, or not like this.
     */
    public void edit(Actor actor, Slug slug, Draft draft) {
        Comment comment = own(actor, slug);
        doors.requireWriting(actor, comment.thread().key());
        Instant now = clock.instant();
        boolean correction = comment.isFreelyEditableAt(now) && mayBeFree(comment, draft);
        Submission submission = submission(actor, comment.thread(), comment.author(), comment, correction, draft);
        requireEditable(comment, submission);
        if (isSaidAlready(comment.latest(), submission)) {
            return;
        }
        List<Intake.Remark> remarks = intake.judge(submission);
        boolean free = correction && remarks.stream().noneMatch(r -> r.result().isHeld());
        changes.make(comment, () -> {
            revise(comment, submission, remarks);
            if (free) {
                comment.publish(now);
            } else if (comment.state() != CommentState.PUBLISHED && comment.state() != CommentState.PENDING) {
                comment.become(CommentState.PENDING, now);
            }
        });
    }

    /**
     * Where a moderator reads each comment first, what was read is mended freely and not replaced: the position stays, and
     * most of the words. See ADR 15.
     */
    private static boolean mayBeFree(Comment comment, Draft draft) {
        if (comment.thread().mode() != ThreadMode.BEFORE) {
            return true;
        }
        Revision read = comment.firstPublished();
        return read.stance() == draft.stance()
                && read.position().map(Position::slot).equals(Optional.ofNullable(draft.position()))
                && read.text().filter(CommentText.of(draft.text())::keepsMostOf).isPresent();
    }

    private static void requireEditable(Comment comment, Submission submission) {
        switch (comment.state()) {
            case PENDING, PUBLISHED -> {}
            case SENT_BACK, DECLINED -> {
                if (isSaidAlready(comment.latest(), submission)) {
                    throw new UserFacingException(Draft.TEXT, "comment.edit.unchanged");
                }
            }
            case HIDDEN, WITHDRAWN, REDACTED -> throw new UserFacingException("", "comment.edit.closed");
        }
    }

    /** The same form sent twice, or sent without a change. */
    private static boolean isSaidAlready(Revision latest, Submission submission) {
        return latest.text().equals(Optional.of(submission.text().typed()))
                && latest.stance() == submission.stance()
                && latest.named()
                        .map(Position::id)
                        .equals(Optional.ofNullable(submission.position()).map(Position::id))
                && latest.citations().stream()
                        .map(Passage::id)
                        .toList()
                        .equals(submission.citations().stream().map(Passage::id).toList());
    }

    /**
     * Takes one's own comment back. Where readers knew of it, its place and its replies stay.
     *
     * @throws NotFoundException   When there is no such comment of the actor's.
     * @throws UserFacingException When a moderator has taken its text away for good.
     */
    public void withdraw(Actor actor, Slug slug) {
        Comment comment = own(actor, slug);
        if (comment.state() == CommentState.WITHDRAWN) {
            return;
        }
        if (!comment.state().mayBecome(CommentState.WITHDRAWN)) {
            throw new UserFacingException("", "comment.withdraw.closed");
        }
        changes.make(comment, () -> comment.become(CommentState.WITHDRAWN, clock.instant()));
    }

    /**
     * One's own comment in that thread as its author left it, for the form that changes it.
     *
     * @throws NotFoundException When there is no such comment of the actor's there.
     */
    public Draft draftOf(Actor actor, ThreadKey key, Slug slug) {
        Comment comment = own(actor, slug);
        if (!comment.thread().key().equals(key)) {
            throw new NotFoundException("comment");
        }
        Revision latest = comment.latest();
        return new Draft(
                latest.stance(),
                latest.position().map(Position::slot).orElse(null),
                latest.text().orElse(""),
                latest.citations().stream().map(Passage::slug).toList(),
                comment.parent().map(Comment::slug).orElse(null),
                "");
    }

    private Comment own(Actor actor, Slug slug) {
        Permission.OWN_ACCOUNT.require(actor);
        accounts.hold(actor.id());
        Comment comment = discussion
                .find(slug)
                .filter(c -> actor.isAccount(c.author().id()))
                .orElseThrow(() -> new NotFoundException("comment"));
        doors.requireOwning(actor, comment);
        return comment;
    }

    private Comment parent(Slug slug, DebateThread thread) {
        return discussion
                .find(slug)
                .filter(c -> c.state().isRead() && c.thread().equals(thread))
                .orElseThrow(() -> new UserFacingException(Draft.PARENT, "comment.parent.gone"));
    }

    private Submission submission(
            Actor actor,
            DebateThread thread,
            Account author,
            @Nullable Comment edited,
            boolean correction,
            Draft draft) {
        return new Submission(
                thread,
                author,
                edited,
                correction,
                draft.stance(),
                draft.stance() == Stance.EXERCISE
                        ? drawn(actor, thread, edited)
                        : position(thread.question(), draft.stance(), draft.position()),
                CommentText.of(draft.text()),
                citations(thread.question(), draft.citations()));
    }

    /** Nobody chooses the position of an exercise: it is the one that the lot drew, and stays that of the comment. */
    private Position drawn(Actor actor, DebateThread thread, @Nullable Comment edited) {
        return Optional.ofNullable(edited)
                .flatMap(c -> c.latest().argued())
                .or(() -> thread.workshop()
                        .flatMap(w -> divisions.sideOf(
                                actor, w.slug(), thread.question().slug())))
                .orElseThrow(() -> new UserFacingException(Draft.POSITION, "exercise.none"));
    }

    private static @Nullable Position position(Question question, Stance stance, @Nullable Slot slot) {
        if (stance != Stance.TAKES) {
            return null;
        }
        if (slot == null) {
            throw new UserFacingException(Draft.POSITION, "comment.position.missing");
        }
        return question.position(slot)
                .orElseThrow(() -> new UserFacingException(Draft.POSITION, "comment.position.unknown"));
    }

    private List<Passage> citations(Question question, List<Slug> cited) {
        List<Slug> wanted = cited.stream().distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() > MAX_CITATIONS) {
            throw new UserFacingException(Draft.CITATIONS, "comment.citation.many", MAX_CITATIONS);
        }
        Map<Slug, Passage> known =
                passages.ofQuestion(question).stream().collect(Collectors.toMap(Passage::slug, Function.identity()));
        if (!known.keySet().containsAll(wanted)) {
            throw new UserFacingException(Draft.CITATIONS, "comment.citation.unknown");
        }
        return wanted.stream().map(known::get).toList();
    }

    private void revise(Comment comment, Submission submission, List<Intake.Remark> remarks) {
        Revision revision = comment.revise(
                submission.stance(),
                submission.position(),
                submission.text().typed(),
                submission.citations(),
                clock.instant());
        for (Intake.Remark remark : remarks) {
            CheckResult result = remark.result();
            revision.find(
                    remark.check(), result.isHeld() ? Finding.Outcome.HELD : Finding.Outcome.FINE, result.detail());
        }
    }

    /** In no order, so that nobody counts what is not published. */
    private static Slug freshName() {
        StringBuilder name = new StringBuilder(NAME_CHARS);
        for (int i = 0; i < NAME_CHARS; i++) {
            name.append(NAME_LETTERS.charAt(RANDOM.nextInt(NAME_LETTERS.length())));
        }
        return new Slug(name.toString());
    }

    /** Deletes every thread of a workshop that is wiped, and what memory holds of its texts. */
    void forget(@Observes @Priority(WorkshopWiped.COMMENTS) WorkshopWiped wiped) {
        rendered.forget(discussion.deleteThreadsOf(wiped.workshop()));
    }

    /**
     * Does what somebody chose when they had their account erased. Places stay. What readers never saw loses its text
     * either way: nobody is left who could answer for it.
     */
    void leave(@Observes AccountErased erased) {
        List<Comment> all = discussion.ofAuthor(erased.account(), Long.MAX_VALUE, Integer.MAX_VALUE);
        // All threads first and in one order: two who leave at once wait for each other instead of blocking each other.
        all.stream()
                .map(Comment::thread)
                .distinct()
                .sorted(Comparator.comparing(DebateThread::id))
                .forEach(discussion::hold);
        for (Comment comment : all) {
            if (erased.eraseTexts() || !comment.isPlaced()) {
                changes.make(comment, () -> comment.erase(clock.instant()));
            }
        }
        // The name goes from the pages in any case.
        versions.raise();
    }
}
