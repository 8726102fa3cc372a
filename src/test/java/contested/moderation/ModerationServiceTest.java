package contested.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.Revision;
import contested.discussion.ThreadMode;
import contested.question.Slot;
import contested.shared.ContentVersions;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Database;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What moderators do with comments and threads, on each database that the portal runs on. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ModerationServiceTest {

    private static final int ROUNDS = 200;

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;

    @BeforeEach
    void openThread() {
        thread = new ModeratedThread(engine, folder);
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void onlyModeratorsDecideAndNobodyElseLearnsThatThereIsSomethingToDecide() {
        Slug comment = thread.write();

        for (var actor : List.of(thread.author, thread.chief, contested.access.Actor.VISITOR)) {
            assertThatThrownBy(() -> thread.decide(actor, comment, Verdict.of(DecisionKind.PUBLISH)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(thread.state(comment)).isEqualTo(CommentState.PENDING);
        assertThat(decisions()).isZero();
    }

    @Test
    void publishingShowsTheCommentAndRaisesCountsAndVersion() {
        Slug top = thread.published();
        Slug middle = thread.write(thread.author, top);
        thread.publish(middle);
        Slug leaf = thread.write(thread.author, middle);
        long before = version();

        Decision decision = thread.publish(leaf);

        assertThat(thread.state(leaf)).isEqualTo(CommentState.PUBLISHED);
        assertThat(thread.publishedCount()).isEqualTo(3);
        assertThat(thread.of(middle, Comment::publishedReplies)).isEqualTo(1);
        assertThat(thread.of(top, Comment::publishedReplies)).isEqualTo(2);
        assertThat(version()).isGreaterThan(before);
        assertThat(decision.isAutomatic()).isFalse();
        assertThat(decision.rule()).isEmpty();
        assertThat(decision.rulesVersion()).isEmpty();
    }

    @Test
    void hidingKeepsTheRepliesAndLowersTheCounts() {
        Slug top = thread.published();
        Slug reply = thread.write(thread.author, top);
        thread.publish(reply);

        Decision hidden = thread.decide(thread.minh, reply, DecisionKind.HIDE, "person");

        assertThat(thread.publishedCount()).isEqualTo(1);
        assertThat(thread.of(top, Comment::publishedReplies)).isZero();
        assertThat(hidden.rule()).contains("person");
        assertThat(hidden.rulesVersion()).contains(1);

        thread.decide(thread.thu, reply, Verdict.of(DecisionKind.RESTORE));

        assertThat(thread.state(reply)).isEqualTo(CommentState.PUBLISHED);
        assertThat(thread.publishedCount()).isEqualTo(2);
        assertThat(thread.of(top, Comment::publishedReplies)).isEqualTo(1);
    }

    @Test
    void whatTakesSomethingAwayNeedsARuleThatThereIs() {
        Slug comment = thread.write();

        for (DecisionKind kind :
                List.of(DecisionKind.SEND_BACK, DecisionKind.DECLINE, DecisionKind.HIDE, DecisionKind.REDACT)) {
            assertRefused(() -> thread.decide(thread.minh, comment, Verdict.of(kind)), "moderation.rule.needed");
        }
        assertRefused(
                () -> thread.decide(thread.minh, comment, DecisionKind.DECLINE, "nonsense"), "moderation.rule.unknown");
        assertRefused(() -> new Verdict(DecisionKind.DECLINE, "person", "x".repeat(1001)), "moderation.words.length");
        assertThat(thread.state(comment)).isEqualTo(CommentState.PENDING);
        assertThat(decisions()).isZero();
    }

    @Test
    void whatCannotFollowIsRefusedAndLeavesNoRecord() {
        Slug comment = thread.write();

        assertRefused(
                () -> thread.decide(thread.minh, comment, DecisionKind.HIDE, "person"), "moderation.state.PENDING");
        assertThatThrownBy(() -> thread.decide(thread.minh, comment, Verdict.of(DecisionKind.MOVE)))
                .isInstanceOf(NotFoundException.class);

        assertThat(decisions()).isZero();
    }

    @Test
    void theAuthorReadsTheWordsAndNobodyElseDoes() {
        Slug comment = thread.write();
        var reader = thread.member("Other reader");
        Decision decision = thread.decide(
                thread.minh, comment, new Verdict(DecisionKind.SEND_BACK, "ground", "Please cite.\r\nThank you."));

        assertThat(thread.<ModerationService, Optional<String>>ask(
                        ModerationService.class, s -> s.words(thread.author, decision.id())))
                .contains("Please cite.\nThank you.");
        assertThatThrownBy(() -> thread.ask(ModerationService.class, s -> s.words(reader, decision.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void redactingTakesTextsAndWordsEverywhereAndCannotBeUndone() {
        Slug comment = thread.published();
        thread.decide(thread.minh, comment, new Verdict(DecisionKind.HIDE, "private", "You named her."));

        Decision decision =
                thread.decide(thread.minh, comment, new Verdict(DecisionKind.REDACT, "private", "You named her."));

        assertThat(thread.<Optional<String>>of(comment, c -> c.latest().text())).isEmpty();
        assertThat(thread.database.count("select count(w) from DecisionWords w"))
                .isZero();
        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id())),
                "moderation.undo.redacted");
    }

    @Test
    void theSecondModeratorIsToldWhoDecidedWhatAndNothingIsOverwritten() {
        Slug comment = thread.write();
        long seen = thread.of(comment, Comment::version);
        thread.publish(comment);

        assertThatThrownBy(() -> thread.ask(
                        ModerationService.class,
                        s -> s.decide(thread.thu, comment, seen, new Verdict(DecisionKind.DECLINE, "person", ""))))
                .isInstanceOfSatisfying(UserFacingException.class, e -> {
                    assertThat(e.key()).isEqualTo("moderation.decided.PUBLISH");
                    assertThat(e.arguments()).containsExactly("Minh");
                });
        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);
        assertThat(decisions()).isEqualTo(1);
    }

    @Test
    void whatTheAuthorChangedMeanwhileIsNotDecidedUnseen() {
        Slug comment = thread.write();
        long seen = thread.of(comment, Comment::version);
        thread.clock.pass(Duration.ofMinutes(1));
        thread.revise(comment);
        thread.database.doInTransaction(
                () -> thread.find(comment).become(CommentState.SENT_BACK, thread.clock.instant()));

        assertRefused(
                () -> thread.ask(
                        ModerationService.class,
                        s -> s.decide(thread.thu, comment, seen, Verdict.of(DecisionKind.PUBLISH))),
                "moderation.changed");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndOneRecordIsKeptEachTime() throws Exception {
        ExecutorService moderators = Executors.newFixedThreadPool(2);
        try (Database second = thread.database.startedAgain()) {
            second.wiring().put(java.time.Clock.class, thread.clock);
            for (int round = 1; round <= ROUNDS; round++) {
                Slug comment = thread.write();
                long seen = thread.of(comment, Comment::version);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Boolean> minh = moderators.submit(
                        decision(thread.database, start, thread.minh, comment, seen, Verdict.of(DecisionKind.PUBLISH)));
                Future<Boolean> thu = moderators.submit(decision(
                        second, start, thread.thu, comment, seen, new Verdict(DecisionKind.DECLINE, "person", "")));

                boolean published = minh.get();
                assertThat(thu.get()).as("round %d", round).isNotEqualTo(published);
                assertThat(decisions()).isEqualTo(round);
                assertThat(thread.state(comment)).isEqualTo(published ? CommentState.PUBLISHED : CommentState.DECLINED);
            }
        } finally {
            moderators.shutdownNow();
        }
        assertThat((long) thread.publishedCount())
                .isEqualTo(thread.database.count("select count(c) from Comment c where c.state = PUBLISHED"));
    }

    /** Whether it was this one that decided. Any fault but being told of the other fails the test. */
    private static Callable<Boolean> decision(
            Database database,
            CyclicBarrier start,
            contested.access.Actor who,
            Slug comment,
            long seen,
            Verdict verdict) {
        return () -> {
            start.await();
            try {
                database.inTransaction(
                        () -> database.get(ModerationService.class).decide(who, comment, seen, verdict));
                return true;
            } catch (UserFacingException e) {
                assertThat(e.key()).startsWith("moderation.decided.");
                return false;
            }
        };
    }

    @Test
    void refusingAWaitingRevisionLeavesReadersWhatTheyHave() {
        Slug comment = thread.published();
        thread.revise(comment);
        long seen = thread.of(comment, Comment::version);

        Decision declined = thread.decide(thread.minh, comment, DecisionKind.DECLINE, "person");

        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);
        assertThat(thread.<Optional<Integer>>of(comment, c -> c.published().map(Revision::number)))
                .contains(1);
        assertThat(declined.revisionNumber()).contains(2);
        assertRefused(
                () -> thread.ask(
                        ModerationService.class,
                        s -> s.decide(thread.thu, comment, seen, Verdict.of(DecisionKind.PUBLISH))),
                "moderation.decided.DECLINE");

        thread.publish(comment);

        assertThat(thread.<Optional<Integer>>of(comment, c -> c.published().map(Revision::number)))
                .contains(2);
        assertThat(thread.publishedCount()).isEqualTo(1);
    }

    @Test
    void undoingWithinTenMinutesBringsBackWhatWasBefore() {
        Slug top = thread.published();
        Slug reply = thread.write(thread.author, top);
        Decision decision = thread.publish(reply);
        thread.clock.pass(Duration.ofMinutes(9));

        Decision undo = thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id()));

        assertThat(undo.kind()).isEqualTo(DecisionKind.UNDO);
        assertThat(undo.undoes().map(Decision::id)).contains(decision.id());
        assertThat(thread.state(reply)).isEqualTo(CommentState.PENDING);
        assertThat(thread.of(reply, Comment::published)).isEmpty();
        assertThat(thread.of(reply, Comment::publishedAt)).isEmpty();
        assertThat(thread.publishedCount()).isEqualTo(1);
        assertThat(thread.of(top, Comment::publishedReplies)).isZero();
        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id())),
                "moderation.undo.since");
    }

    @Test
    void undoingBringsBackTheRevisionThatReadersSawBefore() {
        Slug comment = thread.published();
        thread.revise(comment);
        Decision decision = thread.publish(comment);

        thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id()));

        assertThat(thread.<Optional<Integer>>of(comment, c -> c.published().map(Revision::number)))
                .contains(1);
        assertThat(thread.of(comment, Comment::editedAt)).isEmpty();
        assertThat(thread.of(comment, Comment::hasWaitingRevision)).isTrue();
    }

    @Test
    void undoingIsForTheSameModeratorAndForTenMinutes() {
        Slug comment = thread.write();
        Decision decision = thread.decide(thread.minh, comment, DecisionKind.DECLINE, "person");

        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.thu, decision.id())),
                "moderation.undo.other");
        thread.clock.pass(Duration.ofMinutes(11));
        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id())),
                "moderation.undo.late");
        assertThat(thread.state(comment)).isEqualTo(CommentState.DECLINED);

        thread.publish(comment);

        assertThat(thread.state(comment)).isEqualTo(CommentState.PUBLISHED);
    }

    @Test
    void nothingIsUndoneAfterSomethingElseWasDecided() {
        Slug comment = thread.write();
        Decision decision = thread.publish(comment);
        thread.decide(thread.thu, comment, DecisionKind.HIDE, "person");

        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.undo(thread.minh, decision.id())),
                "moderation.undo.since");
    }

    @Test
    void decidingOnManyTellsWhatWasDoneAndWhatWasNot() {
        Slug first = thread.write();
        Slug second = thread.write();
        Slug missing = new Slug("no-such-comment");
        long stale = thread.of(second, Comment::version);
        thread.publish(second);

        var report = thread.ask(
                BulkDecisionService.class,
                s -> s.decide(
                        thread.thu,
                        List.of(
                                new BulkDecisionService.Seen(first, 0),
                                new BulkDecisionService.Seen(second, stale),
                                new BulkDecisionService.Seen(missing, 0)),
                        new Verdict(DecisionKind.DECLINE, "person", "")));

        assertThat(report.done()).extracting(Decision::kind).containsExactly(DecisionKind.DECLINE);
        assertThat(report.notDone())
                .extracting(BulkDecisionService.NotDone::key)
                .containsExactly("moderation.decided.PUBLISH", "moderation.gone");
        assertThat(thread.state(first)).isEqualTo(CommentState.DECLINED);
        assertThat(thread.state(second)).isEqualTo(CommentState.PUBLISHED);
    }

    @Test
    void aClosedThreadIsOnRecordAndOpensAgain() {
        Decision closed = thread.ask(ModerationService.class, s -> s.closeThread(thread.minh, SampleDebate.PHONES));
        assertRefused(
                () -> thread.ask(ModerationService.class, s -> s.closeThread(thread.minh, SampleDebate.PHONES)),
                "moderation.thread.closed");

        Decision opened = thread.ask(
                ModerationService.class, s -> s.reopenThread(thread.minh, SampleDebate.PHONES, ThreadMode.AFTER));
        thread.ask(ModerationService.class, s -> s.undo(thread.minh, opened.id()));

        assertThat(closed.comment()).isEmpty();
        assertThat(thread.database.count("select count(t) from DebateThread t where t.mode = CLOSED"))
                .isEqualTo(1);
        assertThat(decisions()).isEqualTo(3);
    }

    @Test
    void aDecisionSaysTillWhenItCanBeUndoneAndToNobodyElse() {
        Slug comment = thread.write();
        Decision decision = thread.decide(thread.minh, comment, DecisionKind.DECLINE, "person");

        assertThat(until(thread.minh, decision)).contains(decision.decidedAt().plus(ModerationService.UNDO));
        assertThat(until(thread.thu, decision)).isEmpty();
        thread.clock.pass(Duration.ofMinutes(10));
        assertThat(until(thread.minh, decision)).isEmpty();
        Decision redacted = thread.decide(thread.minh, comment, DecisionKind.REDACT, "private");
        assertThat(until(thread.minh, redacted)).isEmpty();
    }

    private java.util.Optional<java.time.Instant> until(contested.access.Actor who, Decision decision) {
        return thread.ask(ModerationService.class, s -> s.undoableUntil(who, decision.id()));
    }

    @Test
    void theLastDecisionThatCanBeUndoneIsTheActorsOwnAndNothingFollowedIt() {
        Slug first = thread.write();
        Slug second = thread.write();
        Slug third = thread.write();
        Decision earlier = thread.decide(thread.minh, first, DecisionKind.DECLINE, "person");
        Decision last = thread.decide(thread.minh, second, DecisionKind.DECLINE, "person");
        thread.decide(thread.minh, third, DecisionKind.REDACT, "private");

        assertThat(lastUndoable(thread.minh)).contains(last.id());
        assertThat(lastUndoable(thread.thu)).isEmpty();
        thread.ask(ModerationService.class, s -> s.undo(thread.minh, last.id()));
        assertThat(lastUndoable(thread.minh)).contains(earlier.id());
        thread.clock.pass(Duration.ofMinutes(10));
        assertThat(lastUndoable(thread.minh)).isEmpty();
    }

    private Optional<Long> lastUndoable(contested.access.Actor who) {
        return thread.<ModerationService, Optional<Decision>>ask(ModerationService.class, s -> s.lastUndoable(who))
                .map(Decision::id);
    }

    @Test
    void ofManyNothingIsDecidedWhereAColleagueIsOnItOrWasAsked() {
        Slug taken = thread.write();
        Slug asked = thread.write();
        thread.ask(QueueService.class, s -> s.open(thread.thu, taken));
        thread.ask(QueueService.class, s -> {
            s.askColleague(thread.minh, asked, "Irony?");
            return asked;
        });
        List<BulkDecisionService.Seen> both = List.of(
                new BulkDecisionService.Seen(taken, thread.of(taken, Comment::version)),
                new BulkDecisionService.Seen(asked, thread.of(asked, Comment::version)));

        var report = thread.ask(
                BulkDecisionService.class, s -> s.decide(thread.minh, both, Verdict.of(DecisionKind.PUBLISH)));

        assertThat(report.done()).isEmpty();
        assertThat(report.notDone())
                .extracting(BulkDecisionService.NotDone::key)
                .containsExactly("moderation.bulk.taken", "moderation.bulk.asked");
        assertThat(thread.state(taken)).isEqualTo(CommentState.PENDING);
    }

    @Test
    void whenCommentsAreLookedAtIsChangedOnRecordAndUndone() {
        Decision changed = mode(ThreadMode.AFTER);
        assertThat(changed.kind()).isEqualTo(DecisionKind.CHANGE_MODE);
        assertRefused(() -> mode(ThreadMode.AFTER), "moderation.thread.same");
        thread.ask(ModerationService.class, s -> s.undo(thread.minh, changed.id()));

        assertThat(thread.<ModerationService, java.util.Map<Slug, ThreadMode>>ask(
                        ModerationService.class, s -> s.modes(thread.minh)))
                .containsEntry(SampleDebate.PHONES, ThreadMode.BEFORE);
        assertThat(mode(ThreadMode.CLOSED).kind()).isEqualTo(DecisionKind.CLOSE_THREAD);
        assertThat(mode(ThreadMode.AFTER).kind()).isEqualTo(DecisionKind.REOPEN_THREAD);
        assertThatThrownBy(() -> thread.ask(
                        ModerationService.class,
                        s -> s.moderateThread(thread.author, SampleDebate.PHONES, ThreadMode.CLOSED)))
                .isInstanceOf(NotFoundException.class);
    }

    private Decision mode(ThreadMode mode) {
        return thread.ask(ModerationService.class, s -> s.moderateThread(thread.minh, SampleDebate.PHONES, mode));
    }

    @Test
    void aThreadThatNobodyWroteInCanBeClosedToo() {
        thread.ask(ModerationService.class, s -> s.closeThread(thread.minh, SampleDebate.UNIFORMS));

        assertThat(thread.database.count("select count(t) from DebateThread t where t.mode = CLOSED"))
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        thread.ask(ModerationService.class, s -> s.closeThread(thread.minh, new Slug("no-question"))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aMovedCommentTakesItsRepliesAlongAndLeavesItsPosition() {
        Slug top = thread.published();
        Slug moved = thread.write(thread.author, top, Slot.YES);
        thread.publish(moved);
        Slug leaf = thread.write(thread.author, moved);
        thread.publish(leaf);
        Slug other = thread.write(thread.author, top);
        thread.publish(other);

        thread.ask(
                ModerationService.class,
                s -> s.move(thread.minh, moved, thread.find(moved).version(), SampleDebate.HOMEWORK));

        assertThat(thread.publishedCount()).isEqualTo(2);
        assertThat(thread.of(top, Comment::publishedReplies)).isEqualTo(1);
        assertThat(thread.of(moved, Comment::publishedReplies)).isEqualTo(1);
        assertThat(thread.of(moved, Comment::parent)).isEmpty();
        assertThat(thread.of(moved, Comment::position)).isEmpty();
        assertThat(thread.of(leaf, Comment::depth)).isEqualTo(1);
        assertThat(thread.<Slug>of(leaf, c -> c.root().orElseThrow().slug())).isEqualTo(moved);
        assertThat(thread.<Slug>of(leaf, c -> c.thread().question().slug())).isEqualTo(SampleDebate.HOMEWORK);
        assertThat(thread.<Integer>of(leaf, c -> c.thread().publishedCount())).isEqualTo(2);
        assertThat(thread.<Slug>of(other, c -> c.thread().question().slug())).isEqualTo(SampleDebate.PHONES);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrDeleteDecisions() {
        thread.published();

        for (String statement : List.of(
                "update decision set kind = 'HIDE'",
                "update decision set moderator_id = null, automatic = true",
                "delete from decision",
                "truncate table decision",
                engine == Engine.H2 ? "truncate table decision restart identity" : "truncate table decision cascade")) {
            assertThatThrownBy(() -> thread.database.doInTransaction(() -> thread.database
                            .entityManager()
                            .createNativeQuery(statement)
                            .executeUpdate()))
                    .as(statement)
                    .isInstanceOf(RuntimeException.class);
        }

        assertThat(thread.database.count(
                        "select count(d) from Decision d where d.kind = PUBLISH and d.automatic = false"))
                .isEqualTo(1);
    }

    private long decisions() {
        return thread.database.count("select count(d) from Decision d");
    }

    private long version() {
        return thread.ask(ContentVersions.class, ContentVersions::current);
    }

    static void assertRefused(ThrowingCallable act, String key) {
        assertThatThrownBy(act).isInstanceOfSatisfying(UserFacingException.class, e -> assertThat(e.key())
                .isEqualTo(key));
    }
}
