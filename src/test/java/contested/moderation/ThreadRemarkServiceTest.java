package contested.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.access.Actor;
import contested.discussion.CommentChanged;
import contested.discussion.CommentState;
import contested.shared.ContentChanged;
import contested.shared.Slug;
import contested.support.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a thread says of why something is not shown: to everybody that it was automatic, to the author the reason. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ThreadRemarkServiceTest {

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

    private Map<Slug, ThreadRemark> remarksFor(Actor reader, Slug comment) {
        return thread.ask(ThreadRemarkService.class, s -> s.remarksFor(reader, List.of(comment)));
    }

    private Set<Slug> automatic(Slug comment) {
        return thread.ask(ThreadRemarkService.class, s -> s.hiddenAutomatically(List.of(comment)));
    }

    @Test
    void onlyTheAuthorReadsTheRuleAndTheWords() {
        Slug comment = thread.write();
        thread.decide(thread.minh, comment, new Verdict(DecisionKind.DECLINE, "person", "Speak of what is said."));

        ThreadRemark remark = remarksFor(thread.author, comment).get(comment);

        assertThat(remark.kind()).isEqualTo(DecisionKind.DECLINE);
        assertThat(remark.words()).isEqualTo("Speak of what is said.");
        assertThat(remark.rule()).isNotNull();
        assertThat(remark.rule().key()).isEqualTo("person");
        assertThat(remark.rule().rank()).isEqualTo(1);
        for (Actor other : List.of(Actor.VISITOR, thread.thu, thread.minh)) {
            assertThat(remarksFor(other, comment)).isEmpty();
        }
    }

    @Test
    void whatWasSentAgainOrRestoredHasNoReasonAnyMore() {
        Slug sentBack = thread.write();
        thread.decide(thread.minh, sentBack, DecisionKind.SEND_BACK, "ground");
        assertThat(remarksFor(thread.author, sentBack)).containsKey(sentBack);
        thread.database.doInTransaction(
                () -> thread.find(sentBack).become(CommentState.PENDING, thread.clock.instant()));
        assertThat(remarksFor(thread.author, sentBack)).isEmpty();

        Slug hidden = thread.published();
        Decision hide = thread.decide(thread.minh, hidden, DecisionKind.HIDE, "person");
        assertThat(remarksFor(thread.author, hidden)).containsKey(hidden);
        thread.ask(ModerationService.class, s -> s.undo(thread.minh, hide.id()));
        assertThat(remarksFor(thread.author, hidden)).isEmpty();
    }

    @Test
    void aRefusedLaterRevisionHasItsReasonWhileReadersSeeTheEarlierOne() {
        Slug comment = thread.published();
        thread.revise(comment);
        thread.decide(thread.minh, comment, DecisionKind.DECLINE, "exact");

        assertThat(remarksFor(thread.author, comment).get(comment).kind()).isEqualTo(DecisionKind.DECLINE);
        thread.revise(comment);
        assertThat(remarksFor(thread.author, comment)).isEmpty();
    }

    @Test
    void everybodyIsToldThatItWasAutomaticUntilAModeratorLooks() {
        Slug comment = thread.published();
        Actor reader = thread.member("An");
        thread.ask(ReportService.class, s -> s.report(reader, comment, ReportReason.AT_RISK, ""));
        assertThat(automatic(comment)).containsExactly(comment);
        assertThat(remarksFor(thread.author, comment).get(comment).automatic()).isTrue();

        long before = pagesGoneStale();
        thread.decide(thread.minh, comment, DecisionKind.HIDE, "private");

        assertThat(automatic(comment)).isEmpty();
        assertThat(pagesGoneStale())
                .as("kept pages must not go on to say automatic")
                .isGreaterThan(before);
        assertThat(remarksFor(thread.author, comment).get(comment).automatic()).isFalse();
    }

    private long pagesGoneStale() {
        return thread.database.wiring().events().stream()
                .filter(ContentChanged.class::isInstance)
                .count();
    }

    @Test
    void onlyWhatReadersBeginToSeeAppears() {
        Slug comment = thread.write();
        assertThat(appeared()).isEmpty();
        thread.publish(comment);
        assertThat(appeared()).containsExactly(comment);
        thread.decide(thread.minh, comment, DecisionKind.HIDE, "person");
        assertThat(appeared()).containsExactly(comment);
        thread.decide(thread.minh, comment, Verdict.of(DecisionKind.RESTORE));
        assertThat(appeared()).containsExactly(comment, comment);
    }

    private List<Slug> appeared() {
        return thread.database.wiring().events().stream()
                .filter(CommentChanged.class::isInstance)
                .map(CommentChanged.class::cast)
                .filter(CommentChanged::appeared)
                .map(CommentChanged::comment)
                .toList();
    }
}
