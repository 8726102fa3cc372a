package contested.moderation;

import static contested.moderation.ModerationServiceTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.shared.Bilingual;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.Slug;
import contested.support.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules by which people argue, in their versions. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class HouseRulesServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private ModeratedThread thread;

    @BeforeEach
    void openThread() {
        thread = new ModeratedThread(engine, folder);
    }

    @AfterEach
    void close() {
        if (thread != null) {
            thread.close();
        }
    }

    @Test
    void sevenRulesShipInBothLanguagesWithASavedReplyEach() {
        HouseRulesVersion rules = thread.ask(HouseRulesService.class, HouseRulesService::current);

        assertThat(rules.number()).isEqualTo(1);
        assertThat(rules.rules())
                .extracting(HouseRule::key)
                .containsExactly("person", "ground", "exact", "strongest", "private", "contempt", "room");
        for (Language language : Language.values()) {
            for (HouseRule rule : rules.rules()) {
                assertThat(List.of(rule.title(), rule.why(), rule.allowed(), rule.refused()))
                        .allSatisfy(text ->
                                assertThat(text.in(language)).get().asString().isNotBlank());
                assertThat(thread.<HouseRulesService, List<SavedReply>>ask(
                                HouseRulesService.class, s -> s.replies(thread.minh, rule.key(), language)))
                        .hasSize(1);
            }
        }
    }

    @Test
    void whatSaysTheSameIsNoNewVersion() {
        HouseRulesVersion shipped = thread.ask(HouseRulesService.class, HouseRulesService::current);

        assertRefused(
                () -> write(1, shipped.rules().stream().map(HouseRule::wording).toList()), "moderation.rules.same");
    }

    @Test
    void ofTwoAdministratorsWhoWriteAtOnceOneIsTold() throws InterruptedException {
        List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        java.util.concurrent.CountDownLatch ready = new java.util.concurrent.CountDownLatch(1);
        List<Thread> both = java.util.stream.Stream.of("first", "second")
                .map(key -> new Thread(() -> {
                    try {
                        ready.await();
                        write(1, List.of(rule(key)));
                        told.add("done");
                    } catch (contested.shared.UserFacingException e) {
                        told.add(e.key());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        both.forEach(Thread::start);
        ready.countDown();
        for (Thread one : both) {
            one.join();
        }

        assertThat(told).containsExactlyInAnyOrder("done", "moderation.rules.changed");
    }

    @Test
    void decisionsCiteTheVersionThatWasInForce() {
        Slug comment = thread.write();
        Decision before = thread.decide(thread.minh, comment, DecisionKind.DECLINE, "person");
        HouseRulesVersion next = write(1, List.of(rule("person"), rule("brevity")));
        thread.publish(comment);

        Decision after = thread.decide(thread.minh, comment, DecisionKind.HIDE, "brevity");

        assertThat(before.rulesVersion()).contains(1);
        assertThat(next.number()).isEqualTo(2);
        assertThat(after.rulesVersion()).contains(2);
        assertRefused(
                () -> thread.decide(thread.minh, thread.write(), DecisionKind.DECLINE, "room"),
                "moderation.rule.unknown");
        assertThat(thread.<HouseRulesService, HouseRulesVersion>ask(HouseRulesService.class, s -> s.version(1))
                        .number())
                .isEqualTo(1);
    }

    @Test
    void onlyAdministratorsWriteRulesAndOnlyOverTheVersionTheySaw() {
        assertThatThrownBy(() ->
                        thread.ask(HouseRulesService.class, s -> s.write(thread.minh, 1, List.of(rule("person")))))
                .isInstanceOf(NotFoundException.class);
        write(1, List.of(rule("person")));

        assertRefused(() -> write(1, List.of(rule("person"))), "moderation.rules.changed");
        assertRefused(() -> write(2, List.of()), "moderation.rules.none");
        assertRefused(() -> write(2, List.of(rule("person"), rule("person"))), "moderation.rules.twice");
        assertRefused(
                () -> write(2, List.of(new RuleWording("a", new Bilingual("x", null), text(), text(), text()))),
                "moderation.rules.both");
    }

    private HouseRulesVersion write(int seen, List<RuleWording> rules) {
        return thread.ask(HouseRulesService.class, s -> s.write(thread.chief, seen, rules));
    }

    private static RuleWording rule(String key) {
        return new RuleWording(key, text(), text(), text(), text());
    }

    private static Bilingual text() {
        return new Bilingual("In English.", "Bằng tiếng Việt.");
    }
}
