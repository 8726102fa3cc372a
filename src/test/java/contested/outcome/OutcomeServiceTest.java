package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.account.AccountErased;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.question.Question;
import contested.question.QuestionRepository;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Engine;
import contested.support.SampleDebate;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.CastBallot;
import contested.workshop.DivisionService;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.SampleWorkshop;
import contested.workshop.Template;
import contested.workshop.WorkshopService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a class leaves behind: proposed from its ballots and comments, written together, answered, fixed. */
class OutcomeServiceTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;
    private static final Function<Proposal, String> WORDS = Proposal::origin;

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;

    private SampleWorkshop begin(Engine engine) {
        lesson = new SampleWorkshop(engine, folder, Template.CLASS_50);
        lesson.database.get(OutcomeService.class);
        return lesson;
    }

    private SampleWorkshop begin() {
        return begin(Engine.H2);
    }

    @AfterEach
    void end() {
        if (lesson != null) {
            lesson.close();
        }
    }

    private Sheet sheet(Actor reader) {
        return lesson.run(OutcomeService.class, s -> s.sheet(reader, lesson.slug));
    }

    private List<SheetLine> lines() {
        return sheet(lesson.facilitator).parts().get(0).lines();
    }

    private SheetLine only() {
        assertThat(lines()).hasSize(1);
        return lines().get(0);
    }

    private List<String> texts() {
        return lines().stream().map(l -> l.line().text()).toList();
    }

    private void act(Consumer<OutcomeService> act) {
        lesson.database.doInTransaction(() -> act.accept(lesson.database.get(OutcomeService.class)));
    }

    private void propose() {
        act(s -> s.propose(lesson.facilitator, lesson.slug, WORDS));
    }

    private long write(String text) {
        return lesson.run(
                OutcomeService.class,
                s -> s.add(lesson.facilitator, lesson.slug, PHONES, LineKind.OPEN_QUESTION, text));
    }

    // ---- Proposals

    @ParameterizedTest
    @EnumSource(Engine.class)
    void proposalsComeFromBallotsCommentsAndCitations(Engine engine) {
        begin(engine);
        List<Actor> people = IntStream.range(0, 12)
                .mapToObj(i -> lesson.joined("Heron " + i))
                .toList();
        lesson.enter(Phase.OPENING_BALLOT);
        people.forEach(p -> lesson.vote(p, BallotRound.OPENING, Slot.NO, 3));
        lesson.enter(Phase.DISCUSS);
        lesson.run(
                CommentService.class,
                c -> c.post(
                        people.get(0),
                        ThreadKey.in(lesson.slug, PHONES),
                        new Draft(
                                Stance.TAKES,
                                Slot.YES,
                                "Breaks are loud again since the boxes came, and that is what breaks are for.",
                                List.of(SampleDebate.PASSAGE),
                                null,
                                UUID.randomUUID().toString())));
        lesson.enter(Phase.CLOSING_BALLOT);
        people.subList(0, 10).forEach(p -> lesson.vote(p, BallotRound.CLOSING, Slot.YES, 4));
        people.subList(10, 12).forEach(p -> lesson.vote(p, BallotRound.CLOSING, Slot.NO, 4));
        lesson.enter(Phase.SYNTHESIS);

        propose();

        assertThat(texts())
                .contains("agreed-YES", "minority-NO", "passage-" + SampleDebate.PASSAGE, "shift", "unheard-NO")
                .filteredOn(t -> t.startsWith("affected-"))
                .hasSize(2);
        assertThat(texts()).doesNotContain("contested", "minority-YES", "unheard-YES");
        assertThat(lines()).extracting(l -> l.line().kind()).contains(LineKind.MISSING_VOICE);
        List<String> before = texts();
        propose();
        assertThat(texts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "79, 100, false",
        "80, 100, true",
        "15, 19, false",
        "8, 10, true",
        "7, 10, false",
        "9, 9, false",
        "10, 10, true",
        "0, 0, false"
    })
    void agreedIsFromEightyPerCentOfTenClosingBallots(int yes, int of, boolean agreed) {
        begin();

        assertThat(proposed(yes, of, Map.of()))
                .satisfies(
                        all -> assertThat(all.stream().anyMatch(p -> p.origin().equals("agreed-YES")))
                                .isEqualTo(agreed))
                .satisfies(all -> assertThat(all.stream().anyMatch(p -> p.kind() == LineKind.CONTESTED))
                        .isEqualTo(!agreed && of > 0));
    }

    @Test
    void answersOnPaperCanUndoAnAgreementAndNeverMakeOne() {
        begin();
        Map<BallotRound, Map<Answer, Integer>> against = Map.of(BallotRound.CLOSING, Map.of(Answer.NO, 3));
        Map<BallotRound, Map<Answer, Integer>> inFavour = Map.of(BallotRound.CLOSING, Map.of(Answer.YES, 30));

        assertThat(proposed(8, 10, against)).noneMatch(p -> p.kind() == LineKind.AGREED);
        assertThat(proposed(9, 9, inFavour)).noneMatch(p -> p.kind() == LineKind.AGREED);
        assertThat(proposed(7, 10, inFavour)).noneMatch(p -> p.kind() == LineKind.AGREED);
    }

    @Test
    void ofTwoPositionsAlikeNoneIsAMinority() {
        begin();

        assertThat(proposed(6, 12, Map.of())).noneMatch(p -> p.kind() == LineKind.MINORITY);
        assertThat(proposed(7, 12, Map.of()))
                .filteredOn(p -> p.kind() == LineKind.MINORITY)
                .extracting(Proposal::origin)
                .containsExactly("minority-NO");
    }

    /** That many of the closing ballots say yes, the others no; of those before nobody knows. */
    private List<Proposal> proposed(int yes, int of, Map<BallotRound, Map<Answer, Integer>> paper) {
        return lesson.database.inTransaction(() -> {
            Question question =
                    lesson.database.get(QuestionRepository.class).find(PHONES).orElseThrow();
            List<CastBallot> ballots = new ArrayList<>();
            for (int i = 0; i < of; i++) {
                ballots.add(new CastBallot("p" + i, BallotRound.CLOSING, i < yes ? Slot.YES : Slot.NO, 3));
            }
            Swing swing =
                    new Swing(question.positions().stream().map(p -> p.slot()).toList(), ballots, paper);
            return new Proposals(
                            question,
                            swing,
                            new FiguresService.Talk(
                                    new Participation(List.of(), List.of(), java.time.ZoneOffset.UTC),
                                    new PassageUse(List.of(), List.of()),
                                    List.of(),
                                    null),
                            new Echo(List.of(), List.of(), List.of()))
                    .all();
        });
    }

    // ---- What was asked, and what moved people

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatMovedThreeIsProposedAndWhatMovedFewerIsNotEvenHintedAt(Engine engine) {
        begin(engine);
        List<Actor> people =
                IntStream.range(0, 4).mapToObj(i -> lesson.joined("Heron " + i)).toList();
        lesson.enter(Phase.DISCUSS);
        Slug many = ask(people.get(3), "Who keeps the key of the box during breaks?");
        Slug few = ask(people.get(3), "Who pays for a telephone that is broken in the box?");
        lesson.enter(Phase.SYNTHESIS);
        people.subList(0, 3).forEach(p -> moved(p, many));
        people.subList(0, 2).forEach(p -> moved(p, few));
        people.subList(0, 2).forEach(this::movedByPassage);

        propose();

        assertThat(texts())
                .contains("moved-comment-" + many, "asked-comment-" + many, "asked-comment-" + few)
                .doesNotContain("moved-comment-" + few, "moved-" + SampleDebate.PASSAGE);
        movedByPassage(people.get(2));
        propose();
        assertThat(texts()).contains("moved-" + SampleDebate.PASSAGE);
    }

    @Test
    void openQuestionsAreTheThreeMostAnswered() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.DISCUSS);
        List<Slug> asked = Stream.of("first", "second", "third", "fourth")
                .map(n -> ask(heron, "What would the " + n + " of the boxes be for, then?"))
                .toList();
        answer(heron, asked.get(3));
        answer(heron, asked.get(2));
        answer(lesson.joined("Sleepy Otter"), asked.get(3));
        lesson.enter(Phase.SYNTHESIS);

        propose();

        assertThat(texts())
                .filteredOn(t -> t.startsWith("asked-"))
                .containsExactly(
                        "asked-comment-" + asked.get(3),
                        "asked-comment-" + asked.get(2),
                        "asked-comment-" + asked.get(0));
    }

    @Test
    void whatIsWithdrawnIsQuotedNoMoreUnlessAFacilitatorSaidItInTheirOwnWords() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.DISCUSS);
        Slug gone = ask(heron, "Who keeps the key of the box during breaks?");
        Slug stays = ask(heron, "Who pays for a telephone that is broken in the box?");
        lesson.enter(Phase.SYNTHESIS);
        propose();
        SheetLine reworded = lines().stream()
                .filter(l -> l.line().text().equals("asked-comment-" + stays))
                .findFirst()
                .orElseThrow();
        act(s -> s.word(lesson.facilitator, lesson.slug, reworded.line().id(), 1, LineKind.OPEN_QUESTION, "Who pays?"));

        for (Slug comment : List.of(gone, stays)) {
            lesson.database.doInTransaction(
                    () -> lesson.database.get(CommentService.class).withdraw(heron, comment));
        }

        assertThat(texts()).doesNotContain("asked-comment-" + gone).contains("Who pays?");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatGroupsSaidIsProposedToAllAndAnExerciseAsNobodysView(Engine engine) {
        begin(engine);
        List<Actor> people =
                IntStream.range(0, 4).mapToObj(i -> lesson.joined("Heron " + i)).toList();
        Map<Long, Integer> groups = Map.of(lesson.memberId(people.get(0)), 1, lesson.memberId(people.get(1)), 2);
        lesson.database.doInTransaction(() -> {
            DivisionService divisions = lesson.database.get(DivisionService.class);
            divisions.divide(lesson.facilitator, lesson.slug, PHONES, 2);
            divisions.move(lesson.facilitator, lesson.slug, PHONES, groups);
            divisions.swapSides(lesson.facilitator, lesson.slug, PHONES, true);
        });
        lesson.enter(Phase.DISCUSS);
        Slug asked = post(people.get(0), group(1), Stance.ASKS, "Who keeps the key of the box during breaks?", null);
        Slug late = ask(people.get(2), "Who pays for a telephone that is broken in the box?");
        Slug meant = post(people.get(1), group(2), Stance.NONE, "Whoever waits for a bus needs to call home.", null);
        Slug exercise =
                post(people.get(1), group(2), Stance.EXERCISE, "The best that can be said for what I drew.", null);
        lesson.enter(Phase.SYNTHESIS);
        people.subList(0, 3).forEach(p -> moved(p, meant));
        people.subList(0, 3).forEach(p -> moved(p, exercise));

        propose();

        assertThat(texts())
                .contains("moved-comment-" + meant)
                .doesNotContain("moved-comment-" + exercise, "asked-comment-" + exercise)
                .filteredOn(t -> t.startsWith("asked-"))
                .containsExactly("asked-comment-" + asked, "asked-comment-" + late);
        assertThat(texts())
                .as("an exercise speaks for no position")
                .filteredOn(t -> t.startsWith("unheard-"))
                .hasSize(3);
    }

    private ThreadKey group(int number) {
        return ThreadKey.ofGroup(lesson.slug, PHONES, number);
    }

    private Slug ask(Actor actor, String text) {
        return post(actor, Stance.ASKS, text, null);
    }

    private void answer(Actor actor, Slug comment) {
        post(actor, Stance.NONE, "The one who needs it, I should say, and nobody else: " + UUID.randomUUID(), comment);
    }

    private Slug post(Actor actor, Stance stance, String text, @Nullable Slug answers) {
        return post(actor, ThreadKey.in(lesson.slug, PHONES), stance, text, answers);
    }

    private Slug post(Actor actor, ThreadKey where, Stance stance, String text, @Nullable Slug answers) {
        lesson.pass(Duration.ofMinutes(2));
        return lesson.run(
                CommentService.class,
                c -> c.post(
                        actor,
                        where,
                        new Draft(
                                stance,
                                null,
                                text,
                                List.of(),
                                answers,
                                UUID.randomUUID().toString())));
    }

    private void moved(Actor actor, Slug comment) {
        lesson.database.doInTransaction(() ->
                lesson.database.get(BallotService.class).toggleMovingComment(actor, lesson.slug, PHONES, comment));
    }

    private void movedByPassage(Actor actor) {
        lesson.database.doInTransaction(() ->
                lesson.database.get(BallotService.class).toggleMover(actor, lesson.slug, PHONES, SampleDebate.PASSAGE));
    }

    @Test
    void whatSomebodyWroteIsNeverProposedOverAndWhatNobodyTouchedFollowsTheFigures() {
        begin();
        lesson.enter(Phase.SYNTHESIS);
        propose();
        SheetLine first = lines().get(0);
        SheetLine second = lines().get(1);
        act(s -> s.word(
                lesson.facilitator,
                lesson.slug,
                first.line().id(),
                1,
                first.line().kind(),
                "In our own words."));

        act(s -> s.propose(lesson.facilitator, lesson.slug, p -> "new " + p.origin()));

        assertThat(texts())
                .contains("In our own words.", "new " + second.line().text())
                .doesNotContain(first.line().text(), "new " + first.line().text());
    }

    // ---- Writing together

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSecondWhoSavesLosesNothingAndOverwritesNothing(Engine engine) {
        begin(engine);
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Who pays for the boxes?");
        act(s -> s.word(lesson.facilitator, lesson.slug, id, 1, LineKind.OPEN_QUESTION, "Who pays?"));

        assertThatThrownBy(
                        () -> act(s -> s.word(lesson.facilitator, lesson.slug, id, 1, LineKind.OPEN_QUESTION, "Mine.")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("outcome.line.changed");
        assertThat(only().line().text()).isEqualTo("Who pays?");
        assertThatThrownBy(() -> act(s -> s.delete(lesson.facilitator, lesson.slug, id, 1)))
                .hasMessageContaining("outcome.line.changed");
        act(s -> s.word(lesson.facilitator, lesson.slug, id, 2, LineKind.OPEN_QUESTION, "Mine."));
        assertThat(only().line().text()).isEqualTo("Mine.");
        act(s -> s.delete(lesson.facilitator, lesson.slug, id, 3));
        assertThatThrownBy(
                        () -> act(s -> s.word(lesson.facilitator, lesson.slug, id, 3, LineKind.OPEN_QUESTION, "Late.")))
                .hasMessageContaining("outcome.line.gone");
    }

    @Test
    void linesChangePlacesAmongTheirKind() {
        begin();
        lesson.enter(Phase.SYNTHESIS);
        long one = write("One");
        write("Two");
        long three = write("Three");
        act(s -> s.move(lesson.facilitator, lesson.slug, three, true));
        act(s -> s.move(lesson.facilitator, lesson.slug, one, false));
        act(s -> s.move(lesson.facilitator, lesson.slug, three, true));

        assertThat(texts()).containsExactly("Three", "One", "Two");
        act(s -> s.word(lesson.facilitator, lesson.slug, one, 1, LineKind.AGREED, "One"));
        assertThat(sheet(lesson.facilitator).parts().get(0).of(LineKind.AGREED))
                .extracting(l -> l.line().text())
                .containsExactly("One");
    }

    @Test
    void aLineHasWordsAndNotTooMany() {
        begin();
        lesson.enter(Phase.SYNTHESIS);

        assertThatThrownBy(() -> write("  \n ")).hasMessageContaining("outcome.text.length");
        assertThatThrownBy(() -> write("x".repeat(OutcomeLine.MAX_TEXT_CHARS + 1)))
                .hasMessageContaining("outcome.text.length");
        write("x".repeat(OutcomeLine.MAX_TEXT_CHARS));
    }

    @Test
    void aConfirmedSheetIsFixedUntilAFacilitatorOpensItAgainWhichItSays() {
        begin();
        Actor heron = lesson.joined("Heron");
        lesson.enter(Phase.SYNTHESIS);
        assertThatThrownBy(() -> act(s -> s.confirm(lesson.facilitator, lesson.slug)))
                .hasMessageContaining("outcome.empty.confirm");
        long id = write("Who pays?");
        act(s -> s.confirm(lesson.facilitator, lesson.slug));

        assertThat(sheet(heron).isConfirmed()).isTrue();
        assertThatThrownBy(() -> write("More")).hasMessageContaining("outcome.fixed");
        assertThatThrownBy(this::propose).hasMessageContaining("outcome.fixed");
        assertThatThrownBy(() -> act(s -> s.delete(lesson.facilitator, lesson.slug, id, 1)))
                .hasMessageContaining("outcome.fixed");
        assertThatThrownBy(() -> act(s -> s.mark(heron, lesson.slug, id, 1, true, "")))
                .hasMessageContaining("outcome.fixed");
        assertThatThrownBy(() -> act(s -> s.reopen(heron, lesson.slug))).isInstanceOf(NotFoundException.class);
        act(s -> s.reopen(lesson.facilitator, lesson.slug));
        assertThat(sheet(heron).isReopened()).isTrue();
        write("More");
    }

    // ---- Answering

    @ParameterizedTest
    @EnumSource(Engine.class)
    void participantsAnswerEachLineAndChangeTheirMinds(Engine engine) {
        begin(engine);
        Actor heron = lesson.joined("Heron");
        Actor otter = lesson.joined("Otter");
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Boxes stay.");
        act(s -> s.mark(heron, lesson.slug, id, 1, false, ""));
        act(s -> s.mark(otter, lesson.slug, id, 1, true, " My bus is late. "));

        assertThat(only().canLive()).isEqualTo(1);
        assertThat(only().objections()).isEqualTo(1);
        assertThat(only().reasons()).containsExactly("My bus is late.");
        assertThat(only().own()).isNull();
        assertThat(sheet(otter).parts().get(0).lines().get(0).ownReason()).isEqualTo("My bus is late.");
        assertThatThrownBy(() -> act(s -> s.delete(lesson.facilitator, lesson.slug, id, 1)))
                .hasMessageContaining("outcome.line.objected");

        act(s -> s.mark(otter, lesson.slug, id, 1, false, ""));
        act(s -> s.unmark(heron, lesson.slug, id));
        assertThat(only().canLive()).isEqualTo(1);
        assertThat(only().objections()).isZero();
        assertThat(only().reasons()).isEmpty();
    }

    @Test
    void nobodyHasAgreedToWhatWasWrittenLaterAndObjectionsStay() {
        begin();
        Actor heron = lesson.joined("Heron");
        Actor otter = lesson.joined("Otter");
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Boxes stay.");
        act(s -> s.mark(heron, lesson.slug, id, 1, false, ""));
        act(s -> s.mark(otter, lesson.slug, id, 1, true, "No."));
        act(s -> s.word(lesson.facilitator, lesson.slug, id, 1, LineKind.AGREED, "Boxes go."));

        assertThat(only().canLive()).isZero();
        assertThat(only().objections()).isEqualTo(1);
        assertThat(only().earlier()).isEqualTo(1);
        assertThatThrownBy(() -> act(s -> s.mark(heron, lesson.slug, id, 1, false, "")))
                .hasMessageContaining("outcome.line.moved");
        assertThatThrownBy(() ->
                        act(s -> s.mark(heron, lesson.slug, id, 2, true, "x".repeat(OutcomeMark.MAX_REASON_CHARS + 1))))
                .hasMessageContaining("outcome.reason.long");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whenTheWorkshopClosesNobodyCanTellWhoObjected(Engine engine) {
        begin(engine);
        Actor heron = lesson.joined("Heron");
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Boxes stay.");
        act(s -> s.mark(heron, lesson.slug, id, 1, true, "No."));
        assertThat(lesson.database.count("select count(m) from OutcomeMark m where m.member is not null"))
                .isEqualTo(1);

        lesson.enter(Phase.CLOSED);

        assertThat(lesson.database.count("select count(m) from OutcomeMark m where m.member is not null"))
                .isZero();
        assertThat(only().objections()).isEqualTo(1);
        assertThat(sheet(heron).parts().get(0).lines().get(0).own()).isNull();
        assertThatThrownBy(() -> act(s -> s.mark(heron, lesson.slug, id, 1, false, "")))
                .isInstanceOf(UserFacingException.class);
        act(s -> s.word(lesson.facilitator, lesson.slug, id, 1, LineKind.AGREED, "Boxes stay, for now."));
    }

    @Test
    void whoLeavesTakesTheirAnswersWithThem() {
        begin();
        Actor heron = lesson.joined("Heron");
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Boxes stay.");
        act(s -> s.mark(heron, lesson.slug, id, 1, true, "No."));

        lesson.database.doInTransaction(() -> leave(heron));

        assertThat(only().objections()).isZero();
    }

    private void leave(Actor actor) {
        try {
            var leave = JoinService.class.getDeclaredMethod("leave", AccountErased.class);
            leave.setAccessible(true);
            leave.invoke(lesson.database.get(JoinService.class), new AccountErased(actor.id(), false));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- Who may

    @Test
    void nobodyReadsItBeforeTheLastBallotIsOverAndNobodyFromOutsideEver() {
        begin();
        Actor heron = lesson.joined("Heron");
        Actor outsider = lesson.member("Somebody else", SiteRole.ADMINISTRATOR);
        for (Phase phase : List.of(Phase.OPENING_BALLOT, Phase.DISCUSS, Phase.CLOSING_BALLOT)) {
            lesson.enter(phase);
            for (Actor actor : List.of(heron, lesson.facilitator)) {
                assertThatThrownBy(() -> sheet(actor)).isInstanceOf(UserFacingException.class);
            }
            assertThatThrownBy(this::propose).isInstanceOf(UserFacingException.class);
        }
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Boxes stay.");

        assertThat(sheet(heron).parts()).hasSize(1);
        for (Actor actor : List.of(outsider, Actor.VISITOR)) {
            assertThatThrownBy(() -> sheet(actor)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> act(s -> s.mark(actor, lesson.slug, id, 1, true, "")))
                    .isInstanceOf(NotFoundException.class);
        }
        Actor moderator = lesson.moderator("Crane");
        for (Actor actor : List.of(heron, moderator, outsider)) {
            assertThatThrownBy(() -> act(s -> s.propose(actor, lesson.slug, WORDS)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> act(s -> s.word(actor, lesson.slug, id, 1, LineKind.AGREED, "Mine")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> act(s -> s.confirm(actor, lesson.slug))).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> act(s -> s.mark(moderator, lesson.slug, id, 1, true, "")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLineOfAnotherWorkshopIsNoneOfThisOne() {
        begin();
        lesson.enter(Phase.SYNTHESIS);
        long id = write("Boxes stay.");
        Slug other = lesson.run(WorkshopService.class, s -> s.copy(lesson.facilitator, lesson.slug));
        lesson.database.doInTransaction(() -> lesson.database
                .get(WorkshopService.class)
                .enter(lesson.facilitator, other, Phase.READ, Phase.SYNTHESIS));

        assertThatThrownBy(() -> act(s -> s.word(lesson.facilitator, other, id, 1, LineKind.AGREED, "From elsewhere.")))
                .hasMessageContaining("outcome.line.gone");
        assertThat(only().line().text()).isEqualTo("Boxes stay.");
    }
}
