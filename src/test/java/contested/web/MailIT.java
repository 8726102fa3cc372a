package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import contested.support.Browser;
import contested.support.Folders;
import contested.support.Portal;
import contested.support.SampleDebate;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Getting back in by mail, with a mail server in the test's own process; and a portal without one, which offers nothing. */
class MailIT {

    private static final int WIDE = 1280;
    private static final long PATIENCE_MS = 40_000;
    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+(/recover/[0-9a-f]{64}\\?lang=vi)");

    private static GreenMail mail;
    private static Portal portal;

    @BeforeAll
    static void start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Path packs = Folders.temporary("mail-packs");
        SampleDebate.pack(packs);
        portal = Portal.start(
                "mail",
                packs,
                Map.of(
                        "PUBLIC_URL",
                        "http://127.0.0.1:{port}",
                        "CONTESTED_MAIL_HOST",
                        "127.0.0.1",
                        "CONTESTED_MAIL_PORT",
                        String.valueOf(mail.getSmtp().getPort()),
                        "CONTESTED_MAIL_SECURITY",
                        "none",
                        "CONTESTED_MAIL_FROM",
                        "debate@lakeside.example"));
    }

    @AfterAll
    static void stop() {
        portal.stop();
        mail.stop();
    }

    private static void signUp(Page page, String pseudonym, String email) {
        page.navigate(portal.at("/sign-up?lang=en").toString());
        page.fill("#pseudonym", pseudonym);
        page.fill("#passphrase", "four plain words together");
        page.fill("#email", email);
        page.click("main form button[type=submit]");
        assertThat(page.locator("h1")).hasText(pseudonym);
    }

    private static String ask(Page page, String email) {
        page.navigate(portal.at("/sign-in?lang=vi").toString());
        page.click(".door-else a[href^='/recover']");
        page.fill("#email", email);
        page.click("main form button[type=submit]");
        assertThat(page.locator("[role=status].lede")).isVisible();
        return page.locator("main").textContent().strip();
    }

    @Test
    void theLinkComesByMailAndOpensTheAccountOnce() throws MessagingException, IOException {
        try (BrowserContext there = Browser.visitor(WIDE, "en", ColorScheme.LIGHT);
                BrowserContext here = Browser.visitor(WIDE, "vi", ColorScheme.LIGHT)) {
            Page old = there.newPage();
            signUp(old, "Lan Quên", "lan@lakeside.example");
            Page page = here.newPage();
            assertThat(ask(page, "nobody@lakeside.example")).isEqualTo(ask(page, "lan@lakeside.example"));

            assertThat(mail.waitForIncomingEmail(PATIENCE_MS, 1)).isTrue();
            MimeMessage[] received = mail.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("lan@lakeside.example");
            String text = received[0].getContent().toString();
            assertThat(text).contains("Lan Quên", "Nếu đó là bạn");
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).isTrue();

            page.waitForTimeout(500);
            page.navigate(portal.at(link.group(1)).toString());
            page.fill("#passphrase", "short");
            page.click("main form button[type=submit]");
            assertThat(page.locator("#passphrase-hint .error")).isVisible();
            List<String> faults = faultsOf(page, link.group(1));
            page.fill("#passphrase", "other words for this time");
            page.click("main form button[type=submit]");
            page.waitForURL(url -> url.contains("/sign-in"));

            old.navigate(portal.at("/me").toString());
            assertThat(old).hasURL(Pattern.compile(".*/sign-in.*"));
            page.navigate(portal.at(link.group(1)).toString());
            assertThat(page.locator("#passphrase")).hasCount(0);
            page.navigate(portal.at("/sign-in?lang=vi").toString());
            page.fill("#pseudonym", "Lan Quên");
            page.fill("#passphrase", "other words for this time");
            page.click("main form button[type=submit]");
            assertThat(page.locator("h1")).hasText("Lan Quên");

            for (String path : List.of("/recover", "/recover?asked=yes", "/me/account", "/sign-in")) {
                faults.addAll(faultsOf(page, path));
            }
            assertThat(faults).isEmpty();
            assertThat(portal.log()).doesNotContain("lan@lakeside");
        }
    }

    @Test
    void newsByMailIsOffUntilItIsChosenAndNeedsAnAddress() {
        try (BrowserContext here = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = here.newPage();
            signUp(page, "Without Address", "");
            page.navigate(portal.at("/me/account?lang=en").toString());
            assertThat(page.locator("input[name=digest][value=OFF]")).isChecked();
            page.locator("input[name=digest][value=DAILY]").check();
            page.click("button[value=digest]");
            assertThat(page.locator("section:has(#me-digest) .error").last())
                    .containsText("Give an e-mail address first");
            assertThat(page.locator("input[name=digest][value=DAILY]")).isChecked();
            assertThat(page.locator(".wrong-fields a")).hasAttribute("href", "#digest");
            assertThat(page.locator("input#digest[name=digest]")).hasCount(1);

            page.fill("#email", "without@lakeside.example");
            page.fill("#passphrase", "four plain words together");
            page.click("button[value=email]");
            page.locator("input[name=digest][value=WEEKLY]").check();
            page.click("button[value=digest]");
            assertThat(page.locator("input[name=digest][value=WEEKLY]")).isChecked();
        }
    }

    @Test
    void withoutAServerForMailNothingIsOffered() {
        Portal plain = Portal.sample();
        assertThat(plain.get("/recover").statusCode()).isEqualTo(404);
        assertThat(plain.get("/recover/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(plain.get("/sign-in").body()).doesNotContain("/recover");
    }

    private static List<String> faultsOf(Page page, String path) {
        List<String> faults = new ArrayList<>();
        for (String language : List.of("en", "vi")) {
            page.navigate(
                    portal.at(path.replace("?lang=vi", "") + (path.contains("?asked") ? "&" : "?") + "lang=" + language)
                            .toString());
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                for (int width : List.of(WIDE, 320)) {
                    page.setViewportSize(width, 900);
                    for (Rule rule :
                            new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
                        faults.add(path + " " + language + " " + scheme + " " + width + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml());
                    }
                    Object over = page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    if (((Number) over).intValue() > 0) {
                        faults.add(path + " " + width + ": " + over + " px too wide");
                    }
                }
            }
        }
        return faults;
    }
}
