package contested.web;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import contested.account.ProviderSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser carries for us for a while and cannot read or change: encrypted under a key made of a secret, such as the
 * one that the portal shares with the identity provider, so that every node of a portal opens it and nothing is kept here.
 */
final class SealedCookie {

    /** As long as a slow sign-in at the provider takes. */
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final int MAX_CHARS = 3_000;

    private final String name;
    private final byte[] key;
    private final boolean secure;
    private final Duration lasts;
    private final Clock clock;

    SealedCookie(String name, ProviderSettings settings, Clock clock) {
        this(name, settings.clientSecret(), "https".equals(settings.answersAt().getScheme()), LASTS, clock);
    }

    /** @param secret what nobody else knows who could have the cookie */
    SealedCookie(String name, String secret, boolean secure, Duration lasts, Clock clock) {
        this.name = name;
        this.key = key(name, secret);
        this.secure = secure;
        this.lasts = lasts;
        this.clock = clock;
    }

    private static byte[] key(String name, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((name + "\n" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void set(HttpServletResponse response, Map<String, String> content) {
        add(response, seal(content), (int) lasts.toSeconds());
    }

    String seal(Map<String, String> content) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .expirationTime(Date.from(clock.instant().plus(lasts)));
        content.forEach(claims::claim);
        EncryptedJWT sealed =
                new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims.build());
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
        return sealed.serialize();
    }

    void clear(HttpServletResponse response) {
        add(response, "", 0);
    }

    private void add(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        // Lax: the provider leads back by a link from elsewhere.
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(secure);
        response.addCookie(cookie);
    }

    /** What was put in; empty where there is none, it is too old, or somebody changed it. */
    Optional<Map<String, String>> read(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(c -> c.getName().equals(name) && c.getValue().length() <= MAX_CHARS)
                        .findFirst()
                        .flatMap(c -> open(c.getValue()));
    }

    Optional<Map<String, String>> open(String sealed) {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(sealed);
            jwt.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant until = claims.getExpirationTime().toInstant();
            if (!clock.instant().isBefore(until)) {
                return Optional.empty();
            }
            Map<String, String> content = new TreeMap<>();
            for (String each : claims.getClaims().keySet()) {
                if (!each.equals("exp")) {
                    content.put(each, claims.getStringClaim(each));
                }
            }
            return Optional.of(content);
        } catch (ParseException | JOSEException | RuntimeException e) {
            // Whatever it is, it is not ours.
            return Optional.empty();
        }
    }
}
