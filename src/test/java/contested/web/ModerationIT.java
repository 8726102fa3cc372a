package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.discussion.Comment;
import contested.discussion.DebateThread;
import contested.discussion.DiscussionRepository;
import contested.discussion.Stance;
import contested.question.QuestionRepository;
import contested.shared.Slug;
import contested.support.Browser;
import contested.support.Database;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The moderators' desk as a moderator uses it: with the keyboard, one comment after the other. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ModerationIT {

    private static final String PASSPHRASE = "seventeen quiet lanterns";
    private static final int WIDTH = 1280;
    private static final int COMMENTS = 6;
    private static final int TEN = 10;

    private static final AtomicInteger LOADS = new AtomicInteger();

    private static Portal portal;
    private static BrowserContext moderator;
    private static Page page;

    @BeforeAll
    static void start() {
        portal = Portal.prepared("moderation", ModerationIT::fill);
        moderator = Browser.visitor(WIDTH, "en", ColorScheme.LIGHT);
        page = moderator.newPage();
        page.onLoad(loaded -> LOADS.incrementAndGet());
        signIn(page, "Mai");
    }

    @AfterAll
    static void stop() {
        moderator.close();
        portal.stop();
    }

    private static void fill(Database database) {
        AccountService accounts = database.get(AccountService.class);
        database.inTransaction(() -> accounts.setUp(new SignUp("Mai", PASSPHRASE, "", null)));
        database.inTransaction(() -> accounts.signUp(new SignUp("Lan", PASSPHRASE, "", null)));
        database.inTransaction(() -> accounts.signUp(new SignUp("Minh", PASSPHRASE, "", null)));
        database.doInTransaction(() -> database.entityManager()
                .createQuery("select a from Account a where a.pseudonym = 'Minh'", Account.class)
                .getSingleResult()
                .trustAs(contested.access.SiteRole.MODERATOR));
        database.doInTransaction(() -> {
            Account author = database.entityManager()
                    .createQuery("select a from Account a where a.pseudonym = 'Lan'", Account.class)
                    .getSingleResult();
            DiscussionRepository discussion = database.get(DiscussionRepository.class);
            DebateThread thread = discussion.threadOf(database.get(QuestionRepository.class)
                    .find(SampleDebate.PHONES)
                    .orElseThrow());
            for (int i = 1; i <= COMMENTS; i++) {
                write(database, thread, author, "comment" + i, "What I think of phones at school, part " + i, i);
            }
            DebateThread homework = discussion.threadOf(database.get(QuestionRepository.class)
                    .find(SampleDebate.HOMEWORK)
                    .orElseThrow());
            for (int i = 1; i <= TEN; i++) {
                write(database, homework, author, "work" + i, "What I think of homework, number " + i, COMMENTS + i);
            }
        });
    }

    private static void write(
            Database database, DebateThread thread, Account author, String name, String text, int second) {
        java.time.Instant at = Database.NOW.plusSeconds(second);
        Comment comment = new Comment(new Slug(name), thread, null, author, Stance.NONE, null, name, at);
        comment.revise(text, List.of(), at);
        database.entityManager().persist(comment);
    }

    private static void signIn(Page page, String name) {
        page.navigate(portal.at("/sign-in?lang=en").toString());
        page.fill("#pseudonym", name);
        page.fill("#passphrase", PASSPHRASE);
        page.press("#passphrase", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void openDesk() {
        page.navigate(portal.at("/moderation?lang=en").toString());
    }

    /** Does what leads to another page, and waits until that one is there. */
    private static void go(Runnable act) {
        int before = LOADS.get();
        act.run();
        page.waitForCondition(() -> LOADS.get() > before);
    }

    private static void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private static String shown() {
        return page.textContent(".say-all").strip();
    }

    @Test
    void a1OneKeyPublishesAndTheNextCommentIsThereWithTheFocus() {
        openDesk();
        assertThat(shown()).endsWith("part 1");

        go(() -> page.keyboard().press("a"));

        assertThat(shown()).endsWith("part 2");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("detail");
        assertThat(page.textContent(".desk-done")).contains("Published");
        page.waitForCondition(() -> page.textContent("#live").contains("Published"));
    }

    @Test
    void a2TheDecisionIsUndoneByAKey() {
        go(() -> page.keyboard().press("u"));

        assertThat(shown()).endsWith("part 1");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
        go(() -> page.keyboard().press("a"));
    }

    @Test
    void a3DecliningTakesThreeKeysAndNamesARule() {
        assertThat(shown()).endsWith("part 2");
        press("r", "2");

        go(() -> page.keyboard().press("Enter"));

        assertThat(shown()).endsWith("part 3");
        assertThat(page.textContent(".desk-done")).contains("Declined");
        page.navigate(portal.at("/moderation?lang=en&item=comment2").toString());
        assertThat(page.textContent(".desk-state")).isEqualTo("Declined");
        assertThat(page.textContent("ol.audit")).contains("2. ");
    }

    @Test
    void a4WithoutARuleNothingIsDeclinedAndTheWordsStay() {
        page.navigate(portal.at("/moderation?lang=en&item=comment3").toString());
        page.fill("#words", "Please say what you rest on.");

        go(() -> page.click("#decide button[value=DECLINE]"));

        assertThat(page.textContent("#decide .error")).isNotBlank();
        assertLedTo("#decide input#rule[name=rule]");
        assertThat(page.inputValue("#words")).isEqualTo("Please say what you rest on.");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
    }

    /** The summary of what is wrong links to that field, also where no script helps. */
    private static void assertLedTo(String field) {
        String link = page.locator(".wrong-fields a").getAttribute("href");
        assertThat(page.locator(field).getAttribute("id")).isEqualTo(link.substring(1));
        page.click(".wrong-fields a");
        assertThat(focused()).isEqualTo(link.substring(1));
    }

    @Test
    void a5LettersInAFieldAreNoCommands() {
        page.focus("#words");
        press("a", "s", "r");

        assertThat(page.inputValue("#words")).contains("asr");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
    }

    @Test
    void a6SingleKeysCanBeSwitchedOff() {
        openDesk();
        press("?");
        assertThat(page.locator("#keys").getAttribute("open")).isNotNull();
        page.uncheck("#single-keys");
        page.reload();
        press("a", "/");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
        assertThat(focused()).isNotEqualTo("search");
        page.click("#keys-open");
        page.check("#single-keys");
        press("Escape");
        assertThat(page.locator("#keys").getAttribute("open")).isNull();
        assertThat(focused()).isEqualTo("keys-open");
    }

    private static String focused() {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    @Test
    void a7SeveralAreDecidedWithTheReasonGivenOnce() {
        openDesk();
        page.locator(".qitem input").nth(0).check();
        page.locator(".qitem input").nth(1).check();
        page.selectOption("#bulk-rule", new com.microsoft.playwright.options.SelectOption().setIndex(1));

        go(() -> page.click("button[value=bulk-DECLINE]"));

        assertThat(page.textContent(".desk-done")).contains("2 comments");
        assertThat(shown()).endsWith("part 5");
    }

    @Test
    void a8TheLogHasWhatWasDecided() {
        page.navigate(portal.at("/moderation/log?lang=en").toString());

        assertThat(page.textContent("main"))
                .contains("Published")
                .contains("Declined")
                .contains("Undone")
                .contains("Mai");
        page.navigate(portal.at("/moderation/fairness?lang=en").toString());
        assertThat(page.locator(".desk-even").first().textContent()).contains("1");
        assertThat(page.locator("svg rect.even-published").count()).isPositive();
    }

    /** From the first to the last without a pointer: what is heard, and where one stands after each. */
    @Test
    void b1TenCommentsAreDecidedByKeysAlone() {
        page.navigate(portal.at("/moderation?lang=en&question=" + SampleDebate.HOMEWORK)
                .toString());
        for (int i = 1; i <= TEN; i++) {
            assertThat(shown()).endsWith("homework, number " + i);
            String said = decideByKeys(i);
            assertThat(focused()).isEqualTo("detail");
            page.waitForCondition(() -> page.textContent("#live").contains(said));
            assertThat(page.textContent(".desk-done")).contains(said, "You can undo this until");
        }
        assertThat(page.textContent("#detail")).isEqualTo("All done");
        assertThat(portal.get("/questions/" + SampleDebate.HOMEWORK + "?sort=oldest")
                        .body())
                .contains("homework, number 1<", "homework, number 10<")
                .doesNotContain("homework, number 2<", "homework, number 3<");
    }

    /** Publishes, declines and sends back in turn. @return what is said then */
    private static String decideByKeys(int number) {
        if (number % 3 == 1) {
            go(() -> page.keyboard().press("a"));
            return "Published";
        }
        press(number % 3 == 2 ? "r" : "s");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("rule");
        press("3");
        go(() -> page.keyboard().press("Enter"));
        return number % 3 == 2 ? "Declined" : "Sent back";
    }

    @Test
    void b2AKeyLeadsToTheSearchAndAnotherHidesWhatWasFound() {
        openDesk();
        press("/");
        assertThat(focused()).isEqualTo("search");
        press("h");
        page.fill("#search", "HOMEWORK, number 4");
        go(() -> page.keyboard().press("Enter"));
        assertThat(page.textContent(".shown")).contains("HOMEWORK, number 4");
        assertThat(page.locator(".qitem").count()).isEqualTo(1);
        assertThat(page.textContent(".desk-state")).isEqualTo("Published");
        page.locator("#detail").focus();

        press("h", "5");
        go(() -> page.keyboard().press("Enter"));

        assertThat(page.textContent(".desk-done")).contains("Hidden");
        page.navigate(portal.at("/moderation?lang=en&item=work4").toString());
        assertThat(page.textContent(".desk-state")).isEqualTo("Hidden");
        assertThat(page.locator("ol.audit a[href^='/house-rules?']").last().getAttribute("href"))
                .contains("version=1", "#rule-private");
        go(() -> page.click("ol.audit button[value=undo]"));
        assertThat(page.textContent(".desk-state")).isEqualTo("Published");
    }

    @Test
    void b3ASavedReplyGoesToTheWordsAndBringsItsRule() {
        page.navigate(portal.at("/moderation?lang=en&item=comment5").toString());

        page.selectOption("#reply", new com.microsoft.playwright.options.SelectOption().setIndex(3));

        assertThat(page.inputValue("#words")).contains("what you rest on");
        assertThat(page.locator("#decide input[name=rule]:checked").inputValue())
                .isEqualTo("ground");
        assertThat(focused()).isEqualTo("words");
        page.fill("#words", "");
    }

    @Test
    void b4WithoutScriptTheChosenReplyIsWhatTheAuthorReads() {
        try (BrowserContext plain = Browser.visitorWithoutScript(WIDTH)) {
            Page own = plain.newPage();
            signIn(own, "Mai");
            own.navigate(portal.at("/moderation?lang=en&item=comment5").toString());
            own.selectOption("#reply", new com.microsoft.playwright.options.SelectOption().setIndex(3));
            own.click("#decide button[value=SEND_BACK]");
            own.navigate(portal.at("/moderation?lang=en&item=comment5").toString());

            assertThat(own.textContent(".desk-state")).isEqualTo("Sent back");
            assertThat(own.locator("ol.audit q").last().textContent()).contains("what you rest on");
        }
    }

    @Test
    void b5ACommentGoesToAnotherQuestion() {
        page.navigate(portal.at("/moderation?lang=en&item=work7").toString());
        page.click("text=Move to another question");
        page.click("button[value=move]");
        assertThat(page.textContent(".desk-ask .error")).isEqualTo("Choose the question.");
        assertLedTo("select#question");

        page.selectOption("#question", SampleDebate.UNIFORMS.value());
        go(() -> page.click("button[value=move]"));

        assertThat(page.textContent(".desk-done")).contains("Moved");
        assertThat(portal.get("/questions/" + SampleDebate.UNIFORMS).body()).contains("homework, number 7<");
        assertThat(portal.get("/questions/" + SampleDebate.HOMEWORK).body()).doesNotContain("homework, number 7<");
    }

    @Test
    void b6ADiscussionIsClosedChangedAndOpenedAgain() {
        String question = "/questions/" + SampleDebate.HOMEWORK + "?lang=en";
        assertThat(portal.get(question).body()).doesNotContain("This thread is closed");
        page.navigate(portal.at(question).toString());
        page.click("text=Close this thread");

        setMode("CLOSED");
        assertThat(portal.get(question).body()).contains("This thread is closed");
        setMode("AFTER");
        assertThat(portal.get(question).body()).doesNotContain("This thread is closed");
        setMode("BEFORE");
        assertThat(page.textContent(".audit")).contains("Review changed", "Thread closed", "Thread opened again");
        go(() -> page.locator(".audit button[value=undo]").first().click());
        assertThat(page.locator(ofHomework("input:checked")).inputValue()).isEqualTo("AFTER");
        setMode("BEFORE");
    }

    private static void setMode(String mode) {
        page.check(ofHomework("input[value=" + mode + "]"));
        go(() -> page.click(ofHomework("button")));
        assertThat(page.textContent("[role=status]")).contains("Saved");
    }

    private static String ofHomework(String what) {
        return "[id='" + SampleDebate.HOMEWORK + "'] " + what;
    }

    @Test
    void b7RepliesAreWrittenAndRemoved() {
        page.navigate(portal.at("/moderation/replies?lang=en").toString());
        go(() -> page.click("button[value=save]"));
        assertThat(page.textContent(".error")).isNotBlank();
        page.fill("#text", "Of ours: <b>be brief</b>.");
        go(() -> page.click("button[value=save]"));
        assertThat(page.textContent("main")).contains("Of ours: <b>be brief</b>.");

        go(() -> page.locator("li", new Page.LocatorOptions().setHasText("Of ours"))
                .locator("button")
                .click());

        assertThat(page.textContent("main")).doesNotContain("Of ours").contains("The reply is removed");
    }

    @Test
    void b8WhatIsListedCanBeChosenAndClearedAgain() {
        page.navigate(portal.at("/moderation?lang=en").toString());
        int all = page.locator(".qitem").count();
        assertThat(all).isPositive();
        page.setViewportSize(1440, 900);
        Object above = page.evaluate(
                "JSON.stringify(['#search', '.desk-choose summary'].map(s => document.querySelector(s).getBoundingClientRect().top))");
        page.click(".desk-choose summary");
        assertThat(
                        page.evaluate(
                                "JSON.stringify(['#search', '.desk-choose summary'].map(s => document.querySelector(s).getBoundingClientRect().top))"))
                .as("nothing moves where it opens")
                .isEqualTo(above);
        assertThat(
                        page.evaluate(
                                "new Set([...document.querySelectorAll('.desk-filter :is(select, button)')].map(e => Math.round(e.getBoundingClientRect().bottom))).size"))
                .as("one row")
                .isEqualTo(1);
        page.setViewportSize(WIDTH, 900);
        page.selectOption("#f-age", "7d");
        go(() -> page.click(".desk-filter button"));
        assertThat(page.locator(".qitem").count()).isEqualTo(all);
        page.selectOption("#f-position", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        go(() -> page.click(".desk-filter button"));
        assertThat(page.inputValue("#f-age")).isEqualTo("7d");
        assertThat(page.locator(".qitem").count()).isZero();

        go(() -> page.click("text=Show everything"));

        assertThat(page.locator(".qitem").count()).isEqualTo(all);
    }

    @Test
    void b9AMembersHistoryHasMeasuresWithAReasonAndNotes() {
        page.navigate(portal.at("/moderation?lang=en&item=comment1").toString());
        go(() -> page.click("text=This member so far"));
        assertThat(page.textContent("main")).contains("Member: Lan", "declined now");
        page.selectOption("#kind", "MUTE_DAY");
        go(() -> page.click("button[value=sanction]"));
        assertThat(page.textContent(".field .error")).contains("Write something");
        assertThat(page.inputValue("#kind")).isEqualTo("MUTE_DAY");
        page.fill("#reason", "Three attacks on a person today.");
        go(() -> page.click("button[value=sanction]"));
        page.fill("#note", "Ask Minh about last week.");
        go(() -> page.click("button[value=note]"));
        assertThat(page.textContent("main")).contains("Mute for a day", "Three attacks", "Ask Minh about last week.");

        go(() -> page.click("button[value=lift]"));
        go(() -> page.click("button[value=erase]"));

        assertThat(page.locator("button[value=lift]").count()).isZero();
        assertThat(page.textContent("main")).contains("Three attacks").doesNotContain("Ask Minh");
    }

    @Test
    void c1EverybodyCanUseTheDeskAndItsPages() {
        for (String path : List.of(
                "/moderation",
                "/moderation?item=comment1",
                "/moderation?words=homework",
                "/moderation?blind=on&item=work9",
                "/moderation/log",
                "/moderation/fairness",
                "/moderation/replies",
                "/moderation/threads",
                "/moderation/members/2")) {
            for (String language : List.of("en", "vi")) {
                page.navigate(portal.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                        .toString());
                AdminIT.assertNoFault(page);
            }
        }
        page.setViewportSize(WIDTH, 900);
    }

    @Test
    void c3TenAreClaimedAColleagueIsAskedAndSeesWhoIsOnWhat() {
        openDesk();
        go(() -> page.click("button[value=claim]"));
        assertThat(page.textContent(".desk-done")).contains("yours for ten minutes");
        try (BrowserContext colleague = Browser.visitor(WIDTH, "en", ColorScheme.LIGHT)) {
            Page theirs = colleague.newPage();
            signIn(theirs, "Minh");
            theirs.navigate(portal.at("/moderation?lang=en&item=comment6").toString());
            assertThat(theirs.textContent(".pane-detail")).contains("Mai is on this comment until");

            page.navigate(portal.at("/moderation?lang=en&item=comment6").toString());
            press("q");
            page.keyboard().type("Is this irony?");
            go(() -> page.click("button[value=ask]"));

            theirs.reload();
            assertThat(theirs.textContent(".pane-detail"))
                    .contains("Is this irony?")
                    .doesNotContain("Mai is on this comment");
        }
    }

    @Test
    void c2WhoWantsToSeeNoNamesSeesNone() {
        page.navigate(
                portal.at("/moderation?lang=en&blind=on&item=work9&words=Lan").toString());
        assertThat(page.textContent("main")).doesNotContain("Lan ").contains("name hidden");
        assertThat(page.locator(".qitem").count()).isZero();
    }

    @Test
    void d1EnterOnARuleDecidesNothingAndSaysWhatIsMissing() {
        openLast();
        press("5", "Enter");
        assertThat(page.textContent("#armed")).contains("Choose Publish");

        openLast();
        press("r");
        assertThat(page.textContent("#armed")).contains("“Decline” is waiting");
        press("a", "Enter");
        assertThat(page.textContent("#armed")).contains("choose a house rule first");
        press("Escape");
        assertThat(page.isVisible("#armed")).isFalse();

        openLast();
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
    }

    private static void openLast() {
        page.navigate(portal.at("/moderation?lang=en&item=comment6").toString());
    }

    @Test
    void d2WithoutScriptEnterOnARuleAsksForADecision() {
        try (BrowserContext plain = Browser.visitorWithoutScript(WIDTH)) {
            Page own = plain.newPage();
            signIn(own, "Mai");
            own.navigate(portal.at("/moderation?lang=en&item=comment6").toString());
            own.locator("#decide input[name=rule]").nth(1).check();
            own.locator("#decide input[name=rule]").nth(1).press("Enter");

            assertThat(own.textContent("#decide [role=alert]")).contains("Choose Publish");
            assertThat(own.locator("#decide input[name=rule]").nth(1).isChecked())
                    .isTrue();
            assertThat(own.textContent(".desk-state")).isEqualTo("Pending");
        }
    }

    @Test
    void d3LettersOnAPartOfAFormAreNoCommands() {
        openLast();
        for (String part :
                List.of("#reply", ".desk-redact summary", "#bulk-rule", ".qitem input", ".desk-ask summary")) {
            page.locator(part).first().focus();
            press("a", "s", "h");
        }

        openLast();
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
    }

    @Test
    void d4TheLastDecisionIsUndoneFromAnotherComment() {
        openLast();
        go(() -> page.keyboard().press("a"));
        page.navigate(portal.at("/moderation?lang=en&item=comment1").toString());
        assertThat(page.textContent(".pane-detail .desk-done")).contains("Your last decision: Published", "part 6");

        go(() -> page.keyboard().press("u"));

        assertThat(shown()).endsWith("part 6");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
    }

    @Test
    void d5WhatIsWrongWithSeveralIsSaidAtTheirFormAndTheMarksStayWhileWalking() {
        openLast();
        page.locator(".qitem input").first().check();
        openLast();
        assertThat(page.locator(".qitem input").first().isChecked()).isTrue();
        page.locator("#detail").focus();
        press("b");
        assertThat(focused()).isEqualTo("bulk-rule");

        go(() -> page.click("button[value=bulk-DECLINE]"));

        assertThat(page.evaluate("document.activeElement.closest('.desk-bulk') !== null"))
                .isEqualTo(true);
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("error");
        assertThat(page.locator("#decide [role=alert]").count()).isZero();
    }

    @Test
    void d6RedactingStandsApartAndNeedsARule() {
        openLast();
        assertThat(page.isVisible("button[value=REDACT]")).isFalse();
        page.click(".desk-redact summary");
        go(() -> page.click("button[value=REDACT]"));
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
        page.locator("#decide input[name=rule]").nth(1).check();

        go(() -> page.click("button[value=REDACT]"));

        assertThat(page.textContent(".desk-done")).contains("gone for good").doesNotContain("You can undo this");
    }

    @Test
    void nobodyElseKnowsThatThereIsADesk() {
        try (BrowserContext member = Browser.visitor(WIDTH, "en", ColorScheme.LIGHT)) {
            Page own = member.newPage();
            signIn(own, "Lan");
            for (String path : List.of(
                    "/moderation",
                    "/moderation/log",
                    "/moderation/log-csv",
                    "/moderation/fairness",
                    "/moderation/replies",
                    "/moderation/threads",
                    "/moderation/members/1")) {
                assertThat(own.navigate(portal.at(path).toString()).status())
                        .as(path)
                        .isEqualTo(404);
            }
            own.navigate(portal.at("/").toString());
            assertThat(own.content()).doesNotContain("/moderation");
        }
        assertThat(portal.get("/moderation").statusCode()).isEqualTo(303);
    }
}
