package contested.discussion;

import static contested.discussion.SampleThread.PHONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import contested.access.Actor;
import contested.question.Question;
import contested.question.QuestionRepository;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers see of a thread, on each database that the portal runs on. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ThreadServiceTest {

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
    void aQuestionWithoutCommentsHasAnEmptyThreadAndAStrangeOneNone() {
        assertThat(thread.page(Actor.VISITOR).entries()).isEmpty();
        assertThat(thread.database.count("select count(*) from DebateThread")).isZero();
        assertThatThrownBy(() -> thread.database.inTransaction(() -> thread.database
                        .get(ThreadService.class)
                        .page(
                                Actor.VISITOR,
                                ThreadKey.open(new Slug("nothing")),
                                ThreadFilter.ALL,
                                ThreadOrder.OLDEST,
                                null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPositionThatTheQuestionOffersNoMoreStaysWithWhatTookIt() {
        Slug said = thread.said(thread.bo, Slot.DEPENDS, null);

        thread.database.filledWith(SampleDebate.pack(folder.resolve("later"))
                .version(2)
                .edit("questions/" + SampleDebate.PHONES + ".json", ThreadServiceTest::withoutTheSecondPosition)
                .delete("coverage.json"));

        assertThat(thread.page(Actor.VISITOR).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.slug()).isEqualTo(said);
            assertThat(entry.position()).isEqualTo(Slot.DEPENDS);
        });
        thread.database.doInTransaction(() -> {
            Question question = thread.database
                    .get(QuestionRepository.class)
                    .find(SampleDebate.PHONES)
                    .orElseThrow();
            assertThat(question.position(Slot.DEPENDS)).isEmpty();
            assertThat(question.everOffered(Slot.DEPENDS)).isPresent();
        });
        assertThatThrownBy(() -> thread.post(thread.anh, SampleThread.taking(Slot.DEPENDS)))
                .isInstanceOf(UserFacingException.class);
    }

    private static void withoutTheSecondPosition(ObjectNode question) {
        ((ArrayNode) question.get("positions")).remove(1);
        ArrayNode passages = (ArrayNode) question.get("passages");
        for (int i = passages.size() - 1; i >= 0; i--) {
            if (passages.get(i).path("position").asText().equals("depends")) {
                passages.remove(i);
            }
        }
    }

    @Test
    void onlyTheAuthorSeesWhatWaitsAndInItsPlace() {
        Slug first = thread.said(thread.bo);
        Slug waiting = thread.waiting(thread.anh, null, null);
        Slug last = thread.said(thread.bo);
        Slug reply = thread.waiting(thread.anh, null, first);

        assertThat(slugs(thread.page(Actor.VISITOR))).containsExactly(first, last);
        assertThat(slugs(thread.page(thread.bo))).containsExactly(first, last);
        ThreadPage own = thread.page(thread.anh);
        assertThat(slugs(own)).containsExactly(first, waiting, last);
        assertThat(own.entries().get(0).replies()).extracting(Entry::slug).containsExactly(reply);
        assertThat(own.entries().get(1).own()).isTrue();
        assertThat(own.entries().get(1).state()).isEqualTo(CommentState.PENDING);
        assertThat(own.figures().published()).isEqualTo(2);
        for (Actor reader : List.of(Actor.VISITOR, thread.bo)) {
            assertThatThrownBy(() -> conversation(reader, waiting)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> conversation(reader, reply)).isInstanceOf(NotFoundException.class);
        }
        assertThat(conversation(thread.anh, reply).top().replies()).hasSize(1);
    }

    @Test
    void whatWasPublishedOnceKeepsItsPlaceAndItsReplies() {
        for (CommentState state : List.of(
                CommentState.HIDDEN,
                CommentState.WITHDRAWN,
                CommentState.REDACTED,
                CommentState.SENT_BACK,
                CommentState.DECLINED,
                CommentState.PENDING)) {
            Slug slug = thread.said(thread.anh, Slot.YES, null, "gazette-1a");
            Slug reply = thread.answered(thread.bo, slug);

            thread.become(slug, state);

            Entry place = thread.page(Actor.VISITOR, ThreadFilter.ALL, ThreadOrder.NEWEST, null)
                    .entries()
                    .get(0);
            assertThat(place.isPlace()).isTrue();
            assertThat(place.html()).isEmpty();
            assertThat(place.author()).isNull();
            assertThat(place.position()).isNull();
            assertThat(place.citations()).isEmpty();
            assertThat(place.state()).isEqualTo(state.leavesPlace() ? state : CommentState.HIDDEN);
            assertThat(place.replies()).extracting(Entry::slug).containsExactly(reply);
            Entry own = thread.page(thread.anh, ThreadFilter.ALL, ThreadOrder.NEWEST, null)
                    .entries()
                    .get(0);
            assertThat(own.isPlace()).isFalse();
            assertThat(own.state()).isEqualTo(state);
        }
        assertThat(thread.page(Actor.VISITOR).figures().published()).isEqualTo(6);
        assertThat(thread.page(Actor.VISITOR).figures().on(Slot.YES)).isZero();
    }

    @Test
    void repliesNestAndThenGoOnFlat() {
        Slug top = thread.said(thread.anh);
        Slug first = thread.answered(thread.bo, top);
        Slug second = thread.answered(thread.anh, first);
        Slug third = thread.answered(thread.bo, second);
        Slug other = thread.answered(thread.bo, top);

        Entry entry = thread.page(Actor.VISITOR).entries().get(0);

        assertThat(entry.replies()).extracting(Entry::slug).containsExactly(first, other);
        assertThat(entry.replies().get(0).replies()).extracting(Entry::slug).containsExactly(second, third);
        assertThat(entry.replies().get(0).replies().get(1).answers()).isEqualTo(second);
        assertThat(entry.publishedReplies()).isEqualTo(4);
    }

    @Test
    void pagesFollowEachOtherWithoutGapInEachOrder() {
        List<Slug> all = new ArrayList<>();
        for (int i = 0; i < 2 * ThreadService.PAGE + 3; i++) {
            String[] cited = Stream.of("gazette-1a", "gazette-1b", "gazette-2a")
                    .limit(i % 4)
                    .toArray(String[]::new);
            all.add(thread.said(thread.bo, null, null, cited));
        }
        Slug waiting = thread.waiting(thread.anh, null, null);

        assertThat(walk(Actor.VISITOR, ThreadOrder.OLDEST)).isEqualTo(all);
        List<Slug> newest = new ArrayList<>(all);
        Collections.reverse(newest);
        assertThat(walk(Actor.VISITOR, ThreadOrder.NEWEST)).isEqualTo(newest);
        List<Slug> cited = new ArrayList<>();
        for (int number = 3; number >= 0; number--) {
            for (int i = number; i < all.size(); i += 4) {
                cited.add(all.get(i));
            }
        }
        assertThat(walk(Actor.VISITOR, ThreadOrder.MOST_CITED)).isEqualTo(cited);
        newest.add(0, waiting);
        assertThat(walk(thread.anh, ThreadOrder.NEWEST)).isEqualTo(newest);
        cited.add(waiting);
        assertThat(walk(thread.anh, ThreadOrder.MOST_CITED)).isEqualTo(cited);
    }

    @Test
    void aStrangeCursorIsTheFirstPage() {
        Slug slug = thread.said(thread.bo);

        for (String cursor : List.of("", "x", "1.", "0.nowhere", "99999.c1", "-1.c1", "0.C1")) {
            assertThat(slugs(thread.page(Actor.VISITOR, ThreadFilter.ALL, ThreadOrder.OLDEST, cursor)))
                    .containsExactly(slug);
        }
    }

    @Test
    void filtersShowWhatTheySay() {
        Slug yes = thread.said(thread.anh, Slot.YES, null, "gazette-1a");
        Slug no = thread.said(thread.anh, Slot.NO, null, "gazette-2a", "gazette-1a");
        Slug neither = thread.said(thread.anh);
        Slug waiting = thread.waiting(thread.anh, Slot.YES, null, "gazette-1a");

        assertThat(filtered(Actor.VISITOR, ThreadFilter.taking(Slot.YES))).containsExactly(yes);
        assertThat(filtered(thread.anh, ThreadFilter.taking(Slot.YES))).containsExactly(yes, waiting);
        assertThat(filtered(Actor.VISITOR, ThreadFilter.citing(SampleDebate.PASSAGE)))
                .containsExactly(yes, no);
        assertThat(filtered(Actor.VISITOR, ThreadFilter.NEITHER)).containsExactly(neither);
        assertThat(filtered(Actor.VISITOR, ThreadFilter.ASKS)).isEmpty();
        assertThat(filtered(Actor.VISITOR, ThreadFilter.taking(Slot.OTHER))).isEmpty();
    }

    @Test
    void sideBySideHasAColumnForEachPosition() {
        Slug yes = thread.said(thread.anh, Slot.YES, null);
        for (int i = 0; i < ThreadService.COLUMN + 1; i++) {
            thread.said(thread.bo, Slot.NO, null);
        }
        Slug neither = thread.said(thread.bo);

        ThreadColumns columns = thread.database.inTransaction(
                () -> thread.database.get(ThreadService.class).sideBySide(Actor.VISITOR, ThreadKey.open(PHONES)));

        assertThat(columns.columns())
                .extracting(column -> column.entries().size())
                .containsExactly(1, 0, ThreadService.COLUMN, 0, 1);
        assertThat(columns.columns().get(0).entries().get(0).slug()).isEqualTo(yes);
        assertThat(columns.columns().get(4).entries().get(0).slug()).isEqualTo(neither);
        ThreadColumns.Column no = columns.columns().get(2);
        assertThat(thread.page(Actor.VISITOR, no.filter(), ThreadOrder.OLDEST, no.next())
                        .entries())
                .hasSize(1);
    }

    @Test
    void aConversationGoesOnWhereItsBeginningEnds() {
        Slug top = thread.said(thread.anh);
        List<Slug> replies = new ArrayList<>();
        for (int i = 0; i < ThreadService.CONVERSATION_PAGE + 2; i++) {
            replies.add(thread.answered(thread.bo, top));
        }

        Entry begun = thread.page(Actor.VISITOR).entries().get(0);
        assertThat(begun.replies()).hasSize(ThreadService.REPLIES);
        assertThat(begun.hasMoreReplies()).isTrue();
        Conversation first = conversation(Actor.VISITOR, top);
        Conversation second = thread.database.inTransaction(() -> thread.database
                .get(ThreadService.class)
                .conversation(Actor.VISITOR, ThreadKey.open(PHONES), top, first.next()));
        List<Slug> seen = new ArrayList<>();
        first.top().replies().forEach(r -> seen.add(r.slug()));
        second.top().replies().forEach(r -> seen.add(r.slug()));
        assertThat(seen).isEqualTo(replies);
        assertThat(second.next()).isNull();
        Slug last = replies.get(replies.size() - 1);
        assertThat(conversation(Actor.VISITOR, last).top().replies())
                .extracting(Entry::slug)
                .contains(last);
    }

    @Test
    void aPassageKnowsWhoCitesIt() {
        Slug cites = thread.said(thread.anh, null, null, "gazette-1a");
        Slug hidden = thread.said(thread.anh, null, null, "gazette-1a");
        thread.waiting(thread.anh, null, null, "gazette-1a");
        thread.become(hidden, CommentState.HIDDEN);

        CitingComments citing = thread.database.inTransaction(
                () -> thread.database.get(ThreadService.class).citing(thread.anh, SampleDebate.PASSAGE, null));

        assertThat(citing.entries()).extracting(Entry::slug).containsExactly(cites);
        ThreadFigures figures = thread.database.inTransaction(
                () -> thread.database.get(ThreadService.class).figures(Actor.VISITOR, ThreadKey.open(PHONES)));
        assertThat(figures.citing(SampleDebate.PASSAGE)).isEqualTo(1);
        assertThat(figures.citing(new Slug("gazette-1b"))).isZero();
    }

    @Test
    void pagesTakeAFixedNumberOfQueriesHoweverLongTheThread() {
        fill(2);
        long few = statements(thread.anh);
        long fewColumns = columnStatements(thread.anh);

        fill(40);

        assertThat(statements(thread.anh)).isEqualTo(few).isLessThanOrEqualTo(9);
        assertThat(statements(Actor.VISITOR)).isLessThanOrEqualTo(8);
        assertThat(columnStatements(thread.anh)).isEqualTo(fewColumns).isLessThanOrEqualTo(18);
    }

    private void fill(int number) {
        for (int i = 0; i < number; i++) {
            Actor author = thread.member("Member " + "abcdefghijklmnopqrstuvwxyz".charAt(i % 26) + i + "x" + number);
            Slug top = thread.said(author, Slot.values()[i % 3], null, "gazette-1a", "gazette-1b");
            Slug reply = thread.answered(thread.bo, top);
            thread.answered(author, reply);
            thread.waiting(thread.anh, Slot.YES, null, "gazette-2a");
            thread.waiting(thread.anh, null, top);
        }
    }

    private long statements(Actor reader) {
        return thread.database.statementsOf(() -> thread.database
                .get(ThreadService.class)
                .page(reader, ThreadKey.open(PHONES), ThreadFilter.ALL, ThreadOrder.OLDEST, null));
    }

    private long columnStatements(Actor reader) {
        return thread.database.statementsOf(
                () -> thread.database.get(ThreadService.class).sideBySide(reader, ThreadKey.open(PHONES)));
    }

    private Conversation conversation(Actor reader, Slug slug) {
        return thread.database.inTransaction(() ->
                thread.database.get(ThreadService.class).conversation(reader, ThreadKey.open(PHONES), slug, null));
    }

    private List<Slug> filtered(Actor reader, ThreadFilter filter) {
        return slugs(thread.page(reader, filter, ThreadOrder.OLDEST, null));
    }

    private List<Slug> walk(Actor reader, ThreadOrder order) {
        List<Slug> seen = new ArrayList<>();
        ThreadPage page = thread.page(reader, ThreadFilter.ALL, order, null);
        seen.addAll(slugs(page));
        while (page.next() != null) {
            page = thread.page(reader, ThreadFilter.ALL, order, page.next());
            seen.addAll(slugs(page));
        }
        return seen;
    }

    private static List<Slug> slugs(ThreadPage page) {
        return page.entries().stream().map(Entry::slug).toList();
    }
}
