package contested.discussion;

import static contested.discussion.SampleThread.PHONES;
import static contested.discussion.SampleThread.REASON;
import static contested.discussion.SampleThread.draft;
import static contested.discussion.SampleThread.taking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.account.AccountErased;
import contested.question.Slot;
import contested.shared.ContentVersions;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What authors do with their comments, on each database that the portal runs on. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class CommentServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private SampleThread thread;

    @BeforeEach
    void open() {
        thread = new SampleThread(engine, folder);
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void aNewCommentWaitsAndKeepsWhatTheChecksFound() {
        Slug slug = thread.post(thread.anh, taking(Slot.YES, "gazette-1a"));

        see(slug, comment -> {
            assertThat(comment.state()).isEqualTo(CommentState.PENDING);
            assertThat(comment.latest().text()).contains(REASON);
            assertThat(comment.latest().citations()).hasSize(1);
            assertThat(comment.latest().findings())
                    .filteredOn(Finding::isHeld)
                    .extracting(Finding::checkName)
                    .containsExactly("first-contributions", "thread-mode");
            return true;
        });
    }

    @Test
    void whoIsKnownIsPublishedAtOnceWhereTheThreadLetsIt() {
        known(thread.anh);
        moderate(ThreadMode.AFTER);
        long before = version();

        Slug slug = thread.post(thread.anh, draft(REASON));

        assertThat(see(slug, Comment::state)).isEqualTo(CommentState.PUBLISHED);
        assertThat(thread.page(Actor.VISITOR).figures().published()).isEqualTo(4);
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void whatWaitsDoesNotTouchThePagesThatAreKept() {
        long before = version();

        thread.post(thread.anh, draft(REASON));

        assertThat(version()).isEqualTo(before);
    }

    @Test
    void theSameSubmissionIsTheSameComment() {
        Draft draft = draft(REASON);

        Slug first = thread.post(thread.anh, draft);

        assertThat(thread.post(thread.anh, draft)).isEqualTo(first);
        assertThat(count("Comment")).isEqualTo(1);
        assertThat(thread.post(thread.bo, draft)).isNotEqualTo(first);
    }

    @Test
    void twoSubmissionsAtOnceAreOneCommentInOneThread() throws Exception {
        Draft draft = draft(REASON);

        List<Slug> all = atOnce(4, i -> thread.post(thread.anh, draft));

        assertThat(all).hasSize(4).containsOnly(all.get(0));
        assertThat(count("Comment")).isEqualTo(1);
    }

    @Test
    void twoWhoWriteFirstAtOnceShareOneThread() throws Exception {
        List<Actor> members = List.of(thread.anh, thread.bo, thread.member("Chi"), thread.member("Dung"));

        atOnce(4, i -> thread.post(members.get(i), draft(REASON)));

        assertThat(count("DebateThread")).isEqualTo(1);
        assertThat(count("Comment")).isEqualTo(4);
    }

    @Test
    void countsStayRightWhenManyArePublishedAtOnce() throws Exception {
        Slug top = thread.said(thread.anh);
        List<Slug> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waiting.add(thread.waiting(thread.bo, Slot.NO, top, "gazette-1a"));
        }

        atOnce(12, i -> {
            thread.publish(waiting.get(i));
            return waiting.get(i);
        });

        ThreadPage page = thread.page(Actor.VISITOR);
        assertThat(page.figures().published()).isEqualTo(13);
        assertThat(page.figures().on(Slot.NO)).isEqualTo(12);
        assertThat(page.figures().citing(SampleDebate.PASSAGE)).isEqualTo(12);
        assertThat(see(top, Comment::publishedReplies)).isEqualTo(12);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        Slug waiting = thread.waiting(thread.bo, null, null);
        refused("comment.position.missing", taking(null));
        refused("comment.position.unknown", taking(Slot.OTHER));
        refused("comment.citation.unknown", taking(Slot.YES, "school-office-2a"));
        refused("comment.parent.gone", draft(REASON, waiting));
        refused("comment.parent.gone", draft(REASON, new Slug("nowhere")));
        refused("comment.text.short", draft("Too short, really"));
        refused("comment.text.short", draft("\u200B".repeat(30)));
        refused("comment.text.long", draft("a".repeat(2_001)));
        refused("comment.text.broken", draft(REASON + "\u0000"));
        refused("comment.text.broken", draft(REASON + "\uD83D"));
        refused("comment.form.broken", new Draft(Stance.NONE, null, REASON, List.of(), null, ""));
        assertThat(count("Comment")).isEqualTo(1);
    }

    @Test
    void fourByteCharactersCountOnceAndAreStoredAsTyped() {
        String text = "\uD83D\uDE00".repeat(2_000);

        Slug slug = thread.post(thread.anh, draft(text));

        assertThat(textOf(slug)).contains(text);
    }

    @Test
    void aVisitorAndAStrangeQuestionFindNothing() {
        assertThatThrownBy(() -> thread.post(Actor.VISITOR, draft(REASON))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> thread.database.inTransaction(() -> thread.database
                        .get(CommentService.class)
                        .post(thread.anh, ThreadKey.open(new Slug("no-question")), draft(REASON))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aClosedThreadTakesNothing() {
        Slug mine = thread.said(thread.anh);
        moderate(ThreadMode.CLOSED);

        refused("comment.thread.closed", draft(REASON));
        refused("comment.thread.closed", () -> thread.edit(thread.anh, mine, draft(REASON)));
        thread.withdraw(thread.anh, mine);
    }

    @Test
    void theSameTextAgainIsRefusedUntilItIsTakenBack() {
        Slug first = thread.post(thread.anh, draft(REASON));

        refused("comment.text.again", draft("  " + REASON.toUpperCase(java.util.Locale.ROOT)));
        thread.post(thread.bo, draft(REASON));
        thread.withdraw(thread.anh, first);
        thread.post(thread.anh, draft(REASON));
    }

    @Test
    void whoWritesTooMuchWaits() {
        for (int i = 0; i < WritingPace.CONTRIBUTIONS; i++) {
            thread.post(thread.anh, draft(REASON + i));
        }

        refused("comment.rate", draft(REASON));
        thread.post(thread.bo, draft(REASON));
    }

    @Test
    void listedWordsAreRefusedOrHeld() {
        list(WordList.REFUSED, "đồ chó");
        list(WordList.HELD, "secret");
        known(thread.anh);
        moderate(ThreadMode.AFTER);

        refused("comment.text.refused-word", draft("Anh là đồ  CHÓ, tôi nói thật đấy."));
        Slug held = thread.post(thread.anh, draft("This is a Secret of our school."));
        Slug linked = thread.post(thread.anh, draft("Read this: https://law.example/a and then answer."));
        Slug hiding = thread.post(thread.anh, draft("Read this \u202Ebackwards and then answer."));

        assertThat(holding(held)).containsExactly("held-words: secret");
        assertThat(holding(linked)).containsExactly("links: https://law.example/a");
        assertThat(holding(hiding)).containsExactly("hidden-characters: ");
        list(WordList.REFUSED, "");
        thread.post(thread.anh, draft("Anh là đồ  CHÓ, tôi nói thật đấy."));
    }

    @Test
    void aFreshCommentIsCorrectedFreelyWhereItIsReadBefore() {
        Slug slug = thread.said(thread.anh);

        thread.edit(thread.anh, slug, draft("Reason number 1 of this simple thread, mended."));

        assertThat(see(slug, Comment::hasWaitingRevision)).isFalse();
        assertThat(thread.page(Actor.VISITOR).entries().get(0).html()).contains("simple thread, mended");
    }

    @Test
    void whatWasReadIsNotReplacedUnread() {
        Slug words = thread.said(thread.anh);
        Slug position = thread.said(thread.anh);

        thread.edit(thread.anh, words, draft("Buy cheap watches at the corner, all day and all night."));
        thread.edit(
                thread.anh,
                position,
                new Draft(Stance.ASKS, null, "Reason number 2 of this sample thread.", List.of(), null, "other"));

        assertThat(see(words, Comment::hasWaitingRevision)).isTrue();
        assertThat(see(position, Comment::hasWaitingRevision)).isTrue();
        assertThat(thread.page(Actor.VISITOR).entries().get(0).html()).contains("Reason number 1");
    }

    @Test
    void aFreshCommentIsCorrectedFreelyWhereNobodyReadsItBefore() {
        Slug slug = thread.said(thread.anh);
        moderate(ThreadMode.AFTER);

        thread.edit(thread.anh, slug, taking(Slot.NO, "gazette-1a"));

        see(slug, comment -> {
            assertThat(comment.hasWaitingRevision()).isFalse();
            assertThat(comment.editedAt()).isPresent();
            assertThat(comment.published().orElseThrow().text()).contains(REASON);
            assertThat(comment.position()).isPresent();
            return true;
        });
        assertThat(thread.page(Actor.VISITOR).figures().on(Slot.NO)).isEqualTo(1);
        assertThat(thread.page(Actor.VISITOR).figures().neither()).isZero();
    }

    @Test
    void laterOrOnceAnsweredAnEditWaitsAndReadersSeeWhatTheySaw() {
        Slug old = thread.said(thread.anh);
        thread.pass(Comment.FREE_EDITING);
        Slug answered = thread.said(thread.anh);
        thread.answered(thread.bo, answered);

        thread.edit(thread.anh, old, taking(Slot.NO));
        thread.edit(thread.anh, answered, draft(REASON + " And more."));

        assertThat(see(old, Comment::hasWaitingRevision)).isTrue();
        assertThat(see(answered, Comment::hasWaitingRevision)).isTrue();
        Entry seen = thread.page(Actor.VISITOR).entries().get(0);
        assertThat(seen.html()).contains("Reason number 1");
        assertThat(seen.position()).isNull();
        assertThat(seen.waitingHtml()).isNull();
        assertThat(thread.page(thread.anh).entries().get(0).waitingHtml()).contains("Breaks are");
        thread.publish(old);
        assertThat(thread.page(Actor.VISITOR).entries().get(0).position()).isEqualTo(Slot.NO);
    }

    @Test
    void aCorrectionThatIsHeldWaitsToo() {
        Slug slug = thread.said(thread.anh);

        thread.edit(thread.anh, slug, draft("Look at www.law.example for the reasons."));

        assertThat(see(slug, Comment::hasWaitingRevision)).isTrue();
    }

    @Test
    void whatWasSentBackOrDeclinedIsResubmittedChanged() {
        for (CommentState state : List.of(CommentState.SENT_BACK, CommentState.DECLINED)) {
            Slug slug = thread.post(thread.anh, draft(REASON + state));
            thread.become(slug, state);

            refused("comment.edit.unchanged", () -> thread.edit(thread.anh, slug, draft(REASON + state)));
            thread.edit(thread.anh, slug, draft(REASON + state + " Better."));

            assertThat(see(slug, Comment::state)).isEqualTo(CommentState.PENDING);
            assertThat(revisionsOf(slug)).isEqualTo(2);
        }
    }

    @Test
    void theSameEditTwiceIsOneRevision() {
        Slug slug = thread.post(thread.anh, draft(REASON));

        thread.edit(thread.anh, slug, draft(REASON + " More."));
        thread.edit(thread.anh, slug, draft(REASON + " More."));

        assertThat(revisionsOf(slug)).isEqualTo(2);
    }

    @Test
    void nobodyElseEditsWithdrawsOrReadsTheDraft() {
        Slug slug = thread.said(thread.anh);

        assertThatThrownBy(() -> thread.edit(thread.bo, slug, draft(REASON))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> thread.withdraw(thread.bo, slug)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> thread.database.inTransaction(() ->
                        thread.database.get(CommentService.class).draftOf(thread.bo, ThreadKey.open(PHONES), slug)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void withdrawnIsWithdrawnOnceAndForGood() {
        Slug slug = thread.said(thread.anh, Slot.YES, null, "gazette-1a");

        thread.withdraw(thread.anh, slug);
        thread.withdraw(thread.anh, slug);

        ThreadFigures figures = thread.page(Actor.VISITOR).figures();
        assertThat(figures.published()).isZero();
        assertThat(figures.on(Slot.YES)).isZero();
        assertThat(figures.citing(SampleDebate.PASSAGE)).isZero();
        refused("comment.edit.closed", () -> thread.edit(thread.anh, slug, draft(REASON)));
    }

    @Test
    void redactingTakesTheTextAndWhatTheChecksQuoted() {
        Slug slug = thread.post(thread.anh, draft("Her house is at www.house.example in our street."));

        thread.become(slug, CommentState.REDACTED);

        assertThat(count("Revision r where r.text is not null or r.digest is not null"))
                .isZero();
        assertThat(count("Finding f where f.detail is not null")).isZero();
        refused("comment.withdraw.closed", () -> thread.withdraw(thread.anh, slug));
    }

    @Test
    void anErasedAccountLeavesItsTextsWithoutName() {
        Slug slug = thread.said(thread.anh);
        Slug waiting = thread.waiting(thread.anh, null, null);

        erase(false);

        Entry entry = thread.page(Actor.VISITOR).entries().get(0);
        assertThat(entry.author()).isNull();
        assertThat(entry.html()).contains("Reason number 1");
        assertThat(see(slug, Comment::state)).isEqualTo(CommentState.PUBLISHED);
        assertThat(textOf(waiting)).isEmpty();
    }

    @Test
    void anErasedAccountTakesItsTextsAndLeavesThePlaces() {
        Slug slug = thread.said(thread.anh);
        Slug answer = thread.answered(thread.bo, slug);
        long before = version();

        erase(true);

        Entry entry = thread.page(Actor.VISITOR).entries().get(0);
        assertThat(entry.isPlace()).isTrue();
        assertThat(entry.state()).isEqualTo(CommentState.WITHDRAWN);
        assertThat(entry.replies()).extracting(Entry::slug).containsExactly(answer);
        assertThat(textOf(slug)).isEmpty();
        assertThat(version()).isGreaterThan(before);
        assertThatThrownBy(() -> thread.post(thread.anh, draft(REASON))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theDraftOfOnesOwnIsWhatWasTyped() {
        Slug slug = thread.post(thread.anh, taking(Slot.YES, "gazette-1a", "gazette-2a"));

        Draft draft = thread.database.inTransaction(
                () -> thread.database.get(CommentService.class).draftOf(thread.anh, ThreadKey.open(PHONES), slug));

        assertThat(draft.position()).isEqualTo(Slot.YES);
        assertThat(draft.text()).isEqualTo(REASON);
        assertThat(draft.citations()).containsExactly(new Slug("gazette-1a"), new Slug("gazette-2a"));
    }

    @Test
    void onesOwnContributionsAreAllThereAndNobodyElses() {
        thread.said(thread.bo);
        Slug first = thread.said(thread.anh, Slot.YES, null, "gazette-1a");
        Slug second = thread.post(thread.anh, draft(REASON));
        thread.edit(thread.anh, second, draft(REASON + " More."));

        OwnContributions own = thread.database.inTransaction(
                () -> thread.database.get(ContributionService.class).own(thread.anh, null));

        assertThat(own.comments()).extracting(OwnComment::slug).containsExactly(second, first);
        assertThat(own.comments().get(0).revisions())
                .extracting(OwnComment.OwnRevision::text)
                .containsExactly(REASON, REASON + " More.");
        assertThat(own.comments().get(1).revisions().get(0).citations())
                .extracting(CitedPassage::slug)
                .containsExactly(SampleDebate.PASSAGE);
        assertThat(own.next()).isNull();
        assertThat(thread.database.inTransaction(
                        () -> thread.database.get(ContributionService.class).export(thread.anh)))
                .isEqualTo(own.comments());
    }

    @Test
    void ofTwoAdministratorsWhoListTheSameWordTheSecondFindsItThere() throws Exception {
        Actor first = administrator("Mai");
        Actor second = administrator("Eda");
        WordListService lists = thread.database.get(WordListService.class);
        CountDownLatch listed = new CountDownLatch(1);
        List<Integer> added = atOnce(
                2,
                who -> thread.database.inTransaction(() -> {
                    if (who == 0) {
                        int mine = lists.add(first, WordList.HELD, "fool");
                        listed.countDown();
                        // Long enough for the second to look while this is not yet there for others.
                        pause();
                        return mine;
                    }
                    await(listed);
                    return lists.add(second, WordList.HELD, "fool\nclown");
                }));

        assertThat(added).containsExactly(1, 1);
        assertThat(count("ListedWord w where w.list = contested.discussion.WordList.HELD"))
                .isEqualTo(2);
    }

    private Actor administrator(String name) {
        Actor actor = thread.member(name);
        thread.database.doInTransaction(() -> thread.account(actor).trustAs(contested.access.SiteRole.ADMINISTRATOR));
        return new Actor(actor.id(), java.util.Set.of(contested.access.SiteRole.ADMINISTRATOR));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- Shorthands

    private void refused(String key, Draft draft) {
        refused(key, () -> thread.post(thread.anh, draft));
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(UserFacingException.class, e -> assertThat(e.key())
                .isEqualTo(key));
    }

    private void known(Actor actor) {
        for (int i = 0; i < 3; i++) {
            thread.said(actor);
        }
    }

    private void moderate(ThreadMode mode) {
        thread.database.doInTransaction(() -> thread.database
                .get(DiscussionRepository.class)
                .findThread(ThreadKey.open(PHONES))
                .orElseThrow()
                .moderate(mode));
    }

    private void list(WordList list, String words) {
        Actor administrator = new Actor(1L, java.util.Set.of(contested.access.SiteRole.ADMINISTRATOR));
        thread.database.doInTransaction(
                () -> thread.database.get(WordListService.class).replace(administrator, list, words));
    }

    private List<String> holding(Slug slug) {
        return see(slug, comment -> comment.latest().findings().stream()
                .filter(Finding::isHeld)
                .map(f -> f.checkName() + ": " + f.detail().orElse(""))
                .toList());
    }

    private <T> T see(Slug slug, Function<Comment, T> look) {
        return thread.database.inTransaction(() -> look.apply(
                thread.database.get(DiscussionRepository.class).find(slug).orElseThrow()));
    }

    private java.util.Optional<String> textOf(Slug slug) {
        return see(slug, comment -> comment.latest().text());
    }

    private int revisionsOf(Slug slug) {
        return see(slug, comment -> comment.revisions().size());
    }

    private void erase(boolean texts) {
        thread.database.doInTransaction(() -> {
            thread.account(thread.anh).erase(contested.support.Database.NOW);
            thread.database.get(CommentService.class).leave(new AccountErased(thread.anh.id(), texts));
        });
    }

    private long count(String what) {
        return thread.database.count("select count(*) from " + what);
    }

    private long version() {
        return thread.database.inTransaction(
                () -> thread.database.get(ContentVersions.class).current());
    }

    private static <T> List<T> atOnce(int many, Function<Integer, T> act) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(many);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int who = i;
            running.add(people.submit(() -> {
                start.await();
                return act.apply(who);
            }));
        }
        start.countDown();
        List<T> all = new ArrayList<>();
        for (Future<T> one : running) {
            all.add(one.get());
        }
        people.shutdown();
        return all;
    }
}
