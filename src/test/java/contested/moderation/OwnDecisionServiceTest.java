package contested.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Authors learn what was decided, why, and what came of their appeal; never by whom. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class OwnDecisionServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;
    private Slug comment;
    private Decision declined;

    @BeforeEach
    void decline() {
        thread = new ModeratedThread(engine, folder);
        comment = thread.write();
        declined =
                thread.decide(thread.minh, comment, new Verdict(DecisionKind.DECLINE, "person", "About the position."));
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void theAuthorReadsTheReasonAndTheRuleInItsVersion() {
        OwnDecision decision = own().get(0);

        assertThat(decision.kind()).isEqualTo(DecisionKind.DECLINE);
        assertThat(decision.words()).isEqualTo("About the position.");
        assertThat(decision.rule().version()).isEqualTo(1);
        assertThat(decision.rule().rank()).isEqualTo(1);
        assertThat(decision.rule().title().en()).startsWith("Argue about the position");
        assertThat(decision.isAppealable()).isTrue();
    }

    @Test
    void whatTheyGetHasNoPlaceForWhoDecided() {
        assertThat(Stream.of(OwnDecision.class, OwnDecision.OwnAppeal.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(RecordComponent::getType))
                .doesNotContain(contested.account.Account.class, Decision.class, Appeal.class);
    }

    @Test
    void anAppealThatIsRefusedLeavesTheDecisionStandingAndIsAnswered() {
        settle(AppealOutcome.UPHELD);

        OwnDecision decision = own().get(0);
        assertThat(decision.standing()).isTrue();
        assertThat(decision.isAppealable()).isFalse();
        assertThat(decision.appeal().outcome()).isEqualTo(AppealOutcome.UPHELD);
        assertThat(decision.appeal().answer()).isEqualTo("I looked again.");
        assertThat(decision.appeal().words()).isEqualTo("I spoke of the position.");
        assertThat(own().get(1).isAppealable()).isFalse();
        assertThat(OwnDecisionService.present(own()).orElseThrow().kind()).isEqualTo(DecisionKind.DECLINE);
    }

    @Test
    void anAppealThatIsGrantedTakesTheDecisionBack() {
        settle(AppealOutcome.GRANTED);

        assertThat(own().get(0).standing()).isFalse();
        assertThat(OwnDecisionService.present(own()).orElseThrow().kind()).isEqualTo(DecisionKind.PUBLISH);
    }

    @Test
    void whatWasDecidedOnAnEarlierTextCannotBeAppealedOnceALaterOneIsDecidedOn() {
        Slug changed = thread.write();
        Decision first =
                thread.decide(thread.minh, changed, new Verdict(DecisionKind.SEND_BACK, "person", "Change it."));
        thread.revise(changed);
        assertThat(ofComment(changed).get(0).isAppealable()).isTrue();

        thread.decide(thread.minh, changed, new Verdict(DecisionKind.DECLINE, "person", "Not that either."));

        assertThat(ofComment(changed)).extracting(OwnDecision::isAppealable).containsExactly(false, true);
        assertThatThrownBy(() -> thread.ask(AppealService.class, s -> s.appeal(thread.author, first.id(), "")))
                .hasMessageContaining("appeal.superseded");
    }

    private List<OwnDecision> ofComment(Slug slug) {
        return thread.ask(OwnDecisionService.class, s -> s.on(thread.author, List.of(slug)))
                .get(slug);
    }

    @Test
    void afterFourteenDaysThereIsNothingToAppeal() {
        thread.clock.pass(Duration.ofDays(14));
        assertThat(own().get(0).isAppealable()).isTrue();

        thread.clock.pass(Duration.ofSeconds(1));
        assertThat(own().get(0).isAppealable()).isFalse();
    }

    @Test
    void othersCommentsAreLeftOut() {
        assertThat(on(thread.member("Other"))).isEmpty();
        assertThatThrownBy(() -> on(Actor.VISITOR)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLongListCostsNoMoreQueriesThanAShortOne() {
        List<Slug> many = Stream.generate(() -> {
                    Slug slug = thread.write();
                    thread.decide(thread.minh, slug, new Verdict(DecisionKind.DECLINE, "person", "So it is."));
                    return slug;
                })
                .limit(12)
                .toList();

        assertThat(statements(many)).isEqualTo(statements(many.subList(0, 1))).isLessThanOrEqualTo(4);
    }

    private long statements(List<Slug> slugs) {
        return thread.database.statementsOf(
                () -> thread.database.get(OwnDecisionService.class).on(thread.author, slugs));
    }

    private void settle(AppealOutcome outcome) {
        long appeal = thread.<AppealService, Long>ask(
                AppealService.class, s -> s.appeal(thread.author, declined.id(), "I spoke of the position.")
                        .id());
        thread.ask(AppealService.class, s -> s.settle(thread.thu, appeal, outcome, "I looked again."));
    }

    private List<OwnDecision> own() {
        return on(thread.author);
    }

    private List<OwnDecision> on(Actor who) {
        return thread.ask(
                OwnDecisionService.class, s -> s.on(who, List.of(comment)).getOrDefault(comment, List.of()));
    }
}
