package contested.workshop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import contested.access.Actor;
import contested.question.Position;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people are divided: evenly, by lot or by hand, and by nothing that they voted. */
class DivisionServiceTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;

    private void begin(Engine engine) {
        lesson = new SampleWorkshop(engine, folder, Template.CLASS_50);
        lesson.database.get(DivisionService.class);
    }

    @AfterEach
    void end() {
        if (lesson != null) {
            lesson.close();
        }
    }

    private void lead(Consumer<DivisionService> act) {
        lesson.database.doInTransaction(() -> act.accept(lesson.database.get(DivisionService.class)));
    }

    private void divide(int groups) {
        lead(d -> d.divide(lesson.facilitator, lesson.slug, PHONES, groups));
    }

    private List<Actor> people(int number) {
        List<Actor> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(lesson.joined("Person number " + (char) ('A' + i)));
        }
        return all;
    }

    private int groupOf(Actor who) {
        return lesson.run(DivisionService.class, d -> d.groupOf(who, lesson.slug, PHONES));
    }

    private List<Integer> sizes() {
        return lesson.run(
                DivisionService.class, d -> d.groups(lesson.facilitator, lesson.slug, PHONES).values().stream()
                        .map(List::size)
                        .toList());
    }

    private Slot sideOf(Actor who) {
        return lesson.run(DivisionService.class, d -> d.sideOf(who, lesson.slug, PHONES))
                .map(Position::slot)
                .orElseThrow();
    }

    // ---- Groups

    @ParameterizedTest
    @EnumSource(Engine.class)
    void groupsAreEvenAndLatecomersComeIntoTheSmallest(Engine engine) {
        begin(engine);
        List<Actor> people = people(7);
        divide(3);

        assertThat(sizes()).containsExactlyInAnyOrder(2, 2, 3);
        List<Integer> before = people.stream().map(this::groupOf).toList();
        groupOf(lesson.joined("Late one"));
        groupOf(lesson.joined("Later one"));
        assertThat(sizes()).containsExactly(3, 3, 3);
        assertThat(people.stream().map(this::groupOf).toList()).isEqualTo(before);
        assertThat(groupOf(lesson.facilitator)).isZero();
    }

    @Test
    void peopleAreMovedByHandAtAnyTimeAndGroupsStayOnceTheyTalk() {
        begin(Engine.H2);
        List<Actor> people = people(4);
        divide(2);
        lesson.enter(Phase.DISCUSS);
        long id = lesson.memberId(people.get(0));
        int other = 3 - groupOf(people.get(0));

        lead(d -> d.move(lesson.facilitator, lesson.slug, PHONES, Map.of(id, other)));

        assertThat(groupOf(people.get(0))).isEqualTo(other);
        assertThatThrownBy(() -> divide(3)).hasMessageContaining("groups.used");
        assertThatThrownBy(() -> divide(0)).hasMessageContaining("groups.used");
        assertThatThrownBy(() -> lead(d -> d.divideAgain(lesson.facilitator, lesson.slug, PHONES)))
                .hasMessageContaining("groups.used");
        assertThatThrownBy(() -> lead(d -> d.move(lesson.facilitator, lesson.slug, PHONES, Map.of(id, 3))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void oneOrThirteenGroupsAreNone() {
        begin(Engine.H2);
        for (int wrong : List.of(-1, 1, 13)) {
            assertThatThrownBy(() -> divide(wrong)).hasMessageContaining("groups.range");
        }
    }

    @Test
    void onlyFacilitatorsDivide() {
        begin(Engine.H2);
        Actor heron = lesson.joined("Quiet Heron");
        for (Actor other : List.of(heron, lesson.moderator("Careful Bo"), lesson.member("Stranger"), Actor.VISITOR)) {
            assertThatThrownBy(() -> lead(d -> d.divide(other, lesson.slug, PHONES, 2)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> lead(d -> d.swapSides(other, lesson.slug, PHONES, true)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aCopyHasAsManyGroupsAndOtherPeople() {
        begin(Engine.H2);
        people(3);
        divide(3);
        lead(d -> d.swapSides(lesson.facilitator, lesson.slug, PHONES, true));
        lead(d -> d.pairReplies(lesson.facilitator, lesson.slug, PHONES, true));

        Slug copy = lesson.run(WorkshopService.class, s -> s.copy(lesson.facilitator, lesson.slug));

        AgendaItem item = lesson.run(WorkshopService.class, s -> s.item(lesson.facilitator, copy, PHONES));
        assertThat(item.groups()).isEqualTo(3);
        assertThat(item.isSideSwap()).isTrue();
        assertThat(item.isPairReplies()).isTrue();
        assertThat(lesson.database.count("select count(s) from GroupSeat s")).isEqualTo(3);
        assertThat(lesson.database.count("select count(s) from DrawnSide s")).isEqualTo(3);
    }

    @Test
    void closingForgetsWhoWasWithWhom() {
        begin(Engine.H2);
        people(3);
        divide(2);
        lead(d -> d.swapSides(lesson.facilitator, lesson.slug, PHONES, true));
        lesson.enter(Phase.CLOSED);

        assertThat(lesson.database.count("select count(s) from GroupSeat s")).isZero();
        assertThat(lesson.database.count("select count(s) from DrawnSide s")).isZero();
    }

    // ---- Sides

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sidesAreEvenLatecomersGetARareOneAndWhatIsDrawnStays(Engine engine) {
        begin(engine);
        List<Actor> people = people(5);
        lead(d -> d.swapSides(lesson.facilitator, lesson.slug, PHONES, true));
        Map<Slot, Integer> counts = new HashMap<>();
        List<Slot> drawn = people.stream().map(this::sideOf).toList();
        drawn.forEach(slot -> counts.merge(slot, 1, Integer::sum));
        assertThat(counts.values()).containsExactlyInAnyOrder(1, 2, 2);

        Slot late = sideOf(lesson.joined("Late one"));

        assertThat(counts.get(late)).as("the rarest").isEqualTo(1);
        lead(d -> d.swapSides(lesson.facilitator, lesson.slug, PHONES, false));
        assertThat(lesson.find(DivisionService.class, d -> d.sideOf(people.get(0), lesson.slug, PHONES)))
                .isEmpty();
        lead(d -> d.swapSides(lesson.facilitator, lesson.slug, PHONES, true));
        assertThat(people.stream().map(this::sideOf).toList()).isEqualTo(drawn);
    }

    /** The same lot, once with everybody for yes and once with everybody for no, or with no ballot at all. */
    @Test
    void theSameLotFallsWhateverAnybodyVoted() {
        List<List<Object>> fell = new ArrayList<>();
        List<Slot> votes = new ArrayList<>(List.of(Slot.YES, Slot.NO));
        votes.add(null);
        for (Slot vote : votes) {
            lesson = new SampleWorkshop(Engine.H2, folder.resolve(String.valueOf(vote)), Template.CLASS_50);
            List<Actor> people = people(9);
            lesson.enter(Phase.OPENING_BALLOT);
            if (vote != null) {
                people.forEach(who ->
                        lesson.vote(who, BallotRound.OPENING, people.indexOf(who) % 2 == 0 ? vote : Slot.DEPENDS, 4));
            }
            divide(3);
            lead(d -> d.swapSides(lesson.facilitator, lesson.slug, PHONES, true));
            List<Object> all = new ArrayList<>();
            people.forEach(who -> all.add(groupOf(who)));
            people.forEach(who -> all.add(sideOf(who)));
            fell.add(all);
            lesson.close();
            lesson = null;
        }
        assertThat(fell.get(1)).isEqualTo(fell.get(0));
        assertThat(fell.get(2)).isEqualTo(fell.get(0));
    }

    /** What divides people cannot even name a ballot: no class of it leads to one, and no query of it speaks of one. */
    @Test
    void nothingThatDividesReachesBallots() throws IOException {
        List<Class<?>> dividing =
                List.of(DivisionService.class, DivisionRepository.class, Lot.class, GroupSeat.class, DrawnSide.class);
        noClasses()
                .that(JavaClass.Predicates.belongToAnyOf(dividing.toArray(Class[]::new)))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.belongToAnyOf(
                        Ballot.class,
                        BallotService.class,
                        BallotRound.class,
                        CastBallot.class,
                        PaperCount.class,
                        Mover.class,
                        OwnSeatService.class,
                        WorkshopRepository.class))
                .check(new ClassFileImporter().importPackages("contested.workshop"));
        for (Class<?> each : dividing) {
            String source =
                    Files.readString(Path.of("src/main/java", each.getName().replace('.', '/') + ".java"));
            assertThat(source.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", ""))
                    .as(each.getSimpleName())
                    .doesNotContainIgnoringCase("ballot")
                    .doesNotContainIgnoringCase("createNativeQuery")
                    .doesNotContainIgnoringCase("mover");
        }
    }
}
