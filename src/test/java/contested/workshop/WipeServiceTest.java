package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.access.WorkshopRole;
import contested.account.AccountService;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.moderation.ModerationService;
import contested.notice.NoticeService;
import contested.outcome.OutcomeService;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A wiped workshop is gone from every table, and from no table more than that. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class WipeServiceTest {

    /** What is left, and what the wiping itself changes. */
    private static final String LEFT = "wiped_workshop";

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private SampleWorkshop sample;

    @BeforeEach
    void found() {
        sample = new SampleWorkshop(engine, folder, Template.CLASS_50);
        for (Class<?> observer :
                List.of(NoticeService.class, OutcomeService.class, ModerationService.class, CommentService.class)) {
            sample.database.get(observer);
        }
    }

    @AfterEach
    void close() {
        if (sample != null) {
            sample.close();
        }
    }

    @Test
    void everyTableIsAsItWasBeforeTheWorkshop() {
        Actor other = sample.member("Minh", SiteRole.MEMBER);
        publicComment(other);
        Slug first = sample.slug;
        PlayedWorkshop kept = new PlayedWorkshop(sample);
        Map<String, Set<String>> before = rows();
        // Another one, led by the same facilitator, with a moderator who has an account of their own.
        SampleWorkshop second = sample.another();
        PlayedWorkshop gone = new PlayedWorkshop(second);
        act(JoinService.class, s -> s.invite(sample.facilitator, gone.slug, "Minh"));
        Map<String, Set<String>> during = rows();
        assertThat(gone.slug).isNotEqualTo(first);
        assertThat(tablesOfWorkshops())
                .allSatisfy(table -> assertThat(during.get(table).size())
                        .as("rows of the workshop in " + table)
                        .isGreaterThan(before.get(table).size()));

        act(WipeService.class, s -> s.wipe(sample.facilitator, gone.slug, true));

        Map<String, Set<String>> after = rows();
        assertThat(after.remove(LEFT)).hasSize(1);
        before.remove(LEFT);
        assertThat(after).isEqualTo(before);
        assertThat(kept.slug).isEqualTo(first);
        assertThat(before.get("thread"))
                .as("those of the other workshop's groups among them")
                .filteredOn(row -> row.matches(".*\\|w\\d+ g[12]\\|.*"))
                .hasSize(2);
    }

    @Test
    void theLogSaysWhoWipedOneAndWhenAndNothingElse() {
        Actor chief = sample.member("Chief", SiteRole.ADMINISTRATOR);

        act(WipeService.class, s -> s.wipe(sample.facilitator, sample.slug, true));

        List<WipedWorkshop> log = sample.run(WipeService.class, s -> s.log(chief));
        assertThat(log).hasSize(1);
        assertThat(log.get(0).wipedAt()).isEqualTo(sample.now());
        assertThat(log.get(0).wipedBy().orElseThrow().pseudonym()).contains("Thu Hà");
        assertThat(wipedBy(sample.facilitator)).containsExactly(sample.now());
        assertThat(wipedBy(chief)).isEmpty();
        assertThatThrownBy(() -> sample.run(WipeService.class, s -> s.log(sample.facilitator)))
                .isInstanceOf(RuntimeException.class);
    }

    private List<Instant> wipedBy(Actor actor) {
        return sample.run(WipeService.class, s -> s.ownSince(actor, sample.now()));
    }

    @Test
    void whoeverJoinedIsSignedOutAndNoPhraseLeadsBack() {
        JoinService.Joined joined = sample.join(sample.code(), "Linh");

        act(WipeService.class, s -> s.wipe(sample.facilitator, sample.slug, true));

        assertThat(sample.find(AccountService.class, s -> s.visit(joined.token())))
                .isEmpty();
        assertThat(sample.find(JoinService.class, s -> s.comeBack(joined.phrase())))
                .isEmpty();
    }

    @Test
    void onlyWhoeverLeadsItWithAnAccountOfTheirOwnAndSaysSoWipesIt() {
        Actor guest = sample.joined("Linh");
        Actor outside = sample.member("Minh", SiteRole.MEMBER, SiteRole.ADMINISTRATOR);

        assertThatThrownBy(() -> act(WipeService.class, s -> s.wipe(guest, sample.slug, true)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> act(WipeService.class, s -> s.wipe(outside, sample.slug, true)))
                .isInstanceOf(NotFoundException.class);
        long member = sample.memberId(guest);
        act(JoinService.class, s -> s.trustAs(sample.facilitator, sample.slug, member, WorkshopRole.FACILITATOR));
        assertThatThrownBy(() -> act(WipeService.class, s -> s.wipe(guest, sample.slug, true)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> act(WipeService.class, s -> s.wipe(sample.facilitator, sample.slug, false)))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("workshop.wipe.unsure");
        assertThat(sample.workshop()).isNotNull();
    }

    @Test
    void theDatabaseLetsGoOfNoOtherDecisionAndOfNoLineThatSaysSo() {
        PlayedWorkshop played = new PlayedWorkshop(sample);
        assertRefused("delete from decision");
        assertRefused("update decision set rule_key = null");
        SampleWorkshop second = sample.another();
        act(WipeService.class, s -> s.wipe(sample.facilitator, second.slug, true));

        assertRefused("delete from decision");
        assertRefused("truncate table decision");
        assertRefused("delete from wiped_workshop");
        assertRefused("update wiped_workshop set workshop_id = 1");
        assertRefused("truncate table wiped_workshop");
        assertThat(sample.database.count("select count(d) from Decision d")).isPositive();
        assertThat(played.slug).isEqualTo(sample.slug);
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> sample.database.doInTransaction(() -> sample.database
                        .entityManager()
                        .createNativeQuery(statement)
                        .executeUpdate()))
                .as(statement)
                .isInstanceOf(RuntimeException.class);
    }

    private <S> void act(Class<S> service, java.util.function.Consumer<S> act) {
        sample.database.doInTransaction(() -> act.accept(sample.database.get(service)));
    }

    private void publicComment(Actor author) {
        sample.run(
                CommentService.class,
                s -> s.post(
                        author,
                        ThreadKey.open(SampleWorkshop.PHONES),
                        new Draft(Stance.NONE, null, "Said in public, for a test.", List.of(), null, "public")));
    }

    // ---- Every table

    private <T> T ask(SqlQuestion<T> question) {
        return sample.database.inTransaction(
                () -> sample.database.entityManager().unwrap(Session.class).doReturningWork(question::ask));
    }

    private interface SqlQuestion<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Each row of each table, as one text. */
    private Map<String, Set<String>> rows() {
        return ask(connection -> {
            Map<String, Set<String>> all = new TreeMap<>();
            try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {
                engine == Engine.H2 ? "BASE TABLE" : "TABLE"
            })) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    all.put(table.toLowerCase(Locale.ROOT), rows(connection, table));
                }
            }
            assertThat(all).containsKey("workshop");
            return all;
        });
    }

    private static Set<String> rows(Connection connection, String table) throws SQLException {
        Set<String> all = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                all.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return all;
    }

    /** Those that refer to a workshop, by however many steps; accounts are referred to, and do not refer. */
    private Set<String> tablesOfWorkshops() {
        return ask(connection -> {
            Set<String> found = new HashSet<>(Set.of("workshop"));
            List<String> next = new ArrayList<>(found);
            while (!next.isEmpty()) {
                String table = next.remove(0);
                String stored = engine == Engine.H2 ? table.toUpperCase(Locale.ROOT) : table;
                try (ResultSet keys = connection.getMetaData().getExportedKeys(null, connection.getSchema(), stored)) {
                    while (keys.next()) {
                        String other = keys.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT);
                        if (found.add(other)) {
                            next.add(other);
                        }
                    }
                }
            }
            assertThat(found)
                    .contains(
                            "ballot",
                            "feedback",
                            "appeal",
                            "notice",
                            "outcome_mark",
                            "reading_tick",
                            "drawn_side",
                            "group_seat");
            return found;
        });
    }
}
