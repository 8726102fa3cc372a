package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.support.Browser;
import contested.support.Database;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a member's comments between the member, a moderator and a visitor, from sign-up to restoring. */
class StoryIT {

    private static final String PASSPHRASE = "seventeen quiet lanterns";
    private static final int WIDTH = 1280;
    private static final String QUESTION = "/questions/" + SampleDebate.PHONES;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.prepared("story", StoryIT::fill);
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    private static void fill(Database database) {
        AccountService accounts = database.get(AccountService.class);
        database.inTransaction(() -> accounts.setUp(new SignUp("Mai", PASSPHRASE, "", null)));
        database.inTransaction(() -> accounts.signUp(new SignUp("Thu", PASSPHRASE, "", null)));
        database.inTransaction(() -> accounts.signUp(new SignUp("Careful reader", PASSPHRASE, "", null)));
        database.doInTransaction(() -> database.entityManager()
                .createQuery("select a from Account a where a.pseudonym = 'Thu'", Account.class)
                .getSingleResult()
                .trustAs(SiteRole.MODERATOR));
    }

    @ParameterizedTest
    @CsvSource({"en, Hoa", "vi, Lan"})
    void aCommentIsDeclinedAnotherSentBackResubmittedPublishedReportedHiddenAppealedAndRestored(
            String language, String pseudonym) {
        String bad = "Whoever says so is paid for it, says " + pseudonym;
        String first = "The boxes work, and that is all I say as " + pseudonym;
        String better = "The boxes work, as paragraph 1 says, writes " + pseudonym;
        try (BrowserContext one = Browser.visitor(WIDTH, language, ColorScheme.LIGHT);
                BrowserContext other = Browser.visitor(WIDTH, language, ColorScheme.DARK);
                BrowserContext third = Browser.visitor(WIDTH, language, ColorScheme.LIGHT);
                BrowserContext fourth = Browser.visitor(WIDTH, language, ColorScheme.DARK)) {
            Page member = one.newPage();
            Page moderator = other.newPage();
            Page reader = third.newPage();
            Page colleague = fourth.newPage();
            signUp(member, pseudonym);
            signIn(moderator, "Mai");
            signIn(reader, "Careful reader");
            signIn(colleague, "Thu");

            write(member, bad);
            decide(moderator, bad, "DECLINE", "You speak of people.");
            member.navigate(portal.at(QUESTION).toString());
            AdminIT.assertNoFault(member);
            assertThat(member.textContent("main")).contains(bad);
            assertThat(seen()).doesNotContain(bad);

            write(member, first);
            decide(moderator, first, "SEND_BACK", "Say where that stands.");
            assertThat(seen()).doesNotContain(first);
            resubmit(member, first, better);
            decide(moderator, better, "PUBLISH", "");
            assertThat(seen()).contains(better).doesNotContain(first, bad);

            report(reader, better);
            assertThat(seen()).doesNotContain(better).contains("comment-gone");
            decide(moderator, better, "HIDE", "This could lead to somebody.");
            member.navigate(portal.at(QUESTION).toString());
            assertThat(member.textContent("main")).contains(better, "This could lead to somebody.");
            AdminIT.assertNoFault(member);

            appeal(member, better);
            grant(colleague, better);
            assertThat(seen()).contains(better);
            for (Page told : List.of(member, reader)) {
                told.navigate(portal.at("/me/notices").toString());
                AdminIT.assertNoFault(told);
                assertThat(told.locator(".tool-news").count()).isOne();
            }
        }
    }

    /** As something that may put somebody at risk: once is enough to take it out of sight. */
    private static void report(Page page, String words) {
        page.navigate(portal.at(QUESTION + "?sort=newest").toString());
        page.locator("article.comment-body", new Page.LocatorOptions().setHasText(words))
                .locator("a[href*='/report?']")
                .click();
        AdminIT.assertNoFault(page);
        page.check("input[value=AT_RISK]");
        page.click("main form button[type=submit]");
        page.waitForSelector("main [role=status]");
        AdminIT.assertNoFault(page);
    }

    private static void appeal(Page page, String words) {
        page.navigate(portal.at("/me").toString());
        AdminIT.assertNoFault(page);
        page.locator("a[href*='/me/comments/']", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        AdminIT.assertNoFault(page);
        page.locator("a[href*='appeal=']").last().click();
        AdminIT.assertNoFault(page);
        page.fill("#words", "Nobody can be found by it.");
        page.click("section:has(#appeal) button[type=submit]");
        page.waitForSelector("#appealed");
        AdminIT.assertNoFault(page);
    }

    private static void grant(Page page, String words) {
        page.navigate(portal.at("/moderation?reason=appealed").toString());
        // A colleague may be on it: then it is opened on purpose.
        page.locator(".qitem .why a").first().click();
        page.waitForURL(url -> url.contains("item="));
        AdminIT.assertNoFault(page);
        assertThat(page.textContent(".say-all")).contains(words);
        assertThat(page.textContent("#decide")).contains("Nobody can be found by it.");
        page.click("#decide button[value=grant]");
        page.waitForURL(url -> url.contains("did="));
    }

    private static String seen() {
        return portal.get(QUESTION + "?sort=newest").body();
    }

    private static void signUp(Page page, String pseudonym) {
        page.navigate(portal.at("/sign-up").toString());
        AdminIT.assertNoFault(page);
        page.fill("#pseudonym", pseudonym);
        page.fill("#passphrase", PASSPHRASE);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.contains("sign-up"));
    }

    private static void signIn(Page page, String pseudonym) {
        page.navigate(portal.at("/sign-in").toString());
        page.fill("#pseudonym", pseudonym);
        page.fill("#passphrase", PASSPHRASE);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void write(Page page, String words) {
        page.navigate(portal.at(QUESTION + "/comments").toString());
        AdminIT.assertNoFault(page);
        page.locator(".pick label").first().click();
        page.fill("#text", words);
        page.click("button[value=send]");
        page.waitForURL(url -> url.contains("comment="));
    }

    /** Finds the comment at the desk by its words and decides on it, under the first rule where one is needed. */
    private static void decide(Page page, String comment, String kind, String words) {
        page.navigate(portal.at("/moderation").toString());
        page.fill("#search", comment);
        page.press("#search", "Enter");
        page.waitForURL(url -> url.contains("words="));
        page.click(".qitem .why a");
        page.waitForURL(url -> url.contains("item="));
        AdminIT.assertNoFault(page);
        assertThat(page.textContent(".say-all")).contains(comment);
        page.locator("#decide input[name=rule]").first().check();
        page.fill("#words", words);
        page.click("#decide button[value=" + kind + "]");
        page.waitForURL(url -> url.contains("did="));
    }

    private static void resubmit(Page page, String before, String after) {
        page.navigate(portal.at(QUESTION + "?sort=newest").toString());
        page.locator("article.comment-body", new Page.LocatorOptions().setHasText(before))
                .locator("a[href*='edit=']")
                .click();
        AdminIT.assertNoFault(page);
        page.fill("#text", after);
        page.click("button[value=send]");
        page.waitForURL(url -> url.contains("comment="));
    }
}
