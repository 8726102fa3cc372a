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
        database.doInTransaction(() -> {
            Account author = database.entityManager()
                    .createQuery("select a from Account a where a.pseudonym = 'Lan'", Account.class)
                    .getSingleResult();
            DiscussionRepository discussion = database.get(DiscussionRepository.class);
            DebateThread thread = discussion.threadOf(database.get(QuestionRepository.class)
                    .find(SampleDebate.PHONES)
                    .orElseThrow());
            for (int i = 1; i <= COMMENTS; i++) {
                Comment comment = new Comment(
                        new Slug("comment" + i),
                        thread,
                        null,
                        author,
                        Stance.NONE,
                        null,
                        "key" + i,
                        Database.NOW.plusSeconds(i));
                comment.revise("What I think of phones at school, part " + i, List.of(), Database.NOW.plusSeconds(i));
                database.entityManager().persist(comment);
            }
        });
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
        assertThat(page.inputValue("#words")).isEqualTo("Please say what you rest on.");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
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
        page.uncheck("#single-keys");
        page.reload();
        press("a");
        assertThat(page.textContent(".desk-state")).isEqualTo("Pending");
        press("Control+Home");
        page.click("#keys summary");
        page.check("#single-keys");
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
        assertThat(page.textContent(".desk-even")).contains("1");
    }

    @Test
    void nobodyElseKnowsThatThereIsADesk() {
        try (BrowserContext member = Browser.visitor(WIDTH, "en", ColorScheme.LIGHT)) {
            Page own = member.newPage();
            signIn(own, "Lan");
            for (String path :
                    List.of("/moderation", "/moderation/log", "/moderation/log-csv", "/moderation/members/1")) {
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
