package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.access.Actor;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import contested.support.Engine;
import contested.workshop.FeedbackService.Letters;
import contested.workshop.FeedbackService.Typed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What facilitators write to somebody is read by them alone, and not before it is released. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class FeedbackServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private SampleWorkshop sample;
    private Actor linh;
    private Actor minh;

    private void open(Template template) {
        sample = new SampleWorkshop(engine, folder, template);
        linh = sample.joined("Linh");
        minh = sample.joined("Minh");
    }

    @AfterEach
    void close() {
        if (sample != null) {
            sample.close();
        }
    }

    private void act(Consumer<FeedbackService> act) {
        sample.database.doInTransaction(() -> act.accept(sample.database.get(FeedbackService.class)));
    }

    private void save(Actor by, Actor to, int seen, String text) {
        long id = sample.memberId(to);
        act(s -> s.save(by, sample.slug, Map.of(id, new Typed(seen, text))));
    }

    private List<String> readBy(Actor reader) {
        return sample.run(FeedbackService.class, s -> s.own(reader, sample.slug)).stream()
                .map(Feedback::text)
                .toList();
    }

    private Letters to(Actor participant) {
        long id = sample.memberId(participant);
        return sample.run(FeedbackService.class, s -> s.all(sample.facilitator, sample.slug)).stream()
                .filter(l -> l.member().id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allDraftsAreReleasedTogetherEachToItsOwnReaderAlone() {
        open(Template.CLASS_50);
        save(sample.facilitator, linh, 0, "You asked the best question.");
        save(sample.facilitator, minh, 0, "Cite a passage next time.");
        assertThat(readBy(linh)).isEmpty();

        act(s -> s.release(sample.facilitator, sample.slug));

        assertThat(readBy(linh)).containsExactly("You asked the best question.");
        assertThat(readBy(minh)).containsExactly("Cite a passage next time.");
        assertThat(readBy(sample.facilitator)).isEmpty();
        assertThat(to(linh).draft()).isNull();
    }

    @Test
    void whatWasReleasedStaysAndMoreFollows() {
        open(Template.CLASS_50);
        save(sample.facilitator, linh, 0, "First.");
        act(s -> s.release(sample.facilitator, sample.slug));
        save(sample.facilitator, linh, 0, "Second.");
        assertThat(readBy(linh)).containsExactly("First.");

        act(s -> s.release(sample.facilitator, sample.slug));

        assertThat(readBy(linh)).containsExactly("First.", "Second.");
    }

    @Test
    void nobodySavesOverADraftThatTheyHaveNotSeen() {
        open(Template.CLASS_50);
        save(sample.facilitator, linh, 0, "Mine.");
        Actor other = sample.member("Thu", contested.access.SiteRole.MEMBER);
        sample.database.doInTransaction(
                () -> sample.database.get(JoinService.class).invite(sample.facilitator, sample.slug, "Thu"));

        assertThatThrownBy(() -> save(other, linh, 0, "Hers."))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("workshop.feedback.changed");
        save(other, linh, 1, "Ours.");

        assertThat(to(linh).draft().text()).isEqualTo("Ours.");
        assertThatThrownBy(() -> save(sample.facilitator, linh, 1, "Mine again."))
                .hasMessage("workshop.feedback.changed");
    }

    @Test
    void anEmptiedDraftGoesAndNothingIsNoRelease() {
        open(Template.CLASS_50);
        save(sample.facilitator, linh, 0, "Not so.");
        save(sample.facilitator, linh, 1, "  ");

        assertThat(to(linh).draft()).isNull();
        assertThatThrownBy(() -> act(s -> s.release(sample.facilitator, sample.slug)))
                .hasMessage("workshop.feedback.none");
        assertThatThrownBy(() -> save(sample.facilitator, linh, 0, "x".repeat(Feedback.MAX_TEXT_CHARS + 1)))
                .hasMessage("workshop.feedback.long");
    }

    @Test
    void onlyThoseWhoLeadWriteAndOnlyToThoseWhoTakePart() {
        open(Template.CLASS_50);
        Actor moderator = sample.moderator("Thu");

        for (Actor other : List.of(linh, moderator)) {
            assertThatThrownBy(() -> act(s -> s.all(other, sample.slug))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> save(other, minh, 0, "Psst.")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> act(s -> s.release(other, sample.slug))).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> save(sample.facilitator, moderator, 0, "Psst."))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPolicyWorkshopHasNothingAboutSinglePeople() {
        open(Template.POLICY_90);

        assertThatThrownBy(() -> save(sample.facilitator, linh, 0, "Well.")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void draftsGoWhenFiguresOnPersonsAreTurnedOffAndAllGoesWithWhoeverIsPutOut() {
        open(Template.CLASS_50);
        save(sample.facilitator, linh, 0, "Released.");
        act(s -> s.release(sample.facilitator, sample.slug));
        save(sample.facilitator, minh, 0, "A draft.");
        long out = sample.memberId(linh);

        sample.database.doInTransaction(() ->
                sample.database.get(WorkshopService.class).show(sample.facilitator, sample.slug, false, true, false));

        assertThat(sample.database.count("select count(f) from Feedback f")).isEqualTo(1);
        assertThat(readBy(linh)).containsExactly("Released.");
        sample.database.doInTransaction(
                () -> sample.database.get(JoinService.class).remove(sample.facilitator, sample.slug, out));
        assertThat(sample.database.count("select count(f) from Feedback f")).isZero();
    }
}
