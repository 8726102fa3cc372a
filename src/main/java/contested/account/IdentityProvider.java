package contested.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import contested.account.ProviderException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the operator's identity provider who somebody is: authorization code flow with PKCE. Takes nothing from it but that
 * it is the same person as before. Talks to another host, so never within a transaction.
 */
@ApplicationScoped
public class IdentityProvider {

    private static final int PATIENCE_MS = 5_000;
    private static final int MAX_KEYS_BYTES = 256 * 1024;

    /** Signed with a key that only the provider has; nothing that our own secret could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    /** What the provider tells about itself, once it was reached. */
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /** Its addresses, and how its tokens are checked; keys are fetched when one is unknown. */
    private record Known(ProviderSettings settings, OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /** A new attempt. */
    public SignInAttempt attempt() {
        return SignInAttempt.fresh();
    }

    /** Where the browser is sent for that attempt. @throws ProviderException When the provider cannot be reached. */
    public URI address(ProviderSettings settings, SignInAttempt attempt) throws ProviderException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(OIDCScopeValue.OPENID),
                        new ClientID(settings.clientId()),
                        settings.answersAt())
                .endpointURI(known(settings).metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who came back.
     *
     * @param answer the address to which the provider sent the browser
     * @return a hash of issuer and subject: the same for the same person, and nothing can be read from it
     * @throws ProviderException When the answer proves nothing.
     */
    public String identify(ProviderSettings settings, SignInAttempt attempt, URI answer) throws ProviderException {
        AuthorizationCode code = code(settings, attempt, answer);
        JWT token = exchange(settings, attempt, code);
        try {
            IDTokenClaimsSet claims = known(settings).validator().validate(token, new Nonce(attempt.nonce()));
            return Secrets.hash(
                    claims.getIssuer().getValue() + "\n" + claims.getSubject().getValue());
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderException(Reason.INVALID, e);
        }
    }

    private static AuthorizationCode code(ProviderSettings settings, SignInAttempt attempt, URI answer)
            throws ProviderException {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            if (!new State(attempt.state()).equals(response.getState())) {
                throw new ProviderException(Reason.STALE, "the answer is for another browser");
            }
            Issuer issuer = response.getIssuer();
            if (issuer != null && !issuer.getValue().equals(settings.issuer().toString())) {
                throw new ProviderException(Reason.INVALID, "the answer is from another issuer");
            }
            if (!response.indicatesSuccess()) {
                throw new ProviderException(Reason.REFUSED, "the provider refused");
            }
            AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw new ProviderException(Reason.INVALID, "no code");
            }
            return code;
        } catch (ParseException e) {
            throw new ProviderException(Reason.INVALID, e);
        }
    }

    private JWT exchange(ProviderSettings settings, SignInAttempt attempt, AuthorizationCode code)
            throws ProviderException {
        TokenRequest request = new TokenRequest.Builder(
                        known(settings).metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                        new AuthorizationCodeGrant(code, settings.answersAt(), new CodeVerifier(attempt.verifier())))
                .build();
        HTTPRequest call = request.toHTTPRequest();
        call.setConnectTimeout(PATIENCE_MS);
        call.setReadTimeout(PATIENCE_MS);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(call.send());
            if (!response.indicatesSuccess()) {
                throw new ProviderException(Reason.INVALID, "the provider gave no token");
            }
            JWT token = ((com.nimbusds.openid.connect.sdk.OIDCTokenResponse) response.toSuccessResponse())
                    .getOIDCTokens()
                    .getIDToken();
            if (token == null) {
                throw new ProviderException(Reason.INVALID, "no ID token");
            }
            return token;
        } catch (IOException e) {
            throw new ProviderException(Reason.AWAY, e);
        } catch (ParseException e) {
            throw new ProviderException(Reason.INVALID, e);
        }
    }

    private Known known(ProviderSettings settings) throws ProviderException {
        Known present = known.get();
        if (present != null && present.settings().equals(settings)) {
            return present;
        }
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), PATIENCE_MS, PATIENCE_MS);
            Known found = new Known(settings, metadata, validator(settings, metadata));
            known.set(found);
            return found;
        } catch (GeneralException | IOException | RuntimeException e) {
            throw new ProviderException(Reason.AWAY, e);
        }
    }

    private static IDTokenValidator validator(ProviderSettings settings, OIDCProviderMetadata metadata)
            throws IOException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, MAX_KEYS_BYTES);
        return new IDTokenValidator(
                metadata.getIssuer(),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(
                        ALGORITHMS,
                        JWKSourceBuilder.<SecurityContext>create(
                                        metadata.getJWKSetURI().toURL(), retriever)
                                .build()),
                null);
    }
}
