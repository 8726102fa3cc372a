package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.support.Portal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door to accounts, from outside: who gets a cookie, and which forms are refused. */
class AccountIT {

    private static final Portal PORTAL = Portal.sample();
    private static final String PASSPHRASE = "river lamp seven doors";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(
            String path, @Nullable String cookie, @Nullable String origin, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PORTAL.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String signUp(String pseudonym) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send("/sign-up", null, PORTAL.address(), Map.of("pseudonym", pseudonym, "passphrase", PASSPHRASE));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private String formToken(String cookie) {
        Matcher token = TOKEN.matcher(PORTAL.get("/me", "Cookie", cookie).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void whoSignsUpGetsACookieThatNoScriptReadsAndNoOtherSiteSends() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                "/sign-up", null, PORTAL.address(), Map.of("pseudonym", "Cookie Reader", "passphrase", PASSPHRASE));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "path=/")
                .doesNotContainIgnoringCase("domain");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whatWasTypedStaysAndThePassphraseDoesNot() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send("/sign-up", null, PORTAL.address(), Map.of("pseudonym", "Kept Name", "passphrase", "too short"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"Kept Name\"", "aria-invalid=\"true\"")
                .doesNotContain("too short");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "null", "https://localhost.elsewhere.example"})
    void aFormFromElsewhereIsRefused(String origin) throws IOException, InterruptedException {
        assertThat(send("/sign-up", null, origin, Map.of("pseudonym", "Forged", "passphrase", PASSPHRASE))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws IOException, InterruptedException {
        String cookie = signUp("Token Bearer");
        String other = formToken(signUp("Other Bearer"));

        for (Map<String, String> fields : java.util.List.of(
                Map.of("where", "here"),
                Map.of("where", "here", "form-token", ""),
                Map.of("where", "here", "form-token", other))) {
            assertThat(send("/sign-out", cookie, PORTAL.address(), fields).statusCode())
                    .isEqualTo(422);
        }
        assertThat(PORTAL.get("/me", "Cookie", cookie).statusCode()).isEqualTo(200);

        assertThat(send("/sign-out", cookie, PORTAL.address(), Map.of("where", "here", "form-token", formToken(cookie)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(PORTAL.get("/me", "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsNotForAMemberDoesNotExist() throws IOException, InterruptedException {
        String cookie = signUp("Mere Member");

        assertThat(PORTAL.get("/admin", "Cookie", cookie).statusCode()).isEqualTo(404);
        assertThat(send(
                                "/admin",
                                cookie,
                                PORTAL.address(),
                                Map.of("do", "sign-up", "mode", "CLOSED", "form-token", formToken(cookie)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(PORTAL.get("/setup?key=" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(PORTAL.get("/sign-up").body()).contains("name=\"pseudonym\"");
    }

    @Test
    void aPageOfSomebodySignedInIsKeptByNobody() throws IOException, InterruptedException {
        String cookie = signUp("Quiet Reader");

        HttpResponse<String> page = PORTAL.get("/", "Cookie", cookie);

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(page.headers().firstValue("ETag")).isEmpty();
        assertThat(page.body()).contains("Quiet Reader");
        assertThat(PORTAL.get("/").body()).doesNotContain("Quiet Reader");
    }
}
