package contested.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import contested.access.Actor;
import contested.shared.NotFoundException;
import contested.support.Engine;
import contested.web.StoredItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of one's own data: nothing that is held of a person is missing in it, and nothing of others is in it. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class OwnDataServiceTest {

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private FullAccount person;

    @BeforeEach
    void live() {
        person = new FullAccount(engine, folder);
    }

    @AfterEach
    void close() {
        if (person != null) {
            person.close();
        }
    }

    /**
     * The table: where in the file that stored item of a person stands. Without a default, so that whoever stores
     * something new decides here whether it is a person's own.
     */
    private static List<String> places(StoredItem item) {
        return switch (item) {
            case ACCOUNTS ->
                List.of(
                        "/account/pseudonym",
                        "/account/email",
                        "/account/digest",
                        "/account/roles/0",
                        "/account/createdAt");
            case SIGN_INS -> List.of("/signIns/0/beganAt", "/signIns/0/endsAt");
            case COMMENTS ->
                List.of(
                        "/comments/1/name",
                        "/comments/1/question",
                        "/comments/1/state",
                        "/comments/1/since",
                        "/comments/1/publishedAt",
                        "/comments/1/publishedReplies",
                        "/comments/1/revisions/0/text",
                        "/comments/1/revisions/0/stance",
                        "/comments/1/revisions/0/writtenAt");
            case DECISIONS ->
                List.of(
                        "/comments/0/decisions/0/kind",
                        "/comments/0/decisions/0/decidedAt",
                        "/comments/0/decisions/0/rule/key",
                        "/comments/0/decisions/0/rule/version");
            case DECISION_WORDS -> List.of("/comments/0/decisions/0/words");
            case APPEALS ->
                List.of(
                        "/comments/0/decisions/0/appeal/words",
                        "/comments/0/decisions/0/appeal/outcome",
                        "/comments/0/decisions/0/appeal/settledAt",
                        "/comments/0/decisions/0/appeal/answer");
            case REPORTS ->
                List.of("/reports/0/comment", "/reports/0/reason", "/reports/0/words", "/reports/0/outcome");
            case SANCTIONS -> List.of("/sanctions/0/kind", "/sanctions/0/reason", "/sanctions/0/imposedAt");
            case NOTICES -> List.of("/notices/0/kind", "/notices/0/comment", "/notices/0/madeAt");
            case WORKSHOP_MEMBERS ->
                List.of(
                        "/workshops/0/title",
                        "/workshops/0/role",
                        "/workshops/0/joinedAt",
                        "/workshops/0/seenAt",
                        "/workshops/0/realName");
            case BALLOTS ->
                List.of(
                        "/workshops/0/ballots/0/question",
                        "/workshops/0/ballots/0/round",
                        "/workshops/0/ballots/0/confidence",
                        "/workshops/0/movedBy/0/comment");
            case FEEDBACK -> List.of("/workshops/0/feedback/0/text", "/workshops/0/feedback/0/releasedAt");
            case READINGS -> List.of("/workshops/0/read/0/question", "/workshops/0/read/0/passage");
            case DIVISIONS -> List.of("/workshops/0/groups/0/number", "/workshops/0/sides/0/position");
            case OUTCOME_MARKS ->
                List.of(
                        "/workshops/0/outcomeMarks/0/line",
                        "/workshops/0/outcomeMarks/0/objects",
                        "/workshops/0/outcomeMarks/0/reason");
            // Moderators' own notes, work and findings; see docs/own-data.md.
            case MEMBER_NOTES, FINDINGS, CLAIMS, SAVED_REPLIES, INVITATIONS, WIPED_WORKSHOPS -> List.of();
            // Nobody's in particular.
            case SOURCES,
                    FINGERPRINTS,
                    TEXTS,
                    QUESTIONS,
                    PASSAGES,
                    NOTES,
                    LANGUAGES,
                    ORIGIN,
                    PACKS,
                    VERSION,
                    SETTINGS,
                    THREADS,
                    WORKSHOPS,
                    PAPER_COUNTS,
                    OUTCOME_SHEETS,
                    WORDS,
                    HOUSE_RULES,
                    DOCUMENTS,
                    SECRETS,
                    LOG,
                    KEPT_PAGES -> List.of();
            // Not on the server, or gone within hours.
            case COOKIE, PHRASE_COOKIE, PROVIDER_COOKIE, RECOVERIES, PACE, THEME, UNSENT -> List.of();
        };
    }

    @Test
    void everythingStoredOfAPersonIsInTheirFile() throws IOException {
        JsonNode file = file();

        for (StoredItem item : StoredItem.values()) {
            for (String place : places(item)) {
                assertThat(file.at(place).isValueNode() && !file.at(place).isNull())
                        .as(item + " at " + place)
                        .isTrue();
                assertThat(file.at(place).asText()).as(item + " at " + place).isNotBlank();
            }
        }
    }

    @Test
    void itSaysNothingOfWhoDecidedOrOfNotesAmongModerators() throws IOException {
        assertThat(file().toString())
                .contains("Please leave out", "But xyzzy", "Even so")
                .doesNotContain("A note on", "Minh", "Thu", "\"Lan\"", "hash");
    }

    @Test
    void itIsTheOwnersAlone() {
        assertThatThrownBy(() -> of(Actor.VISITOR)).isInstanceOf(NotFoundException.class);
        assertThat(of(person.thread.author)).doesNotContain(FullAccount.MARK);
    }

    @Test
    void eachNameInItIsDocumented() throws IOException {
        String guide = Files.readString(Path.of("docs/own-data.md"));

        Set<String> names = new TreeSet<>();
        collect(file(), names);
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collect(child, names));
    }

    private JsonNode file() throws IOException {
        return new ObjectMapper().readTree(of(person.actor));
    }

    private String of(Actor who) {
        return person.thread.ask(OwnDataService.class, s -> s.of(who));
    }
}
