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
import contested.support.Portal;
import contested.support.SampleDebate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member writes under a question, from the passage that is cited to what others see of it. */
class ThreadIT {

    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final String QUESTION = "/questions/" + SampleDebate.PHONES;
    private static final String WORDS = "I doubt this because nobody asked those who pay for it.";

    private static final Portal PORTAL = DiscussedPortal.get();

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

            String seen = PORTAL.get(QUESTION).body();
            assertThat(seen).contains("A moderator reads each comment").doesNotContain("I doubt this", "Lan Phạm");
            assertThat(PORTAL.get(page.url()
                                    .substring(PORTAL.address().length())
                                    .replaceFirst("#.*", ""))
                            .body())
                    .doesNotContain("I doubt this", "Lan Phạm");

            page.navigate(PORTAL.at("/me").toString());
            assertThat(page.locator(".own li")).containsText("I doubt this");
        }
    }

    /** By its link on the question's page, as a visitor. @return its name */
    private static String chooseAPassage(Page page) {
        page.navigate(PORTAL.at(QUESTION).toString());
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
    void aLinkToWhatTheReaderCannotSeeSaysSoAndTellsNoMore() {
        String none = PORTAL.get(QUESTION + "?lang=en&comment=nothing-here").body();
        String hidden = PORTAL.get(QUESTION + "?lang=en&comment=" + DiscussedPortal.DECLINED)
                .body();
        assertThat(none).contains("There is no comment here that you can see", "called " + DiscussedPortal.PUBLISHED);
        assertThat(hidden.replace(DiscussedPortal.DECLINED, "nothing-here")).isEqualTo(none);
        assertThat(PORTAL.get(QUESTION + "?lang=en&comment=" + DiscussedPortal.PUBLISHED)
                        .body())
                .doesNotContain("There is no comment here");
    }

    @Test
    void whatIsFilteredIsSaidAndTheSumsFilter() {
        assertThat(PORTAL.get(QUESTION + "?lang=en&cited=" + SampleDebate.PASSAGE)
                        .body())
                .containsPattern("Comments that cite [^<]+ ¶ [0-9]+\\. ");
        assertThat(PORTAL.get(QUESTION + "?lang=en&position=asks").body())
                .contains("Comments that ask.")
                .containsPattern("position=asks[^\"]*#thread\" aria-current=\"true\"");
        assertThat(PORTAL.get(QUESTION + "?lang=en").body()).contains("position=none");
    }

    /** Answers stand elsewhere too: how many are counted is said at the head, and the link does not promise that many. */
    @Test
    void theEndOfALongColumnLeadsToAllThatStandsThere() {
        String sides = PORTAL.get(DiscussedPortal.CLOSED + "?lang=en").body();
        assertThat(sides)
                .contains(DiscussedPortal.HOMEWORKS + " with the answers")
                .containsPattern("<a href=\"[^\"]*position=none[^\"]*\">Show all that stands here</a>");
        assertThat(PORTAL.get(DiscussedPortal.CLOSED + "?lang=en&position=none").body())
                .contains("called homework1.", "called homework" + DiscussedPortal.HOMEWORKS + ".");
    }

    @Test
    void whoChangesWhatWasDeclinedReadsWhyAtTheForm() {
        assertThat(DiscussedPortal.Member.existing("Chi")
                        .get(QUESTION + "/comments?lang=en&edit=" + DiscussedPortal.DECLINED))
                .contains("Please say which source you rest on.", "#rule-ground", "This comment was declined");
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
    void theThreadSaysWhenAModeratorReadsAndWhetherAnybodyWrites() {
        String before = PORTAL.get(DiscussedPortal.PHONES + "?lang=en").body();
        String after = PORTAL.get(DiscussedPortal.AT_ONCE + "?lang=en").body();
        String closed = PORTAL.get(DiscussedPortal.CLOSED + "?lang=en").body();

        assertThat(before).contains("A moderator reads each comment before it appears", "/comments?lang=en\"");
        assertThat(after).contains("Comments appear at once");
        assertThat(closed).contains("This thread is closed").doesNotContain("/comments");
        assertThat(PORTAL.get(DiscussedPortal.CLOSED + "?comment=homework1&lang=en")
                        .body())
                .contains("This thread is closed")
                .doesNotContain("/comments");
        String form = DiscussedPortal.Member.existing("Vy").get(DiscussedPortal.CLOSED + "/comments?lang=en");
        assertThat(form).contains("This thread is closed").doesNotContain("<textarea", "value=\"send\"");
    }

    @Test
    void authorsReadReasonAndRuleInTheirPlaceAndNobodyElseDoes() {
        String own = DiscussedPortal.Member.existing("Chi").get(QUESTION + "?comment=" + DiscussedPortal.DECLINED);
        assertThat(own)
                .contains("Please say which source you rest on.", "/house-rules?version=", "#rule-ground", "2. ");

        for (String other : List.of("Binh", "Mai")) {
            assertThat(DiscussedPortal.Member.existing(other)
                            .get(QUESTION + "?sort=newest&comment=" + DiscussedPortal.DECLINED))
                    .doesNotContain("Please say which source", "called " + DiscussedPortal.DECLINED);
        }
        assertThat(PORTAL.get("/house-rules").body()).contains("id=\"rule-ground\"");
    }

    @Test
    void passagesSayWhoCitesThemAndThatNobodyDoes() {
        String cited = "?cited=" + SampleDebate.PASSAGE;
        assertThat(PORTAL.get("/passages/" + SampleDebate.PASSAGE + "?lang=en").body())
                .contains("1 comment cites it", cited);
        assertThat(PORTAL.get("/passages/pupils-council-1a?lang=en").body()).contains("No comment cites it");
        assertThat(PORTAL.get(QUESTION + "?lang=en").body())
                .contains("1 comment cites it", "No comment cites it", cited);
        assertThat(PORTAL.get(QUESTION + cited).body()).contains("called " + DiscussedPortal.PUBLISHED);
    }

    @Test
    void readersSeeThatACommentWasEdited() {
        DiscussedPortal.Member vy = DiscussedPortal.Member.existing("Vy");
        String address = vy.write(DiscussedPortal.AT_ONCE, "First I say it in these words.")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String name = address.replaceFirst(".*comment=([a-z0-9]+).*", "$1");
        String thread = DiscussedPortal.AT_ONCE + "?lang=en&comment=" + name;
        assertThat(PORTAL.get(thread).body()).contains("in these words").doesNotContain("edited");

        vy.post(
                DiscussedPortal.AT_ONCE + "/comments?edit=" + name,
                List.of(
                        Map.entry("key", "e" + name),
                        Map.entry("position", "none"),
                        Map.entry("text", "Then I say it in those words.")));

        assertThat(PORTAL.get(thread).body())
                .contains("in those words", "edited <time")
                .doesNotContain("in these");
    }

    @Test
    void aReportOfDangerHidesTheCommentAtOnceAndEverybodyIsToldThatThisWasAutomatic() {
        DiscussedPortal.Member vy = DiscussedPortal.Member.existing("Vy");
        String name = vy.write(DiscussedPortal.AT_ONCE, "This names somebody in danger.")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*comment=([a-z0-9]+).*", "$1");
        String thread = DiscussedPortal.AT_ONCE + "?lang=en&comment=" + name;
        try (BrowserContext reader = Browser.visitorWithoutScript(WIDE)) {
            Page page = reader.newPage();
            String who = DiscussedPortal.signUp(page);
            reader.clearCookies();
            page.navigate(PORTAL.at(thread).toString());
            page.locator("a[href*='/report?']").click();
            assertThat(page).hasURL(Pattern.compile(".*/sign-in.*report=" + name + ".*"));
            DiscussedPortal.fillSignIn(page, who);

            assertThat(page.locator("main")).containsText("This names somebody in danger.");
            page.fill("#words", "Look at \"this\" <name>");
            page.click("main form button");
            assertThat(page.locator(".error").last()).containsText("Choose what is wrong");
            page.locator(".wrong-fields a").click();
            assertThat(page.locator("#reason:target")).hasCount(1);
            assertThat(page.locator("#words")).hasValue("Look at \"this\" <name>");
            page.check("input[value=OTHER]");
            page.fill("#words", "");
            page.click("main form button");
            assertThat(page.locator("#words-hint")).containsText("Say in a few words");
            assertThat(page.locator("input[value=OTHER]")).isChecked();
            page.check("input[value=AT_RISK]");
            page.click("main form button");

            assertThat(page.locator(".notice")).containsText("A moderator will look at it");
            assertThat(page.locator(".notice")).containsText("hidden automatically");
            assertThat(page.locator("main form")).hasCount(0);
            page.reload();
            assertThat(page.locator(".notice")).containsText("You reported this comment");
        }
        assertThat(PORTAL.get(thread).body())
                .contains("hidden automatically here until a moderator looks")
                .doesNotContain("names somebody in danger");
        assertThat(vy.get(thread)).contains("Hidden automatically after reports", "names somebody in danger");
        assertThat(DiscussedPortal.Member.make().get("/questions/who-chooses-uniforms/report?comment=" + name))
                .doesNotContain("names somebody in danger");
    }

    @Test
    void nobodyReportsTheirOwnNorWhatTheyCannotSee() {
        DiscussedPortal.Member binh = DiscussedPortal.Member.existing("Binh");
        String own = QUESTION + "/report?comment=" + DiscussedPortal.PUBLISHED;
        assertThat(binh.get(QUESTION + "?comment=" + DiscussedPortal.PUBLISHED)).doesNotContain("/report?");
        assertThat(binh.get(own + "&lang=en")).contains("your own").doesNotContain("name=\"reason\"");
        assertThat(binh.post(own, List.of(Map.entry("reason", "SPAM"))).statusCode())
                .isEqualTo(422);
        for (String path : List.of(
                QUESTION + "/report?comment=" + DiscussedPortal.DECLINED,
                QUESTION + "/report?comment=nothing-here",
                QUESTION + "/report",
                DiscussedPortal.AT_ONCE + "/report?comment=" + DiscussedPortal.PUBLISHED)) {
            assertThat(PORTAL.get(path, "Cookie", binh.cookie()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"en, LIGHT", "vi, DARK"})
    void everybodyCanUseTheFormTheThreadAndTheReport(String language, ColorScheme scheme) {
        try (BrowserContext member = Browser.visitor(WIDE, language, scheme)) {
            Page page = member.newPage();
            String name = DiscussedPortal.signUp(page);
            String lang = "lang=" + language;
            page.navigate(PORTAL.at(QUESTION + "/comments?" + lang).toString());
            page.locator(".pick label").first().click();
            page.fill("#text", WORDS + " This is a second reason, by " + name);
            page.fill("#find-passage", "a");
            page.reload();
            assertThat(page.locator("#restored")).isVisible();
            assertNoFault(page);
            page.click("button[value=preview]");
            assertNoFault(page);
            page.fill("#text", "short");
            page.click("button[value=send]");
            assertNoFault(page);
            page.fill("#text", WORDS + " This is a second reason, by " + name);
            page.click("button[value=send]");
            page.waitForURL(Pattern.compile(".*did=sent.*"));
            assertNoFault(page);
            page.evaluate("document.querySelectorAll('.live-new, #sign-in-end').forEach(e => { e.hidden = false; })");
            assertNoFault(page);
            String report = QUESTION + "/report?comment=" + DiscussedPortal.PUBLISHED + "&" + lang;
            for (String path : List.of(
                    QUESTION + "?" + lang,
                    QUESTION + "?sort=newest&" + lang,
                    DiscussedPortal.CLOSED + "/comments?" + lang,
                    "/me?" + lang,
                    report)) {
                page.navigate(PORTAL.at(path).toString());
                assertNoFault(page);
            }
            page.check("input[value=OTHER]");
            page.click("main form button");
            assertNoFault(page);
            page.fill("#words", "Not what was asked.");
            page.click("main form button");
            assertThat(page.locator("main form")).hasCount(0);
            assertNoFault(page);
            DiscussedPortal.signIn(page, "Chi");
            page.navigate(PORTAL.at(QUESTION + "?comment=" + DiscussedPortal.DECLINED + "&" + lang)
                    .toString());
            assertNoFault(page);
            page.navigate(PORTAL.at(QUESTION + "/comments?" + lang).toString());
            page.fill("#text", WORDS);
            member.clearCookies();
            page.click("button[value=send]");
            assertNoFault(page);
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
