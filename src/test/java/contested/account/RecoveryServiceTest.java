package contested.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.account.AccountService.SignUp;
import contested.account.RecoveryService.Letter;
import contested.shared.Language;
import contested.support.Database;
import contested.support.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A mailed link opens an account once, for an hour; who has no account learns nothing, and no mail is lost. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class RecoveryServiceTest {

    private static final String PASSPHRASE = "river lamp seven doors";
    private static final String ANOTHER = "another one of mine";
    private static final String EMAIL = "Lan@lake.example";

    @Parameter
    Engine engine;

    private Database database;
    private Instant now = Database.NOW;
    private String signIn;

    @BeforeEach
    void signUp() {
        database = Database.on(engine);
        database.wiring().put(Clock.class, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        signIn = database.inTransaction(
                () -> database.get(AccountService.class).signUp(new SignUp("Lan", PASSPHRASE, EMAIL, null)));
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private <T> T with(Function<RecoveryService, T> act) {
        return database.inTransaction(() -> act.apply(database.get(RecoveryService.class)));
    }

    private void ask(String email) {
        database.doInTransaction(() -> database.get(RecoveryService.class).ask(email, Language.VI));
    }

    private List<Long> due() {
        return this.<List<Long>>with(RecoveryService::due);
    }

    private Letter prepare() {
        return this.<Letter>with(r -> r.prepare(r.due().get(0)).orElseThrow());
    }

    private Letter send() {
        long id = due().get(0);
        Letter letter = prepare();
        database.doInTransaction(() -> database.get(RecoveryService.class).sent(id));
        return letter;
    }

    private void recover(String token, String passphrase) {
        database.doInTransaction(() -> database.get(RecoveryService.class).recover(token, passphrase));
    }

    private boolean opens(String passphrase) {
        return database.inTransaction(() ->
                database.get(AccountService.class).signIn("Lan", passphrase).isPresent());
    }

    @Test
    void theLinkSetsAnotherPassphraseOnceAndEndsEverySignIn() {
        ask(" lan@LAKE.example ");
        Letter letter = send();

        assertThat(letter.email()).isEqualTo(EMAIL);
        assertThat(letter.language()).isEqualTo(Language.VI);
        assertThatThrownBy(() -> recover(letter.token(), "too short")).hasMessage("account.passphrase.short");
        recover(letter.token(), ANOTHER);

        assertThat(opens(PASSPHRASE)).isFalse();
        assertThat(opens(ANOTHER)).isTrue();
        assertThat(database.<Boolean>inTransaction(
                        () -> database.get(AccountService.class).visit(signIn).isPresent()))
                .isFalse();
        assertThatThrownBy(() -> recover(letter.token(), "a third one of mine")).hasMessage("recover.over");
    }

    @Test
    void afterAnHourTheLinkIsNothing() {
        ask(EMAIL);
        String token = send().token();
        now = now.plus(Recovery.LASTS).minusSeconds(1);
        assertThat(this.<Boolean>with(r -> r.isOpen(token))).isTrue();

        now = now.plusSeconds(1);
        assertThat(this.<Boolean>with(r -> r.isOpen(token))).isFalse();
        assertThatThrownBy(() -> recover(token, ANOTHER)).hasMessage("recover.over");
        now = now.plusSeconds(1);
        due();
        assertThat(database.count("select count(r) from Recovery r")).isZero();
    }

    @Test
    void onlyAHashOfTheLinkIsStored() {
        ask(EMAIL);
        String token = send().token();

        assertThat(database.count("select count(r) from Recovery r where r.tokenHash = '" + token + "'"))
                .isZero();
        assertThat(database.count("select count(r) from Recovery r where r.tokenHash = '" + Secrets.hash(token) + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoHasNoAccountIsToldTheSameAndNothingIsWritten() {
        ask("nobody@lake.example");

        assertThat(due()).isEmpty();
        assertThatThrownBy(() -> ask("no address")).hasMessage("account.email.form");
    }

    @Test
    void oneMailInFiveMinutesAndATooEagerOneWaits() {
        ask(EMAIL);
        send();
        ask(EMAIL);
        assertThat(due()).isEmpty();
        now = now.plus(Duration.ofMinutes(5));
        ask(EMAIL);
        assertThat(due()).hasSize(1);

        for (int i = 0; i < 5; i++) {
            ask(EMAIL);
        }
        assertThatThrownBy(() -> ask(EMAIL)).hasMessage("account.sign-in.wait");
    }

    @Test
    void aMailThatWasNotTakenIsTriedAgainLaterAndGivenUpInTheEnd() {
        ask(EMAIL);
        for (int tries = 1; tries <= 6; tries++) {
            long id = due().get(0);
            prepare();
            database.doInTransaction(() -> database.get(RecoveryService.class).failed(id));
            assertThat(due()).isEmpty();
            now = now.plus(Duration.ofMinutes(1L << tries));
        }
        assertThat(due()).isEmpty();
        assertThat(database.count("select count(r) from Recovery r")).isZero();
    }

    @Test
    void anotherAddressOrPassphraseMakesTheLinkWorthless() {
        ask(EMAIL);
        String token = send().token();
        Actor actor = database.inTransaction(() ->
                database.get(AccountService.class).visit(signIn).orElseThrow().actor());
        database.doInTransaction(() -> database.get(AccountService.class)
                .changeEmail(actor, new Proof(PASSPHRASE, signIn), "other@lake.example"));

        assertThat(this.<Boolean>with(r -> r.isOpen(token))).isFalse();
    }

    @Test
    void anAccountOfTheIdentityProvidersGetsNoPassphraseByMail() {
        String token =
                database.inTransaction(() -> database.get(AccountService.class).signUpAs("identity", "Minh", null));
        Actor actor = database.inTransaction(() ->
                database.get(AccountService.class).visit(token).orElseThrow().actor());
        database.doInTransaction(
                () -> database.get(AccountService.class).changeEmail(actor, new Proof("", token), "minh@lake.example"));

        ask("minh@lake.example");
        assertThat(due()).isEmpty();
    }
}
