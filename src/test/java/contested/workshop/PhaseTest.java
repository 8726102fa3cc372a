package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.WorkshopPermission;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.Pseudonym;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Phase by role by action by setting, as a table written apart from the code. */
class PhaseTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    /**
     * One row an action, one column a phase: read, opening ballot, discuss, closing ballot, synthesis, closed. In each, who
     * may: p participant, m moderator, f facilitator, - nobody.
     */
    private static final String TABLE =
            """
            ENTER         pmf pmf pmf pmf pmf pmf
            READ_THREADS  -   -   pmf pmf pmf pmf
            WRITE         -   -   pmf -   -   -
            VOTE_OPENING  -   p   -   -   -   -
            VOTE_CLOSING  -   -   -   p   -   -
            TELL_MOVERS   -   -   -   -   p   -
            MARK_OUTCOME  -   -   -   -   p   -
            SEE_SHIFT     -   -   -   -   pmf pmf
            MODERATE      mf  mf  mf  mf  mf  mf
            RUN           f   f   f   f   f   f
            """;

    static Stream<Arguments> table() {
        List<Arguments> all = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split("\\s+");
            for (Phase phase : Phase.values()) {
                for (WorkshopRole role : WorkshopRole.values()) {
                    String letter = role.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
                    all.add(Arguments.of(
                            WorkshopPermission.valueOf(cells[0]),
                            phase,
                            role,
                            cells[phase.ordinal() + 1].contains(letter)));
                }
            }
        }
        return all.stream();
    }

    @Test
    void theTableNamesEveryAction() {
        assertThat(TABLE.lines().map(line -> line.split("\\s+")[0]))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(WorkshopPermission.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("table")
    void whoMayDoWhatInWhichPhase(WorkshopPermission action, Phase phase, WorkshopRole role, boolean may) {
        Seat seat = seat(phase, role, Duration.ZERO, NOW);

        assertThat(seat.may(action)).isEqualTo(may);
        if (!may) {
            assertThatThrownBy(() -> seat.require(action))
                    .isInstanceOfAny(NotFoundException.class, UserFacingException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void whoeverIsMutedOnlyCannotWrite(WorkshopPermission action, Phase phase, WorkshopRole role, boolean may) {
        Workshop workshop = workshop();
        workshop.enter(phase, NOW);
        WorkshopMember member = new WorkshopMember(workshop, workshop.createdBy(), role, NOW);
        member.mute(true);

        assertThat(Seat.at(member, NOW).may(action)).isEqualTo(may && action != WorkshopPermission.WRITE);
    }

    @Test
    void extraTimeKeepsThePhaseThatTheOthersHaveLeft() {
        Workshop workshop = workshop();
        workshop.enter(Phase.DISCUSS, NOW);
        workshop.enter(Phase.CLOSING_BALLOT, NOW.plusSeconds(60));
        WorkshopMember slow = new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.PARTICIPANT, NOW);
        slow.giveExtra(5);

        Seat during = Seat.at(slow, NOW.plusSeconds(120));
        Seat after = Seat.at(slow, NOW.plusSeconds(60 + 300));

        assertThat(during.may(WorkshopPermission.WRITE)).isTrue();
        assertThat(during.may(WorkshopPermission.VOTE_CLOSING)).isFalse();
        assertThat(after.may(WorkshopPermission.WRITE)).isFalse();
        assertThat(after.may(WorkshopPermission.VOTE_CLOSING)).isTrue();
    }

    @Test
    void whoeverStillVotesSeesNoCounts() {
        Workshop workshop = workshop();
        workshop.enter(Phase.CLOSING_BALLOT, NOW);
        workshop.enter(Phase.SYNTHESIS, NOW.plusSeconds(60));
        WorkshopMember slow = new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.PARTICIPANT, NOW);
        slow.giveExtra(5);
        workshop.waitFor(5);

        Seat seat = Seat.at(slow, NOW.plusSeconds(120));

        assertThat(seat.may(WorkshopPermission.VOTE_CLOSING)).isTrue();
        assertThat(seat.may(WorkshopPermission.SEE_SHIFT)).isFalse();
    }

    /** Two counts with one ballot between them would say what it was. */
    @Test
    void nobodySeesCountsAsLongAsSomebodyVotes() {
        Workshop workshop = workshop();
        workshop.enter(Phase.CLOSING_BALLOT, NOW);
        workshop.enter(Phase.SYNTHESIS, NOW.plusSeconds(60));
        workshop.waitFor(5);
        WorkshopMember leads = new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.FACILITATOR, NOW);

        assertThat(Seat.at(leads, NOW.plusSeconds(60 + 299)).may(WorkshopPermission.SEE_SHIFT))
                .isFalse();
        assertThat(Seat.at(leads, NOW.plusSeconds(60 + 300)).may(WorkshopPermission.SEE_SHIFT))
                .isTrue();
    }

    @Test
    void onceCountsWereSeenNobodyVotesWhereverThePhasesGo() {
        Workshop workshop = workshop();
        workshop.enter(Phase.SYNTHESIS, NOW);
        workshop.enter(Phase.CLOSING_BALLOT, NOW.plusSeconds(60));
        WorkshopMember one = new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.PARTICIPANT, NOW);

        assertThat(Seat.at(one, NOW.plusSeconds(61)).may(WorkshopPermission.VOTE_CLOSING))
                .isFalse();
        workshop.enter(Phase.DISCUSS, NOW.plusSeconds(62));
        assertThat(workshop.nextAt(NOW.plusSeconds(63))).contains(Phase.SYNTHESIS);
    }

    @Test
    void goingBackGivesNobodyThePhaseThatFollowed() {
        Workshop workshop = workshop();
        workshop.enter(Phase.DISCUSS, NOW);
        workshop.enter(Phase.READ, NOW.plusSeconds(60));
        WorkshopMember slow = new WorkshopMember(workshop, workshop.createdBy(), WorkshopRole.PARTICIPANT, NOW);
        slow.giveExtra(5);

        assertThat(Seat.at(slow, NOW.plusSeconds(61)).may(WorkshopPermission.WRITE))
                .isFalse();
    }

    @Test
    void bySchedulePhasesFollowEachOtherToTheSecondAndStopBeforeTheLast() {
        Workshop workshop = workshop();
        workshop.enter(Phase.READ, NOW);
        workshop.schedule(true, NOW);
        Instant opening = NOW.plus(Duration.ofMinutes(10));

        assertThat(workshop.standingAt(opening.minusMillis(1)).phase()).isEqualTo(Phase.READ);
        assertThat(workshop.standingAt(opening).phase()).isEqualTo(Phase.OPENING_BALLOT);
        assertThat(workshop.standingAt(opening.plus(Duration.ofMinutes(3))).phase())
                .isEqualTo(Phase.DISCUSS);
        assertThat(workshop.standingAt(NOW.plus(Duration.ofDays(30))).phase()).isEqualTo(Phase.SYNTHESIS);
    }

    @Test
    void byHandNothingMovesWhenTheTimeIsUp() {
        Workshop workshop = workshop();
        workshop.enter(Phase.DISCUSS, NOW);

        assertThat(workshop.standingAt(NOW.plus(Duration.ofDays(1))).phase()).isEqualTo(Phase.DISCUSS);
    }

    @Test
    void moreTimeCountsFromTheEndOrFromNowWhereThatIsOver() {
        Workshop workshop = workshop();
        workshop.enter(Phase.OPENING_BALLOT, NOW);

        workshop.lengthen(Duration.ofMinutes(2), NOW.plusSeconds(10));
        assertThat(workshop.standingAt(NOW).until()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));

        workshop.lengthen(Duration.ofMinutes(2), NOW.plus(Duration.ofMinutes(20)));
        assertThat(workshop.standingAt(NOW).until()).isEqualTo(NOW.plus(Duration.ofMinutes(22)));
    }

    @Test
    void aFixedWorkshopOnlyGetsStricterOncePeopleHaveJoined() {
        Workshop policy = workshop(Template.POLICY_90);

        assertThat(policy.show(false, true, true, true)).isFalse();
        assertThat(policy.isReviewFirst()).isTrue();
        assertThat(policy.areAuthorsShown()).isFalse();
        assertThat(policy.arePersonsShown()).isFalse();
        assertThat(policy.show(false, true, true, false)).isTrue();
        assertThat(policy.areAuthorsShown()).isTrue();
        assertThat(policy.show(true, false, true, true)).isTrue();
        assertThat(policy.areAuthorsShown()).isFalse();
    }

    private static Seat seat(Phase phase, WorkshopRole role, Duration extra, Instant at) {
        Workshop workshop = workshop();
        workshop.enter(phase, NOW);
        WorkshopMember member = new WorkshopMember(workshop, workshop.createdBy(), role, NOW);
        member.giveExtra((int) extra.toMinutes());
        return Seat.at(member, at);
    }

    private static Workshop workshop() {
        return workshop(Template.CLASS_50);
    }

    private static Workshop workshop(Template template) {
        Account by = new Account(Pseudonym.of("Thu Hà"), "no hash", null, NOW);
        return new Workshop(new Slug("w1"), "Phones", template, ZoneOffset.UTC, by, NOW);
    }
}
