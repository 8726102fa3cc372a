package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing a comment: looking at it first, finding passages, and losing nothing and doubling nothing on the way. */
class WritingIT {

    private static final int WIDE = 1280;
    private static final String FORM = DiscussedPortal.PHONES + "/comments";
    private static final String WORDS = "A reason that nobody has given here so far, as said by ";

    private static final Portal PORTAL = DiscussedPortal.get();

    private BrowserContext browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = Browser.visitor(WIDE, "en", ColorScheme.LIGHT);
        page = browser.newPage();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void openForm() {
        page.navigate(PORTAL.at(FORM + "?lang=en").toString());
    }

    private Locator text() {
        return page.locator("#text");
    }

    /** The first position, with these words for it. */
    private void take(String words) {
        page.locator(".pick label").first().click();
        text().fill(words);
    }

    private void press(String what) {
        page.click(".composer button[value=" + what + "]");
    }

    private void awaitSent() {
        page.waitForURL(Pattern.compile(".*[?&]did=sent.*"));
    }

    private long written() {
        page.navigate(PORTAL.at("/me?lang=en").toString());
        return page.locator(".own-words").count();
    }

    private String stored() {
        return (String) page.evaluate("JSON.stringify(localStorage)");
    }

    @Test
    void previewShowsTheCommentAndKeepsAllThatWasTypedWithoutScript() {
        try (BrowserContext plain = Browser.visitorWithoutScript(WIDE)) {
            page = plain.newPage();
            DiscussedPortal.signUp(page);
            openForm();
            page.locator(".pick label").nth(1).click();
            text().fill("\n\nIt is *plain* <b>to see</b>\r\n\r\n- one\n- two");
            page.locator("input[name=citations]").first().check();
            String key = page.inputValue("input[name=key]");
            press("preview");

            assertThat(page.locator(".preview em")).hasText("plain");
            assertThat(page.locator(".preview")).containsText("<b>to see</b>");
            assertThat(page.locator(".preview .cite")).hasCount(1);
            assertThat(page.locator(".preview .comment-head .st-word")).hasCount(1);
            assertThat(text()).hasValue("\n\nIt is *plain* <b>to see</b>\n\n- one\n- two");
            assertThat(page.locator(".pick input").nth(1)).isChecked();
            assertThat(page.locator("input[name=citations]:checked")).hasCount(1);
            assertThat(page.inputValue("input[name=key]")).isEqualTo(key);
            assertThat(page.locator("#find-passage")).isHidden();
            assertThat(written()).isZero();
        }
    }

    @Test
    void whatCitesNoPassageIsToldSoBeforeItIsSent() {
        DiscussedPortal.signUp(page);
        openForm();
        assertThat(page.locator("#chosen")).containsText("No passage cited");
        press("preview");
        assertThat(page.locator(".preview")).containsText("No passage cited");
        assertThat(page.locator("#preview")).isFocused();
    }

    @Test
    void theCounterCountsPicturesAsOneAndSpeaksInAPauseOnly() {
        DiscussedPortal.signUp(page);
        openForm();
        page.evaluate(
                "() => { window.said = []; new MutationObserver(() => { const w = document.getElementById('live')"
                        + ".textContent; if (w) window.said.push(w); }).observe(document.getElementById('live'), { childList: true }); }");
        text().fill("📱".repeat(1950));
        assertThat(page.locator("#counter")).hasText("50 characters left");
        text().pressSequentially("abcdef");
        assertThat(page.locator("#counter")).hasText("44 characters left");
        page.waitForCondition(() -> ((List<?>) page.evaluate("window.said")).size() > 0);
        assertThat((List<?>) page.evaluate("window.said")).hasSize(1).first().isEqualTo("44 characters left");
        text().fill("x".repeat(2003));
        assertThat(page.locator("#counter")).hasText("3 characters too many");
    }

    @Test
    void passagesAreFoundByTypingAndThoseChosenStay() {
        DiscussedPortal.signUp(page);
        openForm();
        Locator shown = page.locator("#passages li:visible");
        int all = shown.count();
        page.locator("#passages input").nth(1).check();
        String chosen = page.locator("#passages input:checked").getAttribute("value");
        String wanted = page.locator("#passages li")
                .first()
                .locator("strong")
                .innerText()
                .replaceAll("\\s+", " ");
        page.focus("#find-passage");
        page.keyboard().type("zzzz");
        assertThat(shown).hasCount(1);
        assertThat(shown.locator("input")).hasAttribute("value", chosen);
        page.waitForCondition(() -> page.textContent("#live").contains("0 of " + all));
        page.keyboard().press("Enter");
        assertThat(page.locator("#find-passage")).isFocused();
        assertThat(shown.locator("input")).isChecked();

        page.keyboard().press("Escape");
        assertThat(shown).hasCount(all);
        page.keyboard().press("Enter");
        assertThat(page.locator("#passages input").first()).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("#chosen")).hasText("2 passages cited.");
        assertThat(wanted).isNotBlank();
        assertThat(page.url()).contains("/comments");
    }

    @Test
    void theFirstMatchIsReachedPastWhatWasChosenAndANumberIsAParagraph() {
        DiscussedPortal.signUp(page);
        openForm();
        Locator first = page.locator("#passages li").first();
        Locator last = page.locator("#passages li").last();
        first.locator("input").check();
        page.fill("#find-passage", last.locator("q").innerText());
        assertThat(page.locator("#found")).containsText("stay in the list");
        page.press("#find-passage", "Enter");
        assertThat(last.locator("input")).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("#chosen")).hasText("2 passages cited.");

        page.fill("#find-passage", last.locator(".picker-bearing").innerText());
        assertThat(last).isVisible();
        last.locator("input").uncheck();
        first.locator("input").uncheck();
        page.fill("#find-passage", "¶ " + last.getAttribute("data-paragraph"));
        for (Locator row : page.locator("#passages li:visible").all()) {
            assertThat(row).hasAttribute("data-paragraph", last.getAttribute("data-paragraph"));
        }
        assertThat(last).isVisible();
        assertThat(page.locator("#found")).not().containsText("stay in the list");
    }

    @Test
    void allThatIsMissingIsSaidAtOnceAndTheAlertLeadsThere() {
        DiscussedPortal.signUp(page);
        openForm();
        text().fill("Too short");
        press("send");
        Locator alert = page.locator(".composer [role=alert]");
        assertThat(alert).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^Error: .*"));
        assertThat(alert.locator("a")).hasCount(2);
        alert.locator("a[href='#text']").click();
        assertThat(text()).isFocused();
        assertThat(text()).hasAttribute("aria-invalid", "true");
        page.keyboard().type("!");
        assertThat(text()).not().hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#text-hint .error")).hasCount(0);
    }

    @Test
    void whatWasTypedIsThereAgainUntilItIsDiscarded() {
        String name = DiscussedPortal.signUp(page);
        openForm();
        text().pressSequentially(WORDS + name);
        page.locator(".pick label").nth(2).click();
        page.locator("input[name=citations]").first().check();
        assertThat(stored()).doesNotContain(name + ".");

        openForm();
        assertThat(page.locator("#restored")).isVisible();
        assertThat(text()).hasValue(WORDS + name);
        assertThat(page.locator(".pick input").nth(2)).isChecked();
        assertThat(page.locator("input[name=citations]:checked")).hasCount(1);

        page.navigate(PORTAL.at(FORM + "?reply=" + DiscussedPortal.PUBLISHED).toString());
        assertThat(page.locator("#restored")).isHidden();
        assertThat(text()).hasValue("");

        openForm();
        page.click("#restored button");
        assertThat(text()).hasValue("");
        assertThat(text()).isFocused();
        assertThat(stored()).doesNotContain("nobody has given");
    }

    @Test
    void nobodyElseOnTheSameDeviceSeesWhatWasTypedAndSignOutTakesItAway() {
        String first = DiscussedPortal.signUp(page);
        openForm();
        text().fill(WORDS + first);
        browser.clearCookies();
        DiscussedPortal.signUp(page);
        openForm();
        assertThat(text()).hasValue("");
        assertThat(page.locator("#restored")).isHidden();
        browser.clearCookies();

        DiscussedPortal.signIn(page, first);
        openForm();
        assertThat(text()).hasValue(WORDS + first);
        page.navigate(PORTAL.at("/sign-out").toString());
        page.click("button[value=here]");
        page.waitForURL(url -> !url.contains("sign-out"));
        assertThat(stored()).doesNotContain("nobody has given");
    }

    @Test
    void whatWasTypedIsGoneAfterADayWhoeverSitsThere() {
        page.navigate(PORTAL.at("/").toString());
        page.evaluate(
                "() => { const keep = (name, at) => localStorage.setItem('contested.draft.' + name,"
                        + " JSON.stringify({ text: name, at })); keep('old.q/new', Date.now() - 25 * 3600 * 1000);"
                        + " keep('fresh.q/new', Date.now() - 3600 * 1000); localStorage.setItem('contested.draft.broken', '{'); }");
        page.reload();
        assertThat(stored()).contains("fresh.q/new").doesNotContain("old.q/new", "broken");
    }

    @Test
    void postingTakesTheKeptWordsAway() {
        String name = DiscussedPortal.signUp(page);
        openForm();
        take(WORDS + name);
        press("send");
        awaitSent();
        assertThat(page.locator("#thread-did")).containsText("waits for review");
        page.waitForCondition(() -> !stored().contains("nobody has given"));
        openForm();
        assertThat(text()).hasValue("");
    }

    @Test
    void aDoubleClickMakesOneComment() {
        String name = DiscussedPortal.signUp(page);
        openForm();
        take(WORDS + name);
        page.dblclick(".composer button[value=send]");
        awaitSent();
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void goingBackAndSendingAgainMakesOneComment() {
        String name = DiscussedPortal.signUp(page);
        openForm();
        take(WORDS + name);
        press("send");
        awaitSent();
        page.goBack();
        page.waitForURL(url -> url.contains("/comments"));
        take(WORDS + name);
        press("send");
        page.waitForCondition(() -> page.url().contains("did=sent") || page.isVisible(".composer .error"));
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aLostAnswerAndARetryMakeOneComment() {
        String name = DiscussedPortal.signUp(page);
        openForm();
        take(WORDS + name);
        // The comment arrives; its answer does not.
        page.route("**" + FORM + "*", route -> {
            if (route.request().method().equals("POST")) {
                route.fetch(new com.microsoft.playwright.Route.FetchOptions().setMaxRedirects(0));
                route.abort();
            } else {
                route.resume();
            }
        });
        press("send");
        page.waitForCondition(
                () -> !page.url().contains("/comments") || page.locator("#text").count() == 0);
        page.unroute("**" + FORM + "*");

        openForm();
        assertThat(page.locator("#restored")).isVisible();
        assertThat(text()).hasValue(WORDS + name);
        press("send");
        awaitSent();
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aPostWhoseSignInHasEndedLeadsThroughItBackToTheForm() {
        try (BrowserContext plain = Browser.visitorWithoutScript(WIDE)) {
            page = plain.newPage();
            String name = typeAndLoseSignIn(plain);
            assertThat(page.locator("main")).containsText("What you typed is kept");
            assertThat(page.url()).doesNotContain("nobody");
            page.fill("#pseudonym", name);
            page.fill("#passphrase", "not the passphrase");
            page.click("main form button[type=submit]");
            DiscussedPortal.fillSignIn(page, name);

            assertThat(text()).hasValue(WORDS + "\"" + name + "\"\n<i>& more</i>");
            assertThat(page.locator(".pick input").nth(1)).isChecked();
            assertThat(page.locator("input[name=citations]:checked")).hasCount(1);
            assertThat(page.url()).doesNotContain("nobody");
            press("send");
            awaitSent();
            assertThat(page.locator("article").first()).containsText("<i>& more</i>");
        }
    }

    /** @return who typed it */
    private String typeAndLoseSignIn(BrowserContext plain) {
        String name = DiscussedPortal.signUp(page);
        openForm();
        page.locator(".pick label").nth(1).click();
        text().fill(WORDS + "\"" + name + "\"\n<i>& more</i>");
        page.locator("input[name=citations]").first().check();
        plain.clearCookies();
        press("send");
        return name;
    }

    @Test
    void whoeverElseSignsInThereDoesNotGetIt() {
        try (BrowserContext plain = Browser.visitorWithoutScript(WIDE)) {
            page = plain.newPage();
            typeAndLoseSignIn(plain);
            DiscussedPortal.fillSignIn(page, "Binh");

            page.waitForURL(Pattern.compile(".*/comments.*"));
            assertThat(text()).hasValue("");
            assertThat(page.content()).doesNotContain("nobody has given");
        }
    }

    @Test
    void aFormFromBeforeANewSignInKeepsItsWordsAndTakesOneMoreClick() {
        String name = DiscussedPortal.signUp(page);
        openForm();
        take(WORDS + name);
        browser.clearCookies();
        DiscussedPortal.signIn(browser.newPage(), name);
        press("send");

        assertThat(page.locator(".composer [role=alert]")).containsText("send it again");
        assertThat(text()).hasValue(WORDS + name);
        press("send");
        awaitSent();
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aFormOfAnotherAccountShowsItsWordsToNobodyElse() {
        DiscussedPortal.Member typed = DiscussedPortal.Member.make();
        DiscussedPortal.Member other = DiscussedPortal.Member.make();
        for (String mark : List.of(typed.hidden("/me", "author"), "")) {
            HttpResponse<String> answer = DiscussedPortal.post(
                    FORM,
                    other.cookie(),
                    List.of(
                            Map.entry("form-token", typed.hidden("/me", "form-token")),
                            Map.entry("author", mark),
                            Map.entry("key", "abc"),
                            Map.entry("position", "none"),
                            Map.entry("text", WORDS)));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("nobody has given");
        }
    }

    @Test
    void whatAnotherSiteSendsIsNotCarriedThroughTheSignIn() {
        HttpResponse<String> answer = PORTAL.send(PORTAL.request(FORM)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("text=planted&author=x&key=k")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.body()).doesNotContain("planted");
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("write=" + SampleDebate.PHONES);
    }
}
