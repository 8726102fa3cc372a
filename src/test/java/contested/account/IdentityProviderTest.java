package contested.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import contested.account.ProviderException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider answers proves who somebody is, or it proves nothing. The provider here lies as it is told to. */
class IdentityProviderTest {

    private static final String CLIENT = "the-portal";
    private static final String SECRET = "a secret that both of them know well";

    private final IdentityProvider portal = new IdentityProvider();
    private final AtomicReference<String> token = new AtomicReference<>("");
    private final AtomicReference<String> asked = new AtomicReference<>("");

    private HttpServer server;
    private RSAKey key;
    private String issuer;
    private ProviderSettings settings;
    private SignInAttempt attempt;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", x -> answer(x, metadata()));
        server.createContext("/keys", x -> answer(x, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", x -> {
            asked.set(new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(
                    x,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + token.get()
                            + "\"}");
        });
        server.start();
        settings = new ProviderSettings(
                URI.create(issuer), CLIENT, SECRET, "School", URI.create("http://127.0.0.1/sign-in/answer"));
        attempt = portal.attempt();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String metadata() {
        return "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer
                + "/auth\",\"token_endpoint\":\"" + issuer + "/token\",\"jwks_uri\":\"" + issuer
                + "/keys\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
                + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(CLIENT)
                .subject("lan@school")
                .claim("nonce", attempt.nonce())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private void give(JWTClaimsSet claims, RSAKey signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        jwt.sign(new RSASSASigner(signer));
        token.set(jwt.serialize());
    }

    private String come() throws ProviderException {
        return come("code=c&state=" + attempt.state());
    }

    private String come(String query) throws ProviderException {
        return portal.identify(settings, attempt, URI.create(settings.answersAt() + "?" + query));
    }

    private void assertRefused(Reason reason) {
        assertThatThrownBy(this::come).isInstanceOfSatisfying(ProviderException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    @Test
    void theSamePersonHasTheSameHashAndAnotherHasAnother() throws ProviderException, JOSEException {
        give(claims().build(), key);
        String first = come();
        attempt = portal.attempt();
        give(claims().claim("name", "Lan Phạm").build(), key);
        assertThat(come()).isEqualTo(first).hasSize(64).doesNotContain("lan");
        attempt = portal.attempt();
        give(claims().subject("minh@school").build(), key);
        assertThat(come()).isNotEqualTo(first);
    }

    @Test
    void theBrowserIsSentThereWithAChallengeAndTheCodeIsTradedWithItsVerifier()
            throws ProviderException, JOSEException {
        String address = portal.address(settings, attempt).toString();
        assertThat(address)
                .startsWith(issuer + "/auth?")
                .contains("code_challenge_method=S256", "scope=openid", "state=" + attempt.state())
                .doesNotContain(attempt.verifier());

        give(claims().build(), key);
        come();
        assertThat(asked.get()).contains("code_verifier=" + attempt.verifier(), "grant_type=authorization_code");
    }

    @Test
    void anAnswerForAnotherBrowserIsNotLookedAt() {
        assertThatThrownBy(() -> come("code=c&state=another"))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.STALE));
        assertThat(asked.get()).isEmpty();
    }

    @Test
    void aTokenForAnotherAttemptProvesNothing() throws JOSEException {
        give(claims().claim("nonce", "another").build(), key);
        assertRefused(Reason.INVALID);
        give(claims().claim("nonce", null).build(), key);
        assertRefused(Reason.INVALID);
    }

    @Test
    void aTokenOfAnotherIssuerOrForAnotherPortalProvesNothing() throws JOSEException {
        give(claims().issuer("https://elsewhere.example").build(), key);
        assertRefused(Reason.INVALID);
        give(claims().audience("another-portal").build(), key);
        assertRefused(Reason.INVALID);
    }

    @Test
    void aTokenThatHasHadItsTimeProvesNothing() throws JOSEException {
        give(claims().expirationTime(Date.from(Instant.now().minusSeconds(300))).build(), key);
        assertRefused(Reason.INVALID);
    }

    @Test
    void aTokenThatTheProviderDidNotSignProvesNothing() throws JOSEException {
        give(claims().build(), new RSAKeyGenerator(2048).keyID("one").generate());
        assertRefused(Reason.INVALID);

        token.set(new PlainJWT(claims().build()).serialize());
        assertRefused(Reason.INVALID);

        SignedJWT ours = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        ours.sign(new MACSigner(SECRET));
        token.set(ours.serialize());
        assertRefused(Reason.INVALID);
    }

    @Test
    void anAnswerThatNamesAnotherIssuerIsRefused() {
        assertThatThrownBy(() -> come("code=c&state=" + attempt.state() + "&iss=https%3A%2F%2Felsewhere.example"))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID));
        assertThat(asked.get()).isEmpty();
    }

    @Test
    void whoeverSaysNoThereIsNotSignedIn() {
        assertThatThrownBy(() -> come("error=access_denied&state=" + attempt.state()))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void aProviderThatIsAwayIsSaidToBeAway() {
        server.stop(0);
        assertThatThrownBy(() -> portal.address(settings, attempt))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.AWAY));
    }

    @Test
    void aProviderThatCallsItselfDifferentlyIsNotTheOneThatTheOperatorNamed() {
        ProviderSettings other =
                new ProviderSettings(URI.create(issuer + "/other"), CLIENT, SECRET, "School", settings.answersAt());
        server.createContext("/other/.well-known/openid-configuration", x -> answer(x, metadata()));

        assertThatThrownBy(() -> portal.address(other, attempt)).isInstanceOf(ProviderException.class);
    }

    @Test
    void anUnreachableTokenDoorIsSaidToBeAwayToo() throws ProviderException {
        portal.address(settings, attempt);
        server.stop(0);

        assertRefused(Reason.AWAY);
    }
}
