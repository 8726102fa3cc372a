package contested.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contested.support.Database;
import contested.support.Folders;
import contested.support.Portal;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log of decisions in a database that the server itself has made: it takes new rows, and gives none back. */
class DecisionLogIT {

    private static final String PASSPHRASE = "seventeen quiet lanterns";

    @Test
    void theServersOwnDatabaseRefusesToChangeOrDeleteADecision() {
        Path packs = Folders.temporary("log-packs");
        SampleDebate.pack(packs);
        Portal portal = Portal.start("log", packs, Map.of());
        try {
            setUp(portal);
            SignedIn chief = SignedIn.as(portal, "Mai", PASSPHRASE);
            assertThat(chief.post(
                                    "/moderation/threads",
                                    Map.of("question", SampleDebate.PHONES.value(), "mode", "CLOSED"))
                            .statusCode())
                    .isEqualTo(303);
        } finally {
            portal.stop();
        }

        try (Database database = portal.database()) {
            for (String forbidden : List.of(
                    "update decision set kind = 'REOPEN_THREAD'", "delete from decision", "truncate table decision")) {
                assertThatThrownBy(() -> database.inTransaction(() -> database.entityManager()
                                .createNativeQuery(forbidden)
                                .executeUpdate()))
                        .as(forbidden)
                        .isInstanceOf(RuntimeException.class);
            }
            assertThat(database.count("select count(d) from Decision d where d.kind = CLOSE_THREAD"))
                    .isEqualTo(1);
        }
    }

    private static void setUp(Portal portal) {
        Matcher link = Pattern.compile("/setup\\?key=[0-9a-f]+").matcher(portal.log());
        assertThat(link.find()).isTrue();
        assertThat(portal.send(portal.request(link.group())
                                .header("Origin", portal.address())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("pseudonym=Mai&passphrase="
                                        + URLEncoder.encode(PASSPHRASE, StandardCharsets.UTF_8))))
                        .statusCode())
                .isEqualTo(303);
    }
}
