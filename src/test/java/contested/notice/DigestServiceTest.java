package contested.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.account.Account;
import contested.account.AccountService;
import contested.account.Digest;
import contested.moderation.ModeratedThread;
import contested.shared.Language;
import contested.support.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** News by mail: only for who asked, only when there is some, and nothing of it lost when the mail is not taken. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class DigestServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;

    @BeforeEach
    void openThread() {
        thread = new ModeratedThread(engine, folder);
        // Whoever observes must be there before the event.
        thread.database.get(NoticeService.class);
        thread.database.doInTransaction(() -> thread.database
                .entityManager()
                .find(Account.class, thread.author.id())
                .changeEmail("lan@lake.example"));
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    private void choose(Digest digest) {
        thread.database.doInTransaction(
                () -> thread.database.get(AccountService.class).chooseDigest(thread.author, digest, Language.VI));
    }

    private List<Long> due() {
        return thread.ask(DigestService.class, DigestService::due);
    }

    private Optional<DigestService.Letter> prepare() {
        return thread.ask(DigestService.class, s -> s.prepare(thread.author.id()));
    }

    @Test
    void nobodyGetsOneWhoDidNotAsk() {
        thread.published();
        thread.clock.pass(Duration.ofDays(30));

        assertThat(due()).isEmpty();
        assertThat(prepare()).isEmpty();
    }

    @Test
    void withoutAnAddressThereIsNothingToChoose() {
        assertThatThrownBy(() -> thread.database.doInTransaction(() ->
                        thread.database.get(AccountService.class).chooseDigest(thread.minh, Digest.DAILY, Language.EN)))
                .hasMessage("me.digest.no-address");
    }

    @Test
    void aDailyOneCountsWhatIsNewOnceADay() {
        thread.published();
        choose(Digest.DAILY);
        thread.clock.pass(Duration.ofHours(1));
        thread.publish(thread.write(thread.member("Other"), thread.published()));
        assertThat(due()).isEmpty();

        thread.clock.pass(Duration.ofHours(23));
        assertThat(due()).containsExactly(thread.author.id());
        DigestService.Letter letter = prepare().orElseThrow();
        assertThat(letter.count()).isEqualTo(2);
        assertThat(letter.language()).isEqualTo(Language.VI);
        assertThat(letter.email()).isEqualTo("lan@lake.example");

        // Not taken: it is due still, with the same news.
        assertThat(prepare().orElseThrow().count()).isEqualTo(2);
        thread.database.doInTransaction(
                () -> thread.database.get(DigestService.class).sent(thread.author.id(), letter.until()));
        assertThat(due()).isEmpty();
        thread.clock.pass(Duration.ofDays(1));
        assertThat(prepare()).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void aWeeklyOneWaitsAWeek() {
        choose(Digest.WEEKLY);
        thread.published();
        thread.clock.pass(Duration.ofDays(6));
        assertThat(due()).isEmpty();
        thread.clock.pass(Duration.ofDays(1));
        assertThat(due()).hasSize(1);

        choose(Digest.OFF);
        assertThat(due()).isEmpty();
    }
}
