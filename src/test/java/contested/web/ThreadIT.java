package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.Folders;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a member writes under a question, from the passage that is cited to what others see of it. */
class ThreadIT {

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final String QUESTION = "/questions/" + SampleDebate.PHONES;
    private static final String WORDS = "I doubt this because nobody asked those who pay for it.";

    private static Portal portal;

    @BeforeAll
    static void start() {
        Path packs = Folders.temporary("thread-packs");
        SampleDebate.pack(packs);
        portal = Portal.start("thread", packs, java.util.Map.of());
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    @Test
    void whoCitesAPassageIsLedThroughSignUpToTheCommentThatOnlyTheySee() {
        try (BrowserContext member = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = member.newPage();
            String passage = chooseAPassage(page);
            page.locator(".door-else a").click();
            signUp(page, "Lan Phạm");

            assertThat(page.locator("input[name=citations]:checked")).hasAttribute("value", passage);
            page.locator(".pick label").first().click();
            page.getByLabel("What do you want to say?").fill(WORDS + " <script>alert(1)</script>");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();

            page.waitForURL(Pattern.compile(".*\\?comment=.*#.*"));
            Locator comment = page.locator("article.comment-body");
            assertThat(comment).hasCount(1);
            assertThat(comment).containsText(WORDS + " <script>alert(1)</script>");
            assertThat(comment).containsText("Waits for review");
            assertThat(comment.locator("a.cite")).hasAttribute("href", QUESTION + "#" + passage);

            String seen = portal.get(QUESTION).body();
            assertThat(seen).contains("No comment published yet").doesNotContain("I doubt this", "Lan Phạm");
            assertThat(portal.get(page.url()
                                    .substring(portal.address().length())
                                    .replaceFirst("#.*", ""))
                            .body())
                    .doesNotContain("I doubt this", "Lan Phạm");

            page.navigate(portal.at("/me").toString());
            assertThat(page.locator(".own li")).containsText("I doubt this");
        }
    }

    /** By its link on the question's page, as a visitor. @return its name */
    private static String chooseAPassage(Page page) {
        page.navigate(portal.at(QUESTION).toString());
        Locator first = page.locator("li.passage").first();
        String name = first.getAttribute("id");
        first.getByText("Cite this").click();
        return name;
    }

    private static void signUp(Page page, String pseudonym) {
        page.getByLabel("Pseudonym").fill(pseudonym);
        page.getByLabel("Passphrase").fill("four plain words together");
        page.locator("main form button[type=submit]").click();
    }

    @Test
    void whatIsRefusedIsKeptInTheForm() {
        try (BrowserContext member = Browser.visitorWithoutScript(WIDE)) {
            Page page = member.newPage();
            String passage = chooseAPassage(page);
            page.locator(".door-else a").click();
            signUp(page, "Minh Khoa");
            page.locator(".pick label").nth(1).click();
            page.getByLabel("What do you want to say?").fill("\"Too\" <short>");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();

            assertThat(page.locator("#text-hint")).containsText("at least 20");
            assertThat(page.getByLabel("What do you want to say?")).hasValue("\"Too\" <short>");
            assertThat(page.locator(".pick input").nth(1)).isChecked();
            assertThat(page.locator("input[name=citations]:checked")).hasAttribute("value", passage);
        }
    }

    @Test
    void everybodyCanUseTheFormAndTheThread() {
        try (BrowserContext member = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = member.newPage();
            chooseAPassage(page);
            page.locator(".door-else a").click();
            signUp(page, "Hồng Nhung");
            assertNoFault(page);
            page.locator(".pick label").first().click();
            page.getByLabel("What do you want to say?").fill(WORDS + " This is a second reason.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                    .click();
            page.waitForURL(Pattern.compile(".*\\?comment=.*#.*"));
            for (String path : List.of(QUESTION, QUESTION + "?sort=newest&lang=vi", "/me")) {
                page.navigate(portal.at(path).toString());
                assertNoFault(page);
            }
        }
    }

    private static void assertNoFault(Page page) {
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, 900);
            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true).analyze().getViolations().stream()
                                    .map(ThreadIT::said)
                                    .toList())
                    .as(page.url() + " " + width)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(page.url() + " " + width)
                    .isEqualTo(0);
        }
    }

    private static String said(Rule rule) {
        return rule.getId() + " " + rule.getNodes().get(0).getHtml();
    }
}
