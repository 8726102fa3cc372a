package contested.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.account.Proof;
import contested.account.Visit;
import contested.discussion.Comment;
import contested.discussion.CommentState;
import contested.discussion.Revision;
import contested.support.Database;
import contested.support.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who leaves is gone at once, from every table; what others wrote stays readable. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class LeavingTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private FullAccount person;

    @BeforeEach
    void live() {
        person = new FullAccount(engine, folder);
    }

    @AfterEach
    void close() {
        if (person != null) {
            person.close();
        }
    }

    @Test
    void noTableHoldsAWordThatWasTheirs() {
        assertThat(columnsWith(FullAccount.MARK))
                .contains(
                        "account.pseudonym",
                        "report.words",
                        "appeal.words",
                        "workshop_member.real_name",
                        "outcome_mark.reason",
                        "feedback.text");

        person.erase(false);

        assertThat(columnsWith(FullAccount.MARK)).isEmpty();
    }

    @Test
    void theirBallotsReadingsGroupsAndLotsGoWithThem() {
        assertThat(cast()).isEqualTo(5);

        person.erase(false);

        assertThat(cast()).isZero();
    }

    private long cast() {
        Database database = person.thread.database;
        return database.count("select count(b) from Ballot b")
                + database.count("select count(m) from Mover m")
                + database.count("select count(t) from ReadingTick t")
                + database.count("select count(s) from GroupSeat s")
                + database.count("select count(s) from DrawnSide s");
    }

    @Test
    void textsThatAreLeftStandWithoutAName() {
        person.erase(false);

        assertThat(person.thread.state(person.published)).isEqualTo(CommentState.PUBLISHED);
        assertThat(text(person.published)).isPresent();
        assertThat(person.thread.<String>of(
                        person.published, c -> c.author().pseudonym().orElse("nobody")))
                .isEqualTo("nobody");
        assertThat(text(person.declined)).isEmpty();
    }

    @Test
    void erasedTextsLeaveTheirPlaceAndTheReplies() {
        person.erase(true);

        assertThat(text(person.published)).isEmpty();
        assertThat(person.thread.state(person.published)).isEqualTo(CommentState.WITHDRAWN);
        assertThat(person.thread.<Boolean>of(person.published, Comment::isPlaced))
                .isTrue();
        assertThat(person.thread.database.count(
                        "select count(c) from Comment c where c.parent is not null and c.state = 'PUBLISHED'"))
                .isEqualTo(1);
    }

    @Test
    void theBrowserIsSignedOutAndTheNameIsFree() {
        person.erase(true);

        Optional<Visit> visit = person.thread.ask(AccountService.class, s -> s.visit(person.token));
        assertThat(visit).isEmpty();
        assertThat(person.thread.<AccountService, String>ask(
                        AccountService.class,
                        s -> s.signUp(new SignUp(FullAccount.NAME, FullAccount.PASSPHRASE, "", null))))
                .isNotBlank();
    }

    @Test
    void withoutTheRightPassphraseNothingGoes() {
        assertThatThrownBy(() -> person.thread.database.doInTransaction(() -> person.thread
                        .database
                        .get(AccountService.class)
                        .erase(person.actor, new Proof("not the passphrase", person.token), true)))
                .hasMessage("account.passphrase.wrong");

        assertThat(text(person.published)).isPresent();
    }

    @Test
    void theLastAdministratorIsToldWhatToDoFirst() {
        Database database = Database.on(engine);
        try {
            String token = database.inTransaction(() ->
                    database.get(AccountService.class).setUp(new SignUp("First", FullAccount.PASSPHRASE, "", null)));
            Actor first = database.inTransaction(() -> database.get(AccountService.class)
                    .visit(token)
                    .orElseThrow()
                    .actor());

            assertThatThrownBy(() -> database.doInTransaction(() -> database.get(AccountService.class)
                            .erase(first, new Proof(FullAccount.PASSPHRASE, token), false)))
                    .hasMessage("me.delete.last");
        } finally {
            database.close();
        }
    }

    private Optional<String> text(contested.shared.Slug slug) {
        return person.thread.of(slug, c -> Optional.of(c.latest()).flatMap(Revision::text));
    }

    /** Every column of every table in which that text stands. */
    private List<String> columnsWith(String text) {
        return person.thread.database.inTransaction(() -> person.thread
                .database
                .entityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> search(connection, text)));
    }

    private static List<String> search(Connection connection, String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String type = columns.getString("TYPE_NAME").toLowerCase(java.util.Locale.ROOT);
                String table = columns.getString("TABLE_NAME");
                String column = columns.getString("COLUMN_NAME");
                if ((type.contains("char") || type.contains("text")) && holds(connection, table, column, text)) {
                    found.add((table + "." + column).toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        return found;
    }

    private static boolean holds(Connection connection, String table, String column, String text) throws SQLException {
        String query =
                "select count(*) from \"" + table + "\" where lower(cast(\"" + column + "\" as varchar(9000))) like ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, "%" + text + "%");
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1) > 0;
            }
        }
    }
}
