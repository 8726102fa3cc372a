package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.account.AccountErased;
import contested.account.AccountService;
import contested.account.FounderService;
import contested.account.Founders;
import contested.account.Proof;
import contested.account.Pseudonym;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadFilter;
import contested.discussion.ThreadKey;
import contested.discussion.ThreadOrder;
import contested.discussion.ThreadService;
import contested.question.Slot;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A workshop from the code to its end, with what nobody else may see of it. */
class WorkshopServiceTest {

    private static final Slug PHONES = SampleWorkshop.PHONES;
    private static final String TEXT = "Breaks are for talking, and nobody talks to a screen.";

    @TempDir
    private Path folder;

    private SampleWorkshop lesson;

    private SampleWorkshop begin(Engine engine, Template template) {
        lesson = new SampleWorkshop(engine, folder, template);
        return lesson;
    }

    private SampleWorkshop begin() {
        return begin(Engine.H2, Template.CLASS_50);
    }

    @AfterEach
    void end() {
        if (lesson != null) {
            lesson.close();
        }
    }

    // ---- Joining

    @ParameterizedTest
    @EnumSource(Engine.class)
    void peopleJoinByTheCodeUnderAPseudonymAndComeBackByTheirPhrase(Engine engine) {
        begin(engine, Template.CLASS_50);
        JoinService.Joined joined = lesson.join(lesson.code(), "Quiet Heron");

        Optional<JoinService.Joined> back = lesson.run(JoinService.class, j -> j.comeBack(joined.phrase()));

        assertThat(joined.workshop()).isEqualTo(lesson.slug);
        assertThat(back).isPresent();
        assertThat(back.orElseThrow().token()).isNotEqualTo(joined.token());
        assertThat(lesson.find(JoinService.class, j -> j.comeBack(ReturnPhrase.fresh())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameFormSentTwiceIsTheSameMemberEvenWhereTheyTookTheLastSeat(Engine engine) {
        begin(engine, Template.CLASS_50);
        run(s -> s.limit(lesson.facilitator, lesson.slug, 1));
        JoinKey key = JoinKey.fresh();

        JoinService.Joined first = join("Quiet Heron", key);
        JoinService.Joined second = join("Quiet Heron", key);

        assertThat(
                        lesson.database.count(
                                "select count(*) from WorkshopMember m where m.role = contested.access.WorkshopRole.PARTICIPANT"))
                .isEqualTo(1);
        assertThat(account(second.token())).isEqualTo(account(first.token()));
        assertThat(lesson.find(JoinService.class, j -> j.comeBack(second.phrase())))
                .isPresent();
        assertThat(lesson.find(JoinService.class, j -> j.comeBack(first.phrase())))
                .isEmpty();
        assertThatThrownBy(() -> join("Quiet Heron", JoinKey.fresh())).isInstanceOf(UserFacingException.class);
    }

    @Test
    void onceTheBrowserWasSeenOrTimeIsOverTheFormLetsNobodyInAnyMore() {
        begin();
        JoinKey seen = JoinKey.fresh();
        Actor heron = actor(join("Quiet Heron", seen).token());
        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).appear(heron, lesson.slug));
        JoinKey old = JoinKey.fresh();
        join("Sleepy Otter", old);
        JoinKey out = JoinKey.fresh();
        long crane = lesson.memberId(actor(join("Tall Crane", out).token()));
        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).remove(lesson.facilitator, lesson.slug, crane));

        assertThat(again(seen)).isEmpty();
        assertThat(again(out)).isEmpty();
        assertThat(again(old)).isPresent();
        lesson.pass(JoinKey.LASTS);
        assertThat(again(old)).isEmpty();
        assertThat(again(JoinKey.fresh())).isEmpty();
    }

    private Optional<JoinService.Joined> again(JoinKey key) {
        JoinCode code = lesson.code();
        return lesson.find(JoinService.class, j -> j.again(code, key));
    }

    private JoinService.Joined join(String pseudonym, JoinKey key) {
        JoinCode code = lesson.code();
        return lesson.run(JoinService.class, j -> j.join(code, pseudonym, key));
    }

    private Actor actor(String token) {
        return lesson.find(AccountService.class, a -> a.visit(token))
                .orElseThrow()
                .actor();
    }

    private long account(String token) {
        return actor(token).id();
    }

    @Test
    void pseudonymsAreToldApartWithinTheWorkshopAlone() {
        begin();
        lesson.joined("Quiet Heron");

        assertThatThrownBy(() -> lesson.joined("QUIET  HER0N"))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("account.pseudonym.taken");
        assertThatThrownBy(() -> lesson.joined("Moderator")).hasMessageContaining("account.pseudonym.office");
        lesson.member("Sleepy Otter");
        lesson.joined("Sleepy Otter");
    }

    @Test
    void aCodeThatIsPausedEndedRenewedOrOldOpensNothing() {
        begin();
        JoinCode first = lesson.code();
        run(s -> s.pauseJoining(lesson.facilitator, lesson.slug, true));
        assertThatThrownBy(() -> lesson.joined("One")).hasMessageContaining("join.code.paused");
        run(s -> s.pauseJoining(lesson.facilitator, lesson.slug, false));
        lesson.joined("Two");
        run(s -> s.renewCode(lesson.facilitator, lesson.slug));
        assertThatThrownBy(() -> lesson.join(first, "Three")).hasMessageContaining("join.code.none");
        lesson.pass(Template.CLASS_50.codeLife());
        assertThatThrownBy(() -> lesson.joined("Four")).hasMessageContaining("join.code.ended");
        run(s -> s.renewCode(lesson.facilitator, lesson.slug));
        JoinCode last = lesson.code();
        run(s -> s.endJoining(lesson.facilitator, lesson.slug));
        assertThatThrownBy(() -> lesson.join(last, "Five")).hasMessageContaining("join.code.none");
    }

    @Test
    void theLastSeatIsTakenOnce() {
        begin();
        run(s -> s.limit(lesson.facilitator, lesson.slug, 1));
        lesson.joined("First");

        assertThatThrownBy(() -> lesson.joined("Second")).hasMessageContaining("join.full");
        assertThatThrownBy(() -> run(s -> s.limit(lesson.facilitator, lesson.slug, 0)))
                .hasMessageContaining("workshop.capacity.range");
    }

    @Test
    void whoeverWasRemovedHasNoSeatAndNoWayBack() {
        begin();
        JoinService.Joined joined = lesson.join(lesson.code(), "Quiet Heron");
        Actor heron = lesson.run(AccountService.class, a -> a.visit(joined.token()))
                .orElseThrow()
                .actor();
        long id = lesson.memberId(heron);

        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).remove(lesson.facilitator, lesson.slug, id));

        assertThat(lesson.find(SeatService.class, s -> s.find(heron, lesson.slug)))
                .isEmpty();
        assertThat(lesson.find(AccountService.class, a -> a.visit(joined.token())))
                .isEmpty();
        assertThat(lesson.find(JoinService.class, j -> j.comeBack(joined.phrase())))
                .isEmpty();
    }

    // ---- What nobody else sees

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothingOfAWorkshopIsSeenOutsideIt(Engine engine) {
        begin(engine, Template.CLASS_50);
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.DISCUSS);
        Slug comment = lesson.post(heron, TEXT);
        Actor stranger = lesson.member("Stranger", SiteRole.values());
        ThreadKey inside = ThreadKey.in(lesson.slug, PHONES);
        ThreadKey outside = ThreadKey.open(PHONES);

        assertThat(entries(heron, inside)).isEqualTo(1);
        assertThat(entries(stranger, outside)).isZero();
        assertThat(entries(Actor.VISITOR, outside)).isZero();
        assertThat(lesson.<ThreadService, Integer>run(
                        ThreadService.class, t -> t.counts().size()))
                .isZero();
        for (Actor other : List.of(stranger, Actor.VISITOR)) {
            assertThatThrownBy(() -> entries(other, inside)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(
                            () -> lesson.run(ThreadService.class, t -> t.conversation(other, outside, comment, null)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> lesson.run(WorkshopService.class, s -> s.agenda(other, lesson.slug)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> lesson.run(CommentService.class, c -> c.post(heron, outside, draft())))
                .as("a guest writes nothing outside")
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theSitesModeratorsFindNothingOfItAtTheirDesk() {
        begin(Engine.H2, Template.POLICY_90);
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.DISCUSS);
        lesson.post(heron, TEXT);

        // Native, as the desk's query is: what waits in workshops is not the site's.
        assertThat(lesson.database.count("select count(*) from Comment c where c.state = 'PENDING'"))
                .isEqualTo(1);
        assertThat(lesson.database.count("select count(*) from DebateThread t where t.workshop is null"))
                .isZero();
    }

    private long entries(Actor reader, ThreadKey key) {
        return lesson.run(
                ThreadService.class, t -> (long) t.page(reader, key, ThreadFilter.ALL, ThreadOrder.OLDEST, null)
                        .entries()
                        .size());
    }

    private static Draft draft() {
        return new Draft(
                Stance.NONE, null, TEXT, List.of(), null, UUID.randomUUID().toString());
    }

    @Test
    void aClassReadsAtOnceAndAPolicyWorkshopAfterReviewWithoutAuthors() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        lesson.enter(Phase.DISCUSS);
        lesson.post(heron, TEXT);
        assertThat(entries(otter, ThreadKey.in(lesson.slug, PHONES))).isEqualTo(1);
        lesson.close();

        begin(Engine.H2, Template.POLICY_90);
        Actor bittern = lesson.joined("Small Bittern");
        Actor crane = lesson.joined("Tall Crane");
        lesson.enter(Phase.DISCUSS);
        lesson.post(bittern, TEXT);
        assertThat(entries(crane, ThreadKey.in(lesson.slug, PHONES))).isZero();
    }

    @Test
    void peersAreReadOnlyAfterOnesOwnWhereTheAgendaSaysSo() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        run(s -> s.ask(lesson.facilitator, lesson.slug, PHONES, true, 1, 0));
        lesson.enter(Phase.DISCUSS);
        lesson.post(heron, TEXT);
        ThreadKey key = ThreadKey.in(lesson.slug, PHONES);

        assertThat(entries(otter, key)).isZero();
        assertThat(entries(lesson.facilitator, key)).isEqualTo(1);
        lesson.post(otter, "A second voice, and not the same one at all.");
        assertThat(entries(otter, key)).isEqualTo(2);
    }

    // ---- Phases

    @Test
    void whatArrivesAfterTheBellIsRefusedAndSaysSo() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.DISCUSS);
        lesson.enter(Phase.CLOSING_BALLOT);

        assertThatThrownBy(() -> lesson.post(heron, TEXT))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("workshop.phase.not-now.WRITE");
    }

    @Test
    void ofTwoWhoSwitchTheSecondIsTold() {
        begin();
        lesson.enter(Phase.OPENING_BALLOT);

        assertThatThrownBy(() -> run(s -> s.enter(lesson.facilitator, lesson.slug, Phase.READ, Phase.DISCUSS)))
                .hasMessageContaining("workshop.phase.moved");
    }

    @Test
    void onlyAFacilitatorSwitches() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        Actor bo = lesson.moderator("Careful Bo");

        for (Actor other : List.of(heron, bo, lesson.member("Stranger", SiteRole.values()), Actor.VISITOR)) {
            assertThatThrownBy(() -> run(s -> s.enter(other, lesson.slug, Phase.READ, Phase.DISCUSS)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    // ---- Ballots

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aBallotIsOneChangeableWhileOpenAndSecretToAll(Engine engine) {
        begin(engine, Template.CLASS_50);
        Actor heron = lesson.joined("Quiet Heron");
        Actor otter = lesson.joined("Sleepy Otter");
        lesson.enter(Phase.OPENING_BALLOT);
        lesson.vote(heron, BallotRound.OPENING, Slot.YES, 4);
        lesson.vote(heron, BallotRound.OPENING, null, 2);

        assertThat(own(heron, BallotRound.OPENING)).contains(new BallotService.Own(null, 2));
        assertThat(own(otter, BallotRound.OPENING)).isEmpty();
        assertThat(lesson.database.count("select count(*) from Ballot")).isEqualTo(1);
        assertThatThrownBy(() -> lesson.vote(heron, BallotRound.CLOSING, Slot.YES, 4))
                .hasMessageContaining("workshop.phase.not-now.VOTE_CLOSING");
        assertThatThrownBy(() -> lesson.vote(lesson.facilitator, BallotRound.OPENING, Slot.YES, 4))
                .isInstanceOf(NotFoundException.class);
        for (Phase phase : List.of(Phase.OPENING_BALLOT, Phase.DISCUSS, Phase.CLOSING_BALLOT)) {
            if (phase != Phase.OPENING_BALLOT) {
                lesson.enter(phase);
            }
            for (Actor who : List.of(heron, otter, lesson.facilitator)) {
                assertThatThrownBy(() -> lesson.run(BallotService.class, b -> b.cast(who, lesson.slug, PHONES)))
                        .hasMessageContaining("workshop.phase.not-now.SEE_SHIFT");
            }
        }
    }

    private Optional<BallotService.Own> own(Actor actor, BallotRound round) {
        return lesson.run(BallotService.class, b -> b.own(actor, lesson.slug, PHONES, round));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void closingCutsBallotsFromThoseWhoCastThemAndKeepsThePairs(Engine engine) {
        begin(engine, Template.CLASS_50);
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.OPENING_BALLOT);
        lesson.vote(heron, BallotRound.OPENING, Slot.YES, 4);
        lesson.enter(Phase.DISCUSS);
        lesson.enter(Phase.CLOSING_BALLOT);
        lesson.vote(heron, BallotRound.CLOSING, Slot.NO, 3);
        lesson.enter(Phase.SYNTHESIS);
        lesson.database.doInTransaction(() ->
                lesson.database.get(BallotService.class).toggleMover(heron, lesson.slug, PHONES, SampleDebate.PASSAGE));
        lesson.enter(Phase.CLOSED);

        List<CastBallot> cast = lesson.run(BallotService.class, b -> b.cast(heron, lesson.slug, PHONES));
        assertThat(cast).hasSize(2);
        assertThat(cast.get(0).pair()).isEqualTo(cast.get(1).pair());
        assertThat(own(heron, BallotRound.CLOSING)).isEmpty();
        assertThat(lesson.database.count("select count(*) from Ballot b where b.member is not null"))
                .isZero();
        assertThat(lesson.database.count("select count(*) from Mover m where m.member is null"))
                .isEqualTo(1);
        assertThatThrownBy(() -> lesson.enter(Phase.SYNTHESIS)).hasMessageContaining("workshop.phase.closed");
        assertThatThrownBy(() -> run(s -> s.renewCode(lesson.facilitator, lesson.slug)))
                .hasMessageContaining("workshop.phase.closed");
    }

    @Test
    void whoeverLeavesTakesTheirBallotsAlongWhileTheyAreTheirs() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        lesson.enter(Phase.OPENING_BALLOT);
        lesson.vote(heron, BallotRound.OPENING, Slot.YES, 4);

        lesson.database.doInTransaction(
                () -> lesson.database.get(AccountService.class).erase(heron, new Proof("", ""), true));

        assertThat(lesson.database.count("select count(*) from Ballot")).isZero();
        assertThat(lesson.find(SeatService.class, s -> s.find(heron, lesson.slug)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void paperIsCountedApartFromBallotsAndInPlaceOfWhatWasCountedBefore(Engine engine) {
        begin(engine, Template.CLASS_50);
        lesson.enter(Phase.OPENING_BALLOT);
        count(BallotRound.OPENING, 1, 1);
        count(BallotRound.OPENING, 3, 2);

        List<PaperCount> paper = lesson.run(BallotService.class, b -> b.paper(lesson.facilitator, lesson.slug, PHONES));

        assertThat(paper).extracting(PaperCount::people).containsExactlyInAnyOrder(3, 2);
        assertThat(lesson.database.count("select count(*) from Ballot")).isZero();
        assertThatThrownBy(() -> count(BallotRound.OPENING, -1, 0)).hasMessageContaining("ballot.paper.many");
        int room = lesson.workshop().capacity();
        count(BallotRound.OPENING, room, 0);
        assertThatThrownBy(() -> count(BallotRound.OPENING, room, 1)).hasMessageContaining("ballot.paper.many");
    }

    @Test
    void paperIsCountedFromItsBallotOnUntilTheEnd() {
        begin();
        assertThatThrownBy(() -> count(BallotRound.OPENING, 1, 0)).hasMessageContaining("ballot.paper.early");
        lesson.enter(Phase.DISCUSS);
        count(BallotRound.OPENING, 1, 0);
        assertThatThrownBy(() -> count(BallotRound.CLOSING, 1, 0)).hasMessageContaining("ballot.paper.early");
        lesson.enter(Phase.SYNTHESIS);
        count(BallotRound.CLOSING, 1, 0);
        lesson.enter(Phase.CLOSED);
        assertThatThrownBy(() -> count(BallotRound.CLOSING, 2, 0)).hasMessageContaining("workshop.phase.closed");
    }

    @Test
    void paperIsSeenByThoseWhoEnterItAloneUntilNobodyVotesAnyMore() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        Actor helper = lesson.moderator("Early Wren");
        lesson.enter(Phase.CLOSING_BALLOT);
        count(BallotRound.CLOSING, 4, 0);

        for (Actor other : List.of(heron, helper)) {
            assertThatThrownBy(() -> lesson.run(BallotService.class, b -> b.paper(other, lesson.slug, PHONES)))
                    .hasMessageContaining("not-now.SEE_SHIFT");
        }
        lesson.enter(Phase.SYNTHESIS);
        List<PaperCount> seen = lesson.run(BallotService.class, b -> b.paper(heron, lesson.slug, PHONES));
        assertThat(seen).extracting(PaperCount::people).containsExactly(4);
    }

    private void count(BallotRound round, int yes, int unsure) {
        lesson.database.doInTransaction(() -> lesson.database
                .get(BallotService.class)
                .count(lesson.facilitator, lesson.slug, PHONES, round, Map.of(Slot.YES, yes), unsure));
    }

    // ---- The last who leads

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoeverLeadsAloneStaysUntilSomebodyElseLeadsToo(Engine engine) {
        begin(engine, Template.CLASS_50);
        assertThat(alone()).containsExactly("Phones at Lakeside");
        assertThatThrownBy(() -> erase(lesson.facilitator))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("me.delete.leading");
        assertThat(lesson.find(SeatService.class, s -> s.find(lesson.facilitator, lesson.slug)))
                .isPresent();

        Actor second = lesson.member("Second Lead", SiteRole.MEMBER);
        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).invite(lesson.facilitator, lesson.slug, "Second Lead"));

        assertThat(alone()).isEmpty();
        erase(lesson.facilitator);
        assertThat(lesson.find(SeatService.class, s -> s.find(second, lesson.slug)))
                .isPresent();
        assertThatThrownBy(() -> erase(second)).hasMessageContaining("me.delete.leading");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void noGuestIsTakenForSomebodyWhoHasAnAccountOfTheirOwn(Engine engine) {
        begin(engine, Template.CLASS_50);
        lesson.member("Minh Moon", SiteRole.MEMBER);
        invite("Minh Moon");
        Workshop here = lesson.workshop();
        for (String like : List.of("Thu Hà", "thu ha", "Minh M00n")) {
            assertThat(lesson.<JoinService, Boolean>run(JoinService.class, j -> j.isFree(here, Pseudonym.of(like))))
                    .as(like)
                    .isFalse();
            assertThatThrownBy(() -> lesson.join(lesson.code(), like))
                    .as(like)
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("account.pseudonym.taken");
        }
        lesson.joined("Minh Moonlight");
        // With an account, but not in this workshop: nobody here could take one for the other.
        lesson.member("Quiet Heron", SiteRole.MEMBER);
        lesson.joined("Quiet Heron");
    }

    @Test
    void nobodyIsInvitedWhomAGuestWhoIsInCouldBeTakenFor() {
        begin();
        lesson.member("Minh Moon", SiteRole.MEMBER);
        long guest = lesson.memberId(lesson.joined("minh m00n"));
        assertThatThrownBy(() -> invite("Minh Moon"))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("workshop.people.invite.like-guest");

        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).remove(lesson.facilitator, lesson.slug, guest));

        invite("Minh Moon");
    }

    private void invite(String pseudonym) {
        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).invite(lesson.facilitator, lesson.slug, pseudonym));
    }

    @Test
    void whoeverClosedWhatTheyLeadGoesAlone() {
        begin();
        lesson.joined("Quiet Heron");
        lesson.enter(Phase.SYNTHESIS);
        assertThatThrownBy(() -> erase(lesson.facilitator)).hasMessageContaining("me.delete.leading");
        lesson.enter(Phase.CLOSED);

        erase(lesson.facilitator);

        assertThat(lesson.find(SeatService.class, s -> s.find(lesson.facilitator, lesson.slug)))
                .isEmpty();
    }

    private List<String> alone() {
        return lesson.run(JoinService.class, j -> j.ledAlone(lesson.facilitator)).stream()
                .map(Workshop::title)
                .toList();
    }

    private void erase(Actor actor) {
        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).leave(new AccountErased(actor.id(), false)));
    }

    // ---- Who founds

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onlyThoseWhomTheAdministratorsLetFoundAndCopyWorkshopsAndWhatIsThereGoesOn(Engine engine) {
        begin(engine, Template.CLASS_50);
        Actor chief = lesson.member("Mai", SiteRole.MEMBER, SiteRole.ADMINISTRATOR);
        Actor editor = lesson.member("Binh", SiteRole.MEMBER, SiteRole.EDITOR);
        Actor heron = lesson.joined("Quiet Heron");
        letFound(chief, Founders.ENTRUSTED);

        assertThatThrownBy(() -> found(lesson.facilitator)).hasMessageContaining("workshop.founding.not");
        assertThatThrownBy(() -> lesson.run(WorkshopService.class, s -> s.copy(lesson.facilitator, lesson.slug)))
                .hasMessageContaining("workshop.founding.not");
        assertThatThrownBy(() -> found(heron)).isInstanceOf(NotFoundException.class);
        found(editor);
        lesson.enter(Phase.DISCUSS);

        letFound(chief, Founders.ADMINISTRATORS);
        assertThatThrownBy(() -> found(editor)).hasMessageContaining("workshop.founding.not");
        found(chief);
        letFound(chief, Founders.MEMBERS);
        found(lesson.facilitator);
        assertThatThrownBy(() -> letFound(editor, Founders.MEMBERS)).isInstanceOf(NotFoundException.class);
    }

    private void letFound(Actor actor, Founders founders) {
        lesson.database.doInTransaction(
                () -> lesson.database.get(FounderService.class).letFound(actor, founders));
    }

    private void found(Actor actor) {
        lesson.run(
                WorkshopService.class,
                s -> s.found(
                        actor,
                        new WorkshopService.Founding(
                                "Another", PHONES, Template.CLASS_50, ZoneOffset.UTC, null, null)));
    }

    // ---- Copy, agenda

    @Test
    void aCopyHasTheSameAgendaAndNobodyIn() {
        begin();
        lesson.joined("Quiet Heron");
        run(s -> s.ask(lesson.facilitator, lesson.slug, PHONES, true, 2, 1));

        Slug copy = lesson.run(WorkshopService.class, s -> s.copy(lesson.facilitator, lesson.slug));

        List<AgendaItem> agenda = lesson.run(WorkshopService.class, s -> s.agenda(lesson.facilitator, copy));
        assertThat(agenda).hasSize(1);
        assertThat(agenda.get(0).isOwnFirst()).isTrue();
        assertThat(lesson.<JoinService, Integer>run(JoinService.class, j -> j.members(lesson.facilitator, copy)
                        .size()))
                .isEqualTo(1);
    }

    @Test
    void theAgendaStaysOnceWorkHasBegun() {
        begin();

        assertThatThrownBy(() -> run(s -> s.removeQuestion(lesson.facilitator, lesson.slug, PHONES)))
                .hasMessageContaining("workshop.agenda.last");
        lesson.enter(Phase.DISCUSS);
        assertThatThrownBy(() -> run(s -> s.removeQuestion(lesson.facilitator, lesson.slug, PHONES)))
                .hasMessageContaining("workshop.agenda.used");
        assertThatThrownBy(() -> run(s -> s.addQuestion(lesson.facilitator, lesson.slug, PHONES)))
                .hasMessageContaining("workshop.agenda.there");
    }

    @Test
    void aMutedParticipantReadsAndVotesAndDoesNotWrite() {
        begin();
        Actor heron = lesson.joined("Quiet Heron");
        long id = lesson.memberId(heron);
        lesson.database.doInTransaction(
                () -> lesson.database.get(JoinService.class).mute(lesson.facilitator, lesson.slug, id, true));
        lesson.enter(Phase.DISCUSS);

        assertThatThrownBy(() -> lesson.post(heron, TEXT)).hasMessageContaining("workshop.muted");
        lesson.pass(Duration.ofMinutes(1));
        lesson.enter(Phase.CLOSING_BALLOT);
        lesson.vote(heron, BallotRound.CLOSING, Slot.NO, 5);
    }

    private void run(java.util.function.Consumer<WorkshopService> call) {
        lesson.database.doInTransaction(() -> call.accept(lesson.database.get(WorkshopService.class)));
    }
}
