package contested.moderation;

import static contested.moderation.ModerationServiceTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.discussion.CommentState;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for moderators, in which order, and how they share it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class QueueServiceTest {

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
    void whatMayPutAPersonAtRiskComesFirstThenTheOldest() {
        Slug settled = thread.published();
        Slug reported = thread.published();
        Slug pending = thread.write();
        thread.clock.pass(Duration.ofMinutes(1));
        Slug later = thread.write();
        thread.clock.pass(Duration.ofMinutes(1));
        report(reported, ReportReason.SPAM);
        Slug risky = thread.published();
        report(risky, ReportReason.AT_RISK);

        assertThat(slugs(QueueFilter.ALL)).containsExactly(risky, pending, later, reported);
        assertThat(slugs(QueueFilter.ALL)).doesNotContain(settled);
        assertThat(page(QueueFilter.ALL).get(0).key().isUrgent()).isTrue();
        assertThat(page(QueueFilter.ALL).get(0).reports())
                .extracting(Report::reason)
                .containsExactly(ReportReason.AT_RISK);
    }

    @Test
    void eachItemSaysWhyItWaits() {
        Slug pending = thread.write();
        Slug resubmitted = thread.write();
        thread.decide(thread.minh, resubmitted, DecisionKind.SEND_BACK, "ground");
        thread.revise(resubmitted);
        thread.database.doInTransaction(
                () -> thread.find(resubmitted).become(CommentState.PENDING, thread.clock.instant()));
        Slug edited = thread.published();
        thread.revise(edited);
        Slug refused = thread.published();
        thread.revise(refused);
        thread.decide(thread.minh, refused, DecisionKind.DECLINE, "person");
        Slug appealed = thread.write();
        Decision declined = thread.decide(thread.minh, appealed, DecisionKind.DECLINE, "person");
        thread.ask(AppealService.class, s -> s.appeal(thread.author, declined.id(), ""));

        assertThat(slugs(with(QueueReason.PENDING))).containsExactly(pending);
        assertThat(slugs(with(QueueReason.RESUBMITTED))).containsExactly(resubmitted);
        assertThat(slugs(with(QueueReason.WAITING_REVISION))).containsExactly(edited);
        assertThat(slugs(with(QueueReason.APPEALED))).containsExactly(appealed);
        assertThat(slugs(with(QueueReason.REPORTED))).isEmpty();
        assertThat(page(QueueFilter.ALL))
                .flatExtracting(QueueItem::reasons)
                .containsExactlyInAnyOrder(
                        QueueReason.PENDING,
                        QueueReason.RESUBMITTED,
                        QueueReason.WAITING_REVISION,
                        QueueReason.APPEALED);
        assertThat(count(QueueFilter.ALL)).isEqualTo(4);
    }

    @Test
    void filtersByQuestionPositionReasonAndAge() {
        Slug yes = thread.write(thread.author, null, Slot.YES);
        thread.clock.pass(Duration.ofHours(2));
        Slug no = thread.write(thread.author, null, Slot.NO);
        Slug spam = thread.published();
        report(spam, ReportReason.SPAM);
        long position = thread.<Long>of(yes, c -> c.position().orElseThrow().id());

        assertThat(slugs(new QueueFilter(null, null, position, null, null))).containsExactly(yes);
        assertThat(slugs(new QueueFilter(null, null, null, ReportReason.SPAM, null)))
                .containsExactly(spam);
        assertThat(slugs(new QueueFilter(null, null, null, null, Duration.ofHours(1))))
                .containsExactly(yes);
        assertThat(slugs(new QueueFilter(QueueReason.PENDING, SampleDebate.PHONES, null, null, null)))
                .containsExactly(yes, no);
        assertThat(slugs(new QueueFilter(null, SampleDebate.HOMEWORK, null, null, null)))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherByKeyWithoutGapOrOverlap() {
        List<Slug> written = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            written.add(thread.write());
        }

        List<Slug> seen = new ArrayList<>();
        QueueKey after = QueueKey.START;
        for (List<QueueItem> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(item -> seen.add(item.comment().slug()));
            after = page.get(page.size() - 1).key();
        }

        assertThat(seen).containsExactlyElementsOf(written);
    }

    @Test
    void aPageNeedsTheSameQueriesHoweverLongItIs() {
        thread.write();
        long one = statements();
        for (int i = 0; i < QueueService.PAGE; i++) {
            report(thread.published(), ReportReason.SPAM);
        }

        assertThat(statements()).isEqualTo(one);
    }

    private long statements() {
        return thread.database.statementsOf(() -> thread.database
                .get(QueueService.class)
                .page(thread.minh, QueueFilter.ALL, QueueKey.START)
                .forEach(item -> {
                    item.comment().latest().text();
                    item.comment().latest().citations();
                    item.comment().author().pseudonym();
                    item.findings().size();
                }));
    }

    @Test
    void tenAreClaimedAndColleaguesGetOthersUntilTheTimeIsOver() {
        for (int i = 0; i < 15; i++) {
            thread.write();
        }

        List<QueueItem> mine = claim(thread.minh);
        List<QueueItem> hers = claim(thread.thu);

        assertThat(mine).hasSize(10).allMatch(i -> i.isTakenFrom(thread.thu.id()) && !i.isTakenFrom(thread.minh.id()));
        assertThat(hers).hasSize(5);
        assertThat(hers).extracting(i -> i.comment().slug()).doesNotContainAnyElementsOf(slugsOf(mine));
        assertThat(slugsOf(claim(thread.minh))).isEqualTo(slugsOf(mine));

        thread.clock.pass(Claim.LASTS);
        assertThat(slugsOf(claim(thread.thu))).isEqualTo(slugsOf(mine));
    }

    @Test
    void openingShowsColleaguesThatSomebodyIsOnItAndDecidingEndsThat() {
        Slug comment = thread.write();

        QueueItem opened = thread.ask(QueueService.class, s -> s.open(thread.minh, comment));
        QueueItem seen = thread.ask(QueueService.class, s -> s.open(thread.thu, comment));

        assertThat(opened.isTakenFrom(thread.minh.id())).isFalse();
        assertThat(seen.isTakenFrom(thread.thu.id())).isTrue();
        thread.publish(comment);
        assertThat(thread.database.count("select count(c) from Claim c")).isZero();
    }

    @Test
    void aColleagueIsAskedWithANote() {
        Slug comment = thread.write();
        thread.database.doInTransaction(() -> {
            thread.database.get(QueueService.class).open(thread.minh, comment);
            thread.database.get(QueueService.class).askColleague(thread.minh, comment, "Is this irony?");
        });

        QueueItem item = page(QueueFilter.ALL).get(0);

        assertThat(item.opinion()).isNotNull();
        assertThat(item.opinion().note()).isEqualTo("Is this irony?");
        assertThat(item.claim()).isNull();
        assertRefused(
                () -> thread.database.doInTransaction(
                        () -> thread.database.get(QueueService.class).askColleague(thread.minh, comment, " ")),
                "moderation.note.empty");
    }

    @Test
    void commentsAreFoundByTheirWordsAndByWhoWroteThemInEveryState() {
        Slug published = thread.published();
        Slug others = thread.write(thread.member("Hồng Nhung"), null);
        thread.decide(thread.minh, others, DecisionKind.DECLINE, "person");

        assertThat(find("SOMEBODY says here", true)).containsExactly(others, published);
        assertThat(find("hồng", true)).containsExactly(others);
        assertThat(find("hồng", false)).isEmpty();
        assertThat(find("nung", true)).isEmpty();
        assertThat(find("100%", true)).isEmpty();
        assertThat(find("_omebody", true)).isEmpty();
        assertThatThrownBy(() -> thread.ask(QueueService.class, s -> s.search(thread.author, "somebody", true)))
                .isInstanceOf(NotFoundException.class);
    }

    private List<Slug> find(String words, boolean names) {
        return thread
                .<QueueService, List<QueueItem>>ask(QueueService.class, s -> s.search(thread.minh, words, names))
                .stream()
                .map(i -> i.comment().slug())
                .toList();
    }

    @Test
    void theQueueIsForModerators() {
        assertThatThrownBy(() ->
                        thread.ask(QueueService.class, s -> s.page(thread.author, QueueFilter.ALL, QueueKey.START)))
                .isInstanceOf(NotFoundException.class);
    }

    private static QueueFilter with(QueueReason reason) {
        return new QueueFilter(reason, null, null, null, null);
    }

    private List<QueueItem> page(QueueFilter filter) {
        return thread.ask(QueueService.class, s -> s.page(thread.minh, filter, QueueKey.START));
    }

    private List<QueueItem> page(QueueKey after) {
        return thread.ask(QueueService.class, s -> s.page(thread.minh, QueueFilter.ALL, after));
    }

    private long count(QueueFilter filter) {
        return thread.<QueueService, Long>ask(QueueService.class, s -> s.count(thread.minh, filter));
    }

    private List<QueueItem> claim(Actor who) {
        return thread.ask(QueueService.class, s -> s.claimTen(who, QueueFilter.ALL));
    }

    private List<Slug> slugs(QueueFilter filter) {
        return slugsOf(page(filter));
    }

    private static List<Slug> slugsOf(List<QueueItem> items) {
        return items.stream().map(i -> i.comment().slug()).toList();
    }

    private int readers;

    private void report(Slug comment, ReportReason reason) {
        Actor reader = thread.member("Reader " + (++readers));
        thread.ask(ReportService.class, s -> s.report(reader, comment, reason, ""));
    }
}
