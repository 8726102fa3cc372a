package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import contested.access.Actor;
import contested.access.SiteRole;
import contested.access.WorkshopRole;
import contested.account.AccountService;
import contested.discussion.CommentService;
import contested.moderation.ModerationService;
import contested.moderation.QueueFilter;
import contested.moderation.QueueItem;
import contested.moderation.QueueKey;
import contested.moderation.QueueReason;
import contested.moderation.QueueService;
import contested.notice.NoticeService;
import contested.outcome.DemonstrationService.Entrance;
import contested.pack.PackReader;
import contested.pack.PackService;
import contested.passage.PassageService;
import contested.shared.Clocks;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Database;
import contested.support.Engine;
import contested.support.Folders;
import contested.workshop.BallotRound;
import contested.workshop.JoinCode;
import contested.workshop.JoinService;
import contested.workshop.MadeUpPeopleService;
import contested.workshop.Phase;
import contested.workshop.ReturnPhrase;
import contested.workshop.SeatService;
import contested.workshop.SuggestedPseudonym;
import contested.workshop.WipeService;
import contested.workshop.WipedWorkshop;
import contested.workshop.WorkshopMember;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demonstration: what it shows, that it comes once, and that its script keeps to the pack and to both languages. */
class DemonstrationTest {

    private static final Actor CHIEF = new Actor(0L, Set.of(SiteRole.ADMINISTRATOR));
    private static final Slug ACCESS = new Slug("right-to-internet-access");
    private static final Slug CAMERAS = new Slug("facial-recognition");
    private static final Slug PLATFORMS = new Slug("platform-duties");

    private static Database database(Engine engine) {
        Database database = Database.on(engine);
        database.wiring().put(Clock.class, Clocks.dated(Clock.fixed(Database.NOW, ZoneOffset.UTC)));
        database.get(PassageService.class);
        database.get(JoinService.class);
        for (Class<?> observer :
                List.of(CommentService.class, NoticeService.class, OutcomeService.class, ModerationService.class)) {
            database.get(observer);
        }
        for (Path pack : Folders.shippedPacks()) {
            database.doInTransaction(() -> database.get(PackService.class).load(new PackReader(pack).read()));
        }
        return database;
    }

    private static List<Entrance> load(Database database, boolean again) {
        return database.inTransaction(
                () -> database.get(DemonstrationService.class).load(again));
    }

    private static List<Slug> workshops(Database database) {
        return database.inTransaction(
                () -> database.get(MadeUpPeopleService.class).workshops());
    }

    /** Whoever comes in by that phrase. */
    private static Actor as(Database database, Entrance entrance, String role) {
        String phrase = entrance.phrases().stream()
                .filter(p -> p.role().equals(role))
                .findFirst()
                .orElseThrow()
                .phrase();
        String token = database.inTransaction(() -> database.get(JoinService.class)
                .comeBack(ReturnPhrase.parse(phrase).orElseThrow())
                .orElseThrow()
                .token());
        return database.inTransaction(() ->
                database.get(AccountService.class).visit(token).orElseThrow().actor());
    }

    // ---- What it shows

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itShowsALiveBoardAFullQueueASwingAndASheet(Engine engine) {
        try (Database database = database(engine)) {
            List<Entrance> entrances = load(database, false);
            assertThat(entrances).hasSize(2);
            Slug live = workshops(database).get(0);
            Slug over = workshops(database).get(1);

            Actor facilitator = as(database, entrances.get(0), "facilitator");
            assertThat(phase(database, facilitator, live)).isEqualTo(Phase.DISCUSS);
            Actor moderator = as(database, entrances.get(0), "moderator");
            List<QueueItem> waiting = database.inTransaction(
                    () -> database.get(QueueService.class).page(moderator, QueueFilter.in(live), QueueKey.START));
            assertThat(waiting).hasSize(12);
            assertThat(waiting.stream().flatMap(i -> i.reasons().stream()))
                    .contains(QueueReason.PENDING, QueueReason.REPORTED);
            assertThat(waiting.stream().flatMap(i -> i.held().stream()).map(f -> f.checkName()))
                    .contains("links", "hidden-characters", "thread-mode");

            Actor leads = as(database, entrances.get(1), "facilitator");
            assertThat(phase(database, leads, over)).isEqualTo(Phase.SYNTHESIS);
            for (Slug question : List.of(ACCESS, CAMERAS)) {
                Swing swing = database.inTransaction(
                        () -> database.get(FiguresService.class).swing(leads, over, question));
                Room expected = room(over(), question);
                assertThat(swing.pairs()).isEqualTo(expected.pairs()).isGreaterThanOrEqualTo(12);
                assertThat(swing.moved()).isEqualTo(expected.swing().moved()).isPositive();
                assertThat(people(swing)).isEqualTo(people(expected.swing()));
            }
            Sheet sheet = database.inTransaction(
                    () -> database.get(OutcomeService.class).sheet(leads, over));
            assertThat(sheet.parts().stream()
                            .flatMap(p -> p.lines().stream())
                            .mapToLong(SheetLine::objections)
                            .sum())
                    .isOne();
            assertThat(sheet.parts())
                    .allSatisfy(part -> assertThat(part.lines()).isNotEmpty());
        }
    }

    private static Map<Answer, Integer> people(Swing swing) {
        return swing.counts(BallotRound.CLOSING).stream()
                .collect(Collectors.toMap(AnswerCount::answer, AnswerCount::people));
    }

    private static Phase phase(Database database, Actor actor, Slug workshop) {
        return database.inTransaction(() -> database.get(SeatService.class).get(actor, workshop))
                .phase();
    }

    /** The same ballots, counted by the tests' own reckoning. */
    private static Room room(Script.Room script, Slug question) {
        Room room = new Room();
        List<Script.Votes> both = script.phases().stream()
                .flatMap(t -> t.votes().stream())
                .filter(v -> v.on().equals(question.value()))
                .toList();
        for (int i = 0; i < Script.read().people().size(); i++) {
            Script.Votes before = both.get(0);
            Script.Votes after = both.get(1);
            if (before.isCastBy(i) && after.isCastBy(i)) {
                room.went(Answer.of(before.position(i)), Answer.of(after.position(i)), 1);
            } else if (before.isCastBy(i)) {
                room.cameOnce(BallotRound.OPENING, Answer.of(before.position(i)), 1);
            } else if (after.isCastBy(i)) {
                room.cameOnce(BallotRound.CLOSING, Answer.of(after.position(i)), 1);
            }
        }
        return room;
    }

    private static Script.Room over() {
        return Script.read().workshops().get(1);
    }

    @Test
    void itsPeopleCameBeforeItWasLoadedAndLaterPeopleJoinByTheCodeThatWasTold() {
        try (Database database = database(Engine.H2)) {
            Entrance entrance = load(database, false).get(0);
            Slug live = workshops(database).get(0);
            Actor facilitator = as(database, entrance, "facilitator");
            List<WorkshopMember> members =
                    database.inTransaction(() -> database.get(JoinService.class).members(facilitator, live));
            assertThat(members).hasSize(32);
            assertThat(members.stream().map(WorkshopMember::joinedAt))
                    .allMatch(at -> at.isBefore(Database.NOW.minus(Duration.ofDays(1))));
            assertThat(members.stream()
                            .filter(m -> m.role() == WorkshopRole.PARTICIPANT)
                            .map(m -> m.account().isGuest()))
                    .hasSize(30)
                    .containsOnly(true);

            JoinCode code = JoinCode.parse(entrance.code()).orElseThrow();
            String visitor = database.inTransaction(() -> database.get(JoinService.class)
                    .join(code, "Somebody Real")
                    .workshop()
                    .value());
            assertThat(visitor).isEqualTo(live.value());
        }
    }

    // ---- Once

    @Test
    void aSecondStartAddsNothingAndWhatWasRemovedComesBackOnlyWhenAsked() {
        try (Database database = database(Engine.H2)) {
            assertThat(load(database, false)).hasSize(2);
            assertThat(load(database, false)).isEmpty();
            assertThat(load(database, true)).isEmpty();
            assertThat(workshops(database)).hasSize(2);

            remove(database);
            assertThat(load(database, false)).isEmpty();
            assertThat(load(database, true)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anAdministratorRemovesAllOfItAtOnceWithItsPeople(Engine engine) {
        try (Database database = database(engine)) {
            Entrance entrance = load(database, false).get(0);
            Actor facilitator = as(database, entrance, "facilitator");
            assertThatThrownBy(() -> remove(database, facilitator, true)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> remove(database, CHIEF, false)).isInstanceOf(UserFacingException.class);
            assertThat(workshops(database)).hasSize(2);

            remove(database);

            for (String left : List.of("Workshop", "WorkshopMember", "Account", "Comment", "Decision", "OutcomeLine")) {
                assertThat(database.count("select count(x) from " + left + " x"))
                        .as(left)
                        .isZero();
            }
            assertThat(database.<List<WipedWorkshop>>inTransaction(
                            () -> database.get(WipeService.class).log(CHIEF)))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.wipedBy()).isEmpty());
        }
    }

    @Test
    void whoeverPlaysTheOneWhoLeadsMayWipeThatWorkshopAlone() {
        try (Database database = database(Engine.H2)) {
            Entrance entrance = load(database, false).get(0);
            List<Slug> both = workshops(database);
            Actor moderator = as(database, entrance, "moderator");
            Actor facilitator = as(database, entrance, "facilitator");
            assertThatThrownBy(() -> wipe(database, moderator, both.get(0))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> wipe(database, facilitator, both.get(1))).isInstanceOf(NotFoundException.class);

            wipe(database, facilitator, both.get(0));

            assertThat(workshops(database)).containsExactly(both.get(1));
        }
    }

    private static void wipe(Database database, Actor actor, Slug workshop) {
        database.doInTransaction(() -> database.get(WipeService.class).wipe(actor, workshop, true));
    }

    private static void remove(Database database) {
        remove(database, CHIEF, true);
    }

    private static void remove(Database database, Actor actor, boolean sure) {
        database.doInTransaction(() -> database.get(WipeService.class).removeDemonstration(actor, sure));
    }

    @Test
    void withoutThePackThereIsNothingToShow() {
        try (Database database = Database.on(Engine.H2)) {
            assertThat(load(database, false)).isEmpty();
            assertThat(workshops(database)).isEmpty();
        }
    }

    // ---- The script

    @Test
    void itCitesPassagesThatThePackHasUnderThatQuestion() {
        Set<String> known = Folders.shippedPacks().stream()
                .flatMap(pack -> new PackReader(pack).read().questions().stream())
                .flatMap(q -> q.passages().stream().map(p -> q.slug() + " " + p.id()))
                .collect(Collectors.toSet());
        List<String> cited = new ArrayList<>();
        for (Script.Room room : Script.read().workshops()) {
            room.comments().forEach(c -> c.citations().forEach(p -> cited.add(c.on() + " " + p)));
            room.movers().stream().filter(m -> m.passage() != null).forEach(m -> cited.add(m.on() + " " + m.passage()));
        }
        assertThat(cited).hasSizeGreaterThan(30);
        assertThat(known).containsAll(cited);
    }

    @Test
    void eachPositionSpeaksAndEachDiscussionIsHeldInBothLanguages() {
        for (Script.Room room : Script.read().workshops()) {
            assertThat(room.welcome().split("\n"))
                    .as("the welcome in both languages")
                    .hasSize(2);
            for (String question : room.agenda()) {
                List<Script.Said> said = room.comments().stream()
                        .filter(c -> c.on().equals(question))
                        .toList();
                assertThat(said.stream().map(Script.Said::lang).distinct().sorted())
                        .containsExactly("en", "vi");
                assertThat(said.stream().filter(Script.Said::isPublished).map(c -> String.valueOf(c.position())))
                        .contains("YES", "DEPENDS", "NO");
                long english = said.stream().filter(c -> c.lang().equals("en")).count();
                assertThat(english).as("neither language is a guest").isBetween(said.size() / 3L, said.size() * 2L / 3);
                assertThat(said)
                        .allMatch(c -> c.lang().equals("vi")
                                == c.text().matches("(?s).*[ăâđêôơưạảấầậắặếềệốồộớờợứừựĂÂĐÊÔƠƯ].*"));
            }
        }
    }

    @Test
    void itsPeopleAreCalledAsThePortalSuggests() {
        Set<String> suggested = Stream.of(Language.values())
                .flatMap(l -> SuggestedPseudonym.some(l, Integer.MAX_VALUE, p -> true).stream())
                .map(p -> p.value())
                .collect(Collectors.toSet());
        List<String> people = new ArrayList<>(Script.read().people());
        Script.read().workshops().forEach(w -> people.addAll(List.of(w.host(), w.moderator())));
        assertThat(suggested).containsAll(people);
        assertThat(new HashSet<>(people)).hasSameSizeAs(people);
    }

    @Test
    void onlyTheDemonstrationIsDatedBack() {
        ArchRuleDefinition.noClasses()
                .that()
                .haveNameNotMatching("contested\\.outcome\\.Demonstration.*")
                .should()
                .callMethod(Clocks.class, "ago", Duration.class, Runnable.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("contested"));
    }
}
