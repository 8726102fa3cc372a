package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.support.Portal;
import contested.support.PostgresServer;
import contested.support.SampleDebate;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same release on PostgreSQL, by settings alone; and what readers see when the database fails under it. */
class FaultIT {

    @TempDir
    Path folder;

    @Test
    void faultsOfTheDatabaseAreToldCalmlyInTheReadersLanguage() throws SQLException {
        PostgresServer server = PostgresServer.fresh();
        String url = server.newDatabase();
        SampleDebate.pack(folder);
        Portal portal = Portal.start(
                "postgres",
                folder,
                Map.of(
                        "DB_DRIVER",
                        "postgresql",
                        "DB_URL",
                        url,
                        "DB_USER",
                        server.user(),
                        "DB_PASSWORD",
                        server.password()));
        try {
            assertThat(portal.get("/sources").statusCode()).isEqualTo(200);
            assertThat(portal.get("/questions/" + SampleDebate.PHONES).body())
                    .contains("Should phones stay out of school?");

            execute(server, url, "alter table passage rename to passage_away");
            assertFault(portal, "/questions/" + SampleDebate.HOMEWORK, 500);
            assertThat(portal.get("/questions/" + SampleDebate.PHONES).statusCode())
                    .as("kept page")
                    .isEqualTo(200);
            execute(server, url, "alter table passage_away rename to passage");
            assertThat(portal.get("/questions/" + SampleDebate.HOMEWORK).statusCode())
                    .as("after the fault")
                    .isEqualTo(200);

            String etag = portal.get("/questions/" + SampleDebate.PHONES)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            server.stop();
            assertThat(portal.get("/questions/" + SampleDebate.PHONES, "If-None-Match", etag)
                            .statusCode())
                    .as("asked again without a database, so without a query")
                    .isEqualTo(304);
            assertFault(portal, "/questions/" + SampleDebate.UNIFORMS, 503);
            assertThat(portal.get("/questions/" + SampleDebate.PHONES).statusCode())
                    .as("kept page")
                    .isEqualTo(200);
        } finally {
            portal.stop();
        }
    }

    private static void assertFault(Portal portal, String path, int status) {
        for (String language : new String[] {"en", "vi"}) {
            HttpResponse<String> answer = portal.get(path + "?lang=" + language);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.body()).contains("lang=\"" + language + "\"").contains("<h1");
            assertThat(answer.body().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(
                            "passage_away", "psql", "postgres", "exception", "jdbc", "hibernate", "relation \"");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        }
    }

    private static void execute(PostgresServer server, String url, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
