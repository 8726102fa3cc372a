package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import contested.support.Browser;
import contested.support.Folders;
import contested.support.Portal;
import contested.support.RealProvider;
import contested.support.SampleDebate;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Signing in through an identity provider: a real one, on this machine, that is away at first. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class OidcIT {

    private static final int WIDE = 1280;

    private static RealProvider provider;
    private static Portal portal;

    @BeforeAll
    static void start() {
        provider = RealProvider.prepare();
        Path packs = Folders.temporary("oidc-packs");
        SampleDebate.pack(packs);
        portal = Portal.start(
                "oidc",
                packs,
                Map.of(
                        "PUBLIC_URL",
                        "http://127.0.0.1:{port}",
                        "CONTESTED_OIDC_ISSUER",
                        provider.issuer(),
                        "CONTESTED_OIDC_CLIENT_ID",
                        RealProvider.CLIENT,
                        "CONTESTED_OIDC_CLIENT_SECRET",
                        RealProvider.SECRET,
                        "CONTESTED_OIDC_NAME",
                        "Lakeside school"));
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.stop();
            provider.stop();
        }
    }

    private static BrowserContext visitor() {
        return Browser.visitor(WIDE, "en", ColorScheme.LIGHT);
    }

    /** From the sign-in to the provider's own page, and on as that person. */
    private static void signInThere(Page page, String path, String who) {
        page.navigate(portal.at(path).toString());
        page.getByText("Sign in with Lakeside school").click();
        page.fill("input[name=login]", who);
        page.fill("input[name=password]", "anything");
        page.click("button[type=submit]");
        page.getByText("Continue").click();
        page.waitForURL(url -> url.startsWith(portal.address()));
    }

    @Test
    void a1AProviderThatIsAwayIsSaidToBeAwayAndThePassphraseStillWorks() {
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            page.navigate(portal.at("/sign-in?lang=en").toString());
            page.getByText("Sign in with Lakeside school").click();

            assertThat(page.locator("[role=alert]")).containsText("Lakeside school cannot be reached");
            assertThat(page.locator("#passphrase")).isVisible();
        }
        provider.start(portal.address() + "/sign-in/answer");
    }

    @Test
    void a2WhoComesTheFirstTimeIsAskedForAPseudonymAndForNothingElse() {
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signInThere(page, "/sign-in?lang=en&next=" + SampleDebate.PHONES, "lan-at-school");

            assertThat(page.locator("main form input:not([type=hidden])")).hasCount(1);
            page.fill("#pseudonym", "?");
            page.click("main form button[type=submit]");
            assertThat(page.locator("#pseudonym-hint .error")).isVisible();
            page.fill("#pseudonym", "Lan Ngoài");
            page.click("main form button[type=submit]");

            page.waitForURL(url -> url.contains("/questions/" + SampleDebate.PHONES));
            assertThat(page.locator(".tool-who")).containsText("Lan Ngoài");
            assertThat(visitor.cookies().stream()
                            .filter(c -> c.name.startsWith("contested"))
                            .map(c -> c.name))
                    .containsExactly("contested");
            assertThat(page.content()).doesNotContain("lan-at-school");
        }
    }

    @Test
    void a3WhoComesAgainIsSignedInAndMayLeaveWithoutAPassphrase() {
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signInThere(page, "/sign-in?lang=en", "lan-at-school");
            assertThat(page.locator("h1")).hasText("Lan Ngoài");

            page.navigate(portal.at("/me/account?lang=en").toString());
            assertThat(page.locator("input[type=password]")).hasCount(0);
            page.navigate(portal.at("/me/delete?lang=en").toString());
            page.locator("input[value=erase]").check();
            page.click("main button[type=submit]");
            assertThat(page.locator("h1")).hasText("Your account is deleted");
        }
    }

    @Test
    void a4WhoSaysNoThereIsToldSoHere() {
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            page.navigate(portal.at("/sign-in?lang=en").toString());
            page.getByText("Sign in with Lakeside school").click();
            page.getByText("Cancel").click();
            page.waitForURL(url -> url.startsWith(portal.address()));

            assertThat(page.locator("[role=alert]")).containsText("did not sign you in");
        }
    }

    @Test
    void a5AnAnswerWithoutItsBrowserOrWithAnotherStateSignsNobodyIn() {
        HttpResponse<String> bare = portal.get("/sign-in/answer?code=c&state=s");
        assertThat(bare.statusCode()).isEqualTo(303);
        assertThat(bare.headers().firstValue("Location").orElseThrow()).isEqualTo("/sign-in?failed=stale");

        HttpResponse<String> left = portal.get("/sign-in/provider");
        String cookie = left.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(left.headers().firstValue("Cache-Control")).hasValue("no-store");
        HttpResponse<String> foreign = portal.get("/sign-in/answer?code=c&state=s", "Cookie", cookie);
        assertThat(foreign.headers().firstValue("Location").orElseThrow()).isEqualTo("/sign-in?failed=stale");
        assertThat(foreign.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("contested="));
        HttpResponse<String> broken = portal.get(
                "/sign-in/answer?code=c&state=s", "Cookie", cookie.substring(0, cookie.length() - 3) + "AAA");
        assertThat(broken.headers().firstValue("Location").orElseThrow()).isEqualTo("/sign-in?failed=stale");
        assertThat(portal.get("/sign-up/provider?lang=en").body()).contains("This took too long");
    }

    @Test
    void a6EverybodyCanUseThesePages() {
        try (BrowserContext visitor = visitor()) {
            Page page = visitor.newPage();
            signInThere(page, "/sign-in?lang=en", "minh-at-school");
            List<String> faults = new ArrayList<>();
            for (String path : List.of("/sign-up/provider", "/sign-in", "/sign-up", "/sign-in?failed=invalid")) {
                for (String language : List.of("en", "vi")) {
                    page.navigate(portal.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                            .toString());
                    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        page.emulateMedia(new Page.EmulateMediaOptions()
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE));
                        for (int width : List.of(WIDE, 320)) {
                            page.setViewportSize(width, 900);
                            faults.addAll(faultsOf(page, path + " " + language + " " + scheme + " " + width));
                        }
                    }
                }
            }
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> faultsOf(Page page, String look) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            faults.add(look + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) over).intValue() > 0) {
            faults.add(look + ": " + over + " px too wide");
        }
        return faults;
    }

    @Test
    void withoutTheSettingThereIsNoSuchDoor() {
        Portal plain = Portal.sample();
        for (String path : List.of("/sign-in/provider", "/sign-in/answer?code=c&state=s", "/sign-up/provider")) {
            assertThat(plain.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(plain.get("/sign-in").body()).doesNotContain("/sign-in/provider");
    }
}
