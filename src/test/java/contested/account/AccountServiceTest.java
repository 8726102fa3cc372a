package contested.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.account.AccountService.SignUp;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import contested.support.Database;
import contested.support.Engine;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an account, who gets in, and what ends it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class AccountServiceTest {

    private static final String PASSPHRASE = "river lamp seven doors";

    @Parameter
    Engine engine;

    private Database database;

    @BeforeEach
    void emptyPortal() {
        database = Database.on(engine);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private <T> T with(Function<AccountService, T> act) {
        return database.inTransaction(() -> act.apply(database.get(AccountService.class)));
    }

    private void run(java.util.function.Consumer<AccountService> act) {
        database.doInTransaction(() -> act.accept(database.get(AccountService.class)));
    }

    private String signUp(String pseudonym) {
        return with(a -> a.signUp(new SignUp(pseudonym, PASSPHRASE, "", null)));
    }

    private Optional<String> signIn(String pseudonym, String passphrase) {
        return database.inTransaction(() -> database.get(AccountService.class).signIn(pseudonym, passphrase));
    }

    private Optional<Visit> visit(String token) {
        return database.inTransaction(() -> database.get(AccountService.class).visit(token));
    }

    private Actor actor(String token) {
        return with(a -> a.visit(token).orElseThrow().actor());
    }

    private Actor administrator() {
        return actor(with(a -> a.setUp(new SignUp("First", PASSPHRASE, "", null))));
    }

    @Test
    void whoSignsUpIsSignedInAsAMemberAndNothingMore() {
        Actor actor = actor(signUp("Lan Phạm"));

        assertThat(actor.roles()).containsExactly(SiteRole.MEMBER);
    }

    @Test
    void theRightPassphraseOpensAndAnotherDoesNot() {
        signUp("Lan Phạm");

        assertThat(signIn("lan pham", PASSPHRASE)).isPresent();
        assertThat(signIn("Lan Phạm", PASSPHRASE + ".")).isEmpty();
        assertThat(signIn("Nobody", PASSPHRASE)).isEmpty();
        assertThat(signIn("", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lan Phạm", "lan  pham", "LAN.PHAM", "lаn phаm", "Lan_Pham"})
    void aPseudonymThatLooksLikeAnotherIsTaken(String pseudonym) {
        signUp("Lan Phạm");

        assertThatThrownBy(() -> signUp(pseudonym))
                .isInstanceOfSatisfying(
                        UserFacingException.class, e -> assertThat(e.key()).isEqualTo("account.pseudonym.taken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Moderator", "m0derator", "Some editor", "The-Admin", "Người Duyệt", "Minh quản trị", "Contested"
            })
    void aPseudonymPretendsNoOfficeButTheOperatorsMay(String pseudonym) {
        assertThatThrownBy(() -> signUp(pseudonym))
                .isInstanceOfSatisfying(
                        UserFacingException.class, e -> assertThat(e.key()).isEqualTo("account.pseudonym.office"));
        assertThat(actor(signUp("Editorial fan")).roles()).containsExactly(SiteRole.MEMBER);

        assertThat(actor(with(a -> a.setUp(new SignUp(pseudonym, PASSPHRASE, "", null))))
                        .roles())
                .contains(SiteRole.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "abcdefghijklmnopqrstuvwxyz12345", "<b>me</b>", "a\u202Eb", "-lead", "a\u0000b"})
    void aPseudonymHasItsForm(String pseudonym) {
        assertThatThrownBy(() -> signUp(pseudonym))
                .isInstanceOfSatisfying(
                        UserFacingException.class, e -> assertThat(e.field()).isEqualTo(Pseudonym.FIELD));
    }

    @ParameterizedTest
    @CsvSource({
        "short words, account.passphrase.short",
        "Password123456!, account.passphrase.common",
        "matkhau 123456789, account.passphrase.common",
        "qwertyuiop12, account.passphrase.common",
        "aaaaaaaaaaaaaaa, account.passphrase.common",
        "123456789012345, account.passphrase.common",
        "LanPham20262026, account.passphrase.common"
    })
    void aPassphraseThatIsGuessedFirstIsRefused(String passphrase, String why) {
        assertThatThrownBy(() -> with(a -> a.signUp(new SignUp("Lan Pham", passphrase, "", null))))
                .isInstanceOfSatisfying(UserFacingException.class, e -> {
                    assertThat(e.field()).isEqualTo(Passphrases.FIELD);
                    assertThat(e.key()).isEqualTo(why);
                });
    }

    @Test
    void aPassphraseMayHaveAnyCharactersUpToItsLength() {
        String longest = "ệ😀 x".repeat(32);
        assertThat(longest.codePointCount(0, longest.length())).isEqualTo(128);

        run(a -> a.signUp(new SignUp("Long", longest, "", null)));

        assertThat(signIn("Long", longest)).isPresent();
        assertThatThrownBy(() -> with(a -> a.signUp(new SignUp("Longer", longest + "x", "", null))))
                .hasMessage("account.passphrase.long");
    }

    @Test
    void guessingOneNameSlowsThatNameAndNoOther() {
        signUp("Lan Phạm");
        signUp("Minh Khoa");
        for (int i = 0; i < 8; i++) {
            assertThat(signIn("Lan Phạm", "wrong")).isEmpty();
            assertThat(signIn("Nobody", "wrong")).isEmpty();
        }

        assertThatThrownBy(() -> signIn("Lan Phạm", PASSPHRASE)).hasMessage("account.sign-in.wait");
        assertThatThrownBy(() -> signIn("Nobody", PASSPHRASE)).hasMessage("account.sign-in.wait");
        assertThat(signIn("Minh Khoa", PASSPHRASE)).isPresent();
    }

    @Test
    void signingOutEverywhereEndsEverySignIn() {
        String here = signUp("Lan Phạm");
        String there = signIn("Lan Phạm", PASSPHRASE).orElseThrow();
        Actor actor = actor(here);

        run(a -> a.signOutEverywhere(actor));

        assertThat(visit(here)).isEmpty();
        assertThat(visit(there)).isEmpty();
    }

    @Test
    void aRoleTakenAwayIsGoneInOpenTabsToo() {
        Actor admin = administrator();
        String token = signUp("Lan Phạm");
        long id = actor(token).id();
        run(a -> a.trust(admin, id, SiteRole.MODERATOR, true));
        assertThat(actor(token).roles()).contains(SiteRole.MODERATOR);

        run(a -> a.trust(admin, id, SiteRole.MODERATOR, false));

        assertThat(actor(token).roles()).containsExactly(SiteRole.MEMBER);
    }

    @Test
    void theLastAdministratorStays() {
        Actor admin = administrator();

        assertThatThrownBy(() -> run(a -> a.trust(admin, admin.id(), SiteRole.ADMINISTRATOR, false)))
                .hasMessage("account.role.last");
        assertThatThrownBy(() -> with(a -> a.setUp(new SignUp("Second", PASSPHRASE, "", null))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyAdministratorsGiveRolesAndInvite() {
        Actor member = actor(signUp("Lan Phạm"));

        assertThatThrownBy(() -> run(a -> a.trust(member, member.id(), SiteRole.ADMINISTRATOR, true)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(a -> a.invite(member))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> run(a -> a.openSignUpTo(member, SignUpMode.CLOSED)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(a -> a.search(Actor.VISITOR, "", Long.MAX_VALUE)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anInvitationLetsOnePersonInOnce() {
        Actor admin = administrator();
        run(a -> a.openSignUpTo(admin, SignUpMode.INVITED));
        String secret = with(a -> a.invite(admin));

        assertThatThrownBy(() -> signUp("Stranger")).hasMessage("account.invitation.needed");
        run(a -> a.signUp(new SignUp("Invited", PASSPHRASE, "", secret)));
        assertThatThrownBy(() -> with(a -> a.signUp(new SignUp("Second", PASSPHRASE, "", secret))))
                .hasMessage("account.invitation.needed");
    }

    @Test
    void anInvitationIsListedUntilItIsRevoked() {
        Actor admin = administrator();
        run(a -> a.openSignUpTo(admin, SignUpMode.INVITED));
        String secret = with(a -> a.invite(admin));
        long open = with(a -> a.invitations(admin)).get(0).id();

        run(a -> a.revoke(admin, open));

        assertThat(contested.shared.Slug.parse(secret))
                .as("goes into addresses")
                .isPresent();
        int left = with(a -> a.invitations(admin).size());
        assertThat(left).isZero();
        assertThatThrownBy(() -> run(a -> a.revoke(admin, open))).hasMessage("account.invitation.gone");
        assertThatThrownBy(() -> with(a -> a.signUp(new SignUp("Invited", PASSPHRASE, "", secret))))
                .hasMessage("account.invitation.needed");
    }

    @Test
    void accountsAreFoundByHowTheyBeginPageByPage() {
        Actor admin = administrator();
        signUp("Lan Phạm");
        signUp("lan_two");
        signUp("Minh Lan");

        assertThat(names(admin, " LAN", Long.MAX_VALUE)).containsExactly("lan_two", "Lan Phạm");
        assertThat(names(admin, "lan_", Long.MAX_VALUE)).containsExactly("lan_two");
        long last = with(a -> a.search(admin, "lan", Long.MAX_VALUE)).get(0).id();
        assertThat(names(admin, "lan", last)).containsExactly("Lan Phạm");
    }

    private java.util.List<String> names(Actor admin, String beginning, long before) {
        java.util.List<Account> found = with(a -> a.search(admin, beginning, before));
        return found.stream().map(a -> a.pseudonym().orElse("")).toList();
    }

    @Test
    void aClosedPortalMakesNoAccounts() {
        Actor admin = administrator();
        run(a -> a.openSignUpTo(admin, SignUpMode.CLOSED));

        assertThatThrownBy(() -> signUp("Stranger")).hasMessage("account.sign-up.closed");
    }

    @Test
    void aChangedPassphraseEndsEverySignInAndTheOldOneOpensNoMore() {
        String token = signUp("Lan Phạm");
        Actor actor = actor(token);

        assertThatThrownBy(() -> run(a -> a.changePassphrase(actor, "not the present one", "another one of mine")))
                .hasMessage("account.passphrase.wrong");
        run(a -> a.changePassphrase(actor, PASSPHRASE, "another one of mine"));

        assertThat(visit(token)).isEmpty();
        assertThat(signIn("Lan Phạm", PASSPHRASE)).isEmpty();
        assertThat(signIn("Lan Phạm", "another one of mine")).isPresent();
    }

    @Test
    void theAddressIsChangedOnlyByWhoKnowsThePassphrase() {
        String token = signUp("Lan Phạm");
        Actor actor = actor(token);

        assertThatThrownBy(() -> run(a -> a.changeEmail(actor, new Proof("another one", token), "lan@lake.example")))
                .hasMessage("account.passphrase.wrong");
        assertThatThrownBy(() -> run(a -> a.changeEmail(actor, new Proof(PASSPHRASE, token), "no address")))
                .hasMessage("account.email.form");
        run(a -> a.changeEmail(actor, new Proof(PASSPHRASE, token), "lan@lake.example"));
        assertThat(email(actor)).contains("lan@lake.example");

        run(a -> a.changeEmail(actor, new Proof(PASSPHRASE, token), " "));
        assertThat(email(actor)).isEmpty();
    }

    @Test
    void guessingThePassphraseInAnOpenBrowserIsSlowedDown() {
        String token = signUp("Lan Phạm");
        Actor actor = actor(token);
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> run(a -> a.changeEmail(actor, new Proof("another one", token), "")))
                    .hasMessage("account.passphrase.wrong");
        }

        assertThatThrownBy(() -> run(a -> a.changeEmail(actor, new Proof(PASSPHRASE, token), "")))
                .hasMessage("account.sign-in.wait");
    }

    @Test
    void everybodySeesInHowManyBrowsersTheyAreSignedIn() {
        Actor actor = actor(signUp("Lan Phạm"));
        signIn("Lan Phạm", PASSPHRASE);
        signUp("Somebody Else");

        assertThat(countSignIns(actor)).isEqualTo(2);
        run(a -> a.signOutEverywhere(actor));
        assertThat(countSignIns(actor)).isZero();
    }

    private int countSignIns(Actor actor) {
        return this.<Integer>with(a -> a.signIns(actor).size());
    }

    private Optional<String> email(Actor actor) {
        return this.<Optional<String>>with(a -> a.own(actor).email());
    }

    @Test
    void whoComesThroughAProviderChoosesAPseudonymOnce() {
        String identity = Secrets.hash("issuer and subject");
        assertThat(this.<Optional<String>>with(a -> a.signInAs(identity))).isEmpty();

        assertThatThrownBy(() -> with(a -> a.signUpAs(identity, "?", null))).hasMessage("account.pseudonym.length");
        String token = with(a -> a.signUpAs(identity, "Lan Phạm", null));
        Actor actor = actor(token);

        assertThat(actor.roles()).containsExactly(SiteRole.MEMBER);
        assertThat(actor(with(a -> a.signInAs(identity).orElseThrow())).id()).isEqualTo(actor.id());
        assertThat(actor(with(a -> a.signUpAs(identity, "Sent Twice", null))).id())
                .isEqualTo(actor.id());
        assertThat(signIn("Lan Phạm", "")).isEmpty();
        assertThatThrownBy(() -> run(a -> a.changePassphrase(actor, "", "another one of mine")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aProviderOpensNoClosedDoor() {
        Actor admin = administrator();
        run(a -> a.openSignUpTo(admin, SignUpMode.INVITED));
        assertThatThrownBy(() -> with(a -> a.signUpAs("one", "Stranger", null)))
                .hasMessage("account.invitation.needed");
        String secret = with(a -> a.invite(admin));
        run(a -> a.signUpAs("one", "Invited", secret));
        assertThatThrownBy(() -> with(a -> a.signUpAs("two", "Second", secret)))
                .hasMessage("account.invitation.needed");

        run(a -> a.openSignUpTo(admin, SignUpMode.CLOSED));
        assertThatThrownBy(() -> with(a -> a.signUpAs("two", "Stranger", null))).hasMessage("account.sign-up.closed");
    }

    @Test
    void withoutAPassphraseOnlyAFreshSignInIsProof() {
        String token = with(a -> a.signUpAs("one", "Lan Phạm", null));
        Actor actor = actor(token);
        String other = signUp("Somebody Else");

        assertThatThrownBy(() -> run(a -> a.erase(actor, new Proof("", other), true)))
                .hasMessage("account.proof.stale");
        database.doInTransaction(() -> database.entityManager()
                .createQuery("update SignIn s set s.createdAt = :then where s.account.id = :id")
                .setParameter("then", Database.NOW.minus(SignIn.FRESH))
                .setParameter("id", actor.id())
                .executeUpdate());
        assertThatThrownBy(() -> run(a -> a.erase(actor, new Proof("", token), true)))
                .hasMessage("account.proof.stale");

        String fresh = with(a -> a.signInAs("one").orElseThrow());
        run(a -> a.erase(actor, new Proof("", fresh), true));
        assertThat(this.<Optional<String>>with(a -> a.signInAs("one"))).isEmpty();
    }
}
