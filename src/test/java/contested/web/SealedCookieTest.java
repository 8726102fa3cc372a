package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.account.ProviderSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser carries for us comes back as it was, soon, or not at all. */
class SealedCookieTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Map<String, String> CONTENT = Map.of("nonce", "n-1", "next", "/me?lang=vi");

    private static SealedCookie cookie(String name, String secret, Instant now) {
        ProviderSettings settings = new ProviderSettings(
                URI.create("https://id.example"),
                "portal",
                secret,
                "School",
                URI.create("https://debate.example/sign-in/answer"));
        return new SealedCookie(name, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void itIsOpenedByEveryNodeThatKnowsTheSecretAndReadByNobodyElse() {
        String sealed = cookie("way", "secret", NOW).seal(CONTENT);

        assertThat(sealed).doesNotContain("n-1");
        assertThat(cookie("way", "secret", NOW).open(sealed)).contains(CONTENT);
        assertThat(cookie("way", "another", NOW).open(sealed)).isEmpty();
    }

    @Test
    void oneIsNotTakenForAnother() {
        assertThat(cookie("new", "secret", NOW)
                        .open(cookie("way", "secret", NOW).seal(CONTENT)))
                .isEmpty();
    }

    @Test
    void afterTenMinutesItIsNothing() {
        String sealed = cookie("way", "secret", NOW).seal(CONTENT);

        assertThat(cookie("way", "secret", NOW.plus(SealedCookie.LASTS).minusSeconds(1))
                        .open(sealed))
                .contains(CONTENT);
        assertThat(cookie("way", "secret", NOW.plus(Duration.ofMinutes(10))).open(sealed))
                .isEmpty();
    }

    @Test
    void whatWasChangedIsNothing() {
        String sealed = cookie("way", "secret", NOW).seal(CONTENT);

        assertThat(cookie("way", "secret", NOW).open(sealed.substring(0, sealed.length() - 3) + "AAA"))
                .isEmpty();
        assertThat(cookie("way", "secret", NOW).open("")).isEmpty();
        assertThat(cookie("way", "secret", NOW).open("a.b.c")).isEmpty();
    }
}
