package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.account.AccountService;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import contested.support.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Return phrases and real names are kept for as long as people were told, and not a minute longer. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class RetentionServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private SampleWorkshop sample;
    private JoinService.Joined linh;

    private void closed(Template template) {
        sample = new SampleWorkshop(engine, folder, template);
        linh = sample.join(sample.code(), "Linh");
        if (template != Template.POLICY_90) {
            Actor actor = sample.run(AccountService.class, s -> s.visit(linh.token()))
                    .orElseThrow()
                    .actor();
            long id = sample.memberId(actor);
            sample.database.doInTransaction(() -> sample.database
                    .get(JoinService.class)
                    .call(sample.facilitator, sample.slug, Map.of(id, "Linh in life")));
        }
        sample.enter(Phase.CLOSED);
    }

    @AfterEach
    void close() {
        if (sample != null) {
            sample.close();
        }
    }

    private long kept() {
        return sample.database.count(
                "select count(m) from WorkshopMember m where m.returnHash is not null or m.realName is not null");
    }

    private boolean comesBack() {
        return sample.find(JoinService.class, s -> s.comeBack(linh.phrase())).isPresent();
    }

    private int forgotten() {
        return sample.run(RetentionService.class, RetentionService::forgetDue);
    }

    @Test
    void aPhraseLeadsBackUntilTheStatedTimeAndNotInTheMinuteAfter() {
        closed(Template.CLASS_50);
        sample.pass(Duration.ofDays(30).minusMinutes(1));
        assertThat(comesBack()).isTrue();

        sample.pass(Duration.ofMinutes(1));

        // Nobody has deleted anything yet.
        assertThat(kept()).isEqualTo(1);
        assertThat(comesBack()).isFalse();
    }

    @Test
    void whatIsDueIsDeletedAndNothingElse() {
        closed(Template.CLASS_50);
        SampleWorkshop open = sample.another();
        open.joined("Minh");
        assertThat(forgotten()).isZero();
        assertThat(kept()).isEqualTo(2);

        sample.pass(Duration.ofDays(30));

        assertThat(forgotten()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
        assertThat(forgotten()).isZero();
    }

    @Test
    void aPolicyWorkshopForgetsPeopleAsItCloses() {
        closed(Template.POLICY_90);

        assertThat(kept()).isZero();
        assertThat(comesBack()).isFalse();
    }

    @Test
    void nobodyGetsANewPhraseOnceTheirTimeIsOver() {
        closed(Template.CLASS_50);
        Actor actor = sample.run(AccountService.class, s -> s.visit(linh.token()))
                .orElseThrow()
                .actor();
        long id = sample.memberId(actor);
        ReturnPhrase renewed = sample.run(JoinService.class, s -> s.renewPhrase(sample.facilitator, sample.slug, id));
        assertThat(renewed).isNotNull();

        sample.pass(Duration.ofDays(30));

        assertThatThrownBy(() -> sample.run(JoinService.class, s -> s.renewPhrase(sample.facilitator, sample.slug, id)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theTimeOnlyGetsShorterOncePeopleWereToldIt() {
        sample = new SampleWorkshop(engine, folder, Template.CLASS_50);
        keep(60);
        assertThat(sample.workshop().keptDays()).isEqualTo(60);
        linh = sample.join(sample.code(), "Linh");

        assertThatThrownBy(() -> keep(61))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("workshop.kept.longer");
        assertThatThrownBy(() -> keep(91))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("workshop.kept.range");
        assertThatThrownBy(() -> keep(-1))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("workshop.kept.range");
        keep(10);
        sample.enter(Phase.CLOSED);
        sample.pass(Duration.ofDays(5));
        assertThat(comesBack()).isTrue();

        keep(3);

        assertThat(kept()).isZero();
    }

    private void keep(int days) {
        sample.database.doInTransaction(
                () -> sample.database.get(WorkshopService.class).keepPeople(sample.facilitator, sample.slug, days));
    }
}
