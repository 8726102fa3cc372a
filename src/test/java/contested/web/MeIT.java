package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import contested.access.Actor;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.account.SanctionKind;
import contested.account.SanctionService;
import contested.discussion.Comment;
import contested.discussion.DebateThread;
import contested.discussion.DiscussionRepository;
import contested.discussion.Stance;
import contested.moderation.DecisionKind;
import contested.moderation.ModerationService;
import contested.moderation.ReportReason;
import contested.moderation.ReportService;
import contested.moderation.Verdict;
import contested.notice.NoticeService;
import contested.question.QuestionRepository;
import contested.shared.Slug;
import contested.support.Browser;
import contested.support.Database;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a member finds about themselves: reasons, another look, notices, their data, and the way out. */
class MeIT {

    private static final String PASSPHRASE = "seventeen quiet lanterns";
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final String QUESTION = "/questions/" + SampleDebate.PHONES;
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.prepared("me", MeIT::fill);
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    private static void fill(Database database) {
        // Whoever observes must be there before the event.
        database.get(NoticeService.class);
        Actor mai = account(database, "Mai", true);
        Actor lan = account(database, "Lan", false);
        Actor quy = account(database, "Quy Leaves", false);
        account(database, "Nobody Yet", false);
        account(database, "Changes Words", false);
        write(database, lan, "old", null);
        decide(database, mai, "old", new Verdict(DecisionKind.DECLINE, "person", "Too long ago to ask again."));
        write(database, lan, "fresh", null);
        write(database, quy, "left", null);
        decide(database, mai, "left", Verdict.of(DecisionKind.PUBLISH));
        write(database, lan, "reply", "left");
        decide(database, mai, "reply", Verdict.of(DecisionKind.PUBLISH));
        database.inTransaction(() -> database.get(ReportService.class)
                .report(lan, new Slug("left"), ReportReason.OTHER, "It speaks of <somebody> here."));
        database.inTransaction(() -> database.get(SanctionService.class)
                .impose(mai, lan.id(), SanctionKind.ALWAYS_REVIEW, "You quoted what nobody had said."));
    }

    private static Actor account(Database database, String name, boolean first) {
        SignUp typed = new SignUp(name, PASSPHRASE, "", null);
        AccountService accounts = database.get(AccountService.class);
        String token = database.inTransaction(() -> first ? accounts.setUp(typed) : accounts.signUp(typed));
        return database.inTransaction(() -> accounts.visit(token).orElseThrow().actor());
    }

    private static void write(Database database, Actor author, String name, @Nullable String parent) {
        database.doInTransaction(() -> {
            DiscussionRepository discussion = database.get(DiscussionRepository.class);
            DebateThread thread = discussion.threadOf(database.get(QuestionRepository.class)
                    .find(SampleDebate.PHONES)
                    .orElseThrow());
            Comment comment = new Comment(
                    new Slug(name),
                    thread,
                    parent == null ? null : discussion.find(new Slug(parent)).orElseThrow(),
                    database.entityManager().find(Account.class, author.id()),
                    Stance.NONE,
                    null,
                    "key-" + name,
                    Database.NOW);
            comment.revise("What is said in the comment called " + name, List.of(), Database.NOW);
            database.entityManager().persist(comment);
        });
    }

    private static void decide(Database database, Actor mai, String name, Verdict verdict) {
        database.inTransaction(() -> {
            long seen = database.get(DiscussionRepository.class)
                    .find(new Slug(name))
                    .orElseThrow()
                    .version();
            return database.get(ModerationService.class).decide(mai, new Slug(name), seen, verdict);
        });
    }

    private static Page signIn(BrowserContext context, String name) {
        Page page = context.newPage();
        page.navigate(portal.at("/sign-in?lang=en").toString());
        page.fill("#pseudonym", name);
        page.fill("#passphrase", PASSPHRASE);
        page.press("#passphrase", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static BrowserContext visitor() {
        return Browser.visitor(WIDE, "en", ColorScheme.LIGHT);
    }

    private static void open(Page page, String path) {
        page.navigate(
                portal.at(path + (path.contains("?") ? "&" : "?") + "lang=en").toString());
    }

    private static String cookieOf(BrowserContext context) {
        return context.cookies().stream()
                .filter(c -> c.name.equals("contested"))
                .map(c -> c.name + "=" + c.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAuthorReadsWhyAndAnotherModeratorsLookIsAskedOnce() {
        try (BrowserContext moderator = visitor();
                BrowserContext author = visitor()) {
            Page desk = signIn(moderator, "Mai");
            open(desk, "/moderation?item=fresh");
            desk.locator("#decide input[value=ground]").check();
            desk.fill("#words", "Say what <you> rest on.");
            desk.click("#decide button[value=DECLINE]");
            desk.waitForURL(url -> url.contains("did="));

            Page page = signIn(author, "Lan");
            open(page, "/me");
            assertThat(page.locator(".own li").filter(text("called fresh")))
                    .containsText("Declined. Only you and the moderators see it.");
            assertThat(page.locator(".own li").filter(text("called fresh"))).containsText("House rule 2 (version 1):");
            assertThat(page.locator(".own li").filter(text("called fresh"))).containsText("Say what <you> rest on.");
            assertThat(page.locator("main")).not().containsText("Mai");

            page.locator(".own li")
                    .filter(text("called fresh"))
                    .getByText("History, or ask")
                    .click();
            page.fill("#words", "x".repeat(1001));
            page.click("section:has(#appeal) button[type=submit]");
            assertThat(page.locator("#words-hint .error")).containsText("1,000");
            assertThat(page.locator("#words")).hasValue("x".repeat(1001));
            page.fill("#words", "I do rest on a passage.");
            Page second = author.newPage();
            second.navigate(page.url());
            page.click("section:has(#appeal) button[type=submit]");
            assertThat(page.locator("section:has(#appealed)")).containsText("Waiting since");
            assertThat(page.locator("#appeal")).hasCount(0);

            second.fill("#words", "Once more.");
            second.click("section:has(#appeal) button[type=submit]");
            assertThat(second.locator("[role=alert]")).containsText("appealed this decision already");

            open(desk, "/moderation?item=fresh");
            desk.fill("#words", "You are right.");
            desk.click("#decide button[value=grant]");
            desk.waitForURL(url -> url.contains("did="));
            open(page, "/me/comments/fresh");
            assertThat(page.locator("section:has(#appealed)")).containsText("the decision was reversed");
            assertThat(page.locator("section:has(#appealed)")).containsText("no other moderator at present");
            assertThat(page.locator("section:has(#appealed)")).containsText("You are right.");
            assertThat(page.locator("section:has(#me-comment)")).containsText("Published");
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions text(String words) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
    }

    @Test
    void whatIsTooOldHasNoFormAndAForgedOneIsToldWhy() {
        try (BrowserContext author = visitor()) {
            Page page = signIn(author, "Lan");
            open(page, "/me/comments/old");
            assertThat(page.locator("#appeal")).hasCount(0);

            assertThat(post(page, "/me/comments/old", "decision=1&words=late")).isEqualTo(422);
            assertThat(post(page, "/me/comments/old", "decision=999999&words=foreign"))
                    .isEqualTo(422);
            assertThat(page.navigate(portal.at("/me/comments/left").toString()).status())
                    .isEqualTo(404);
        }
    }

    /** By a request of the page's own browser, with its token. @return the status */
    private static int post(Page page, String path, String fields) {
        Object token = page.evaluate("document.querySelector('[name=form-token]')?.value");
        if (token == null) {
            open(page, "/me");
            token = page.evaluate("document.querySelector('[name=form-token]').value");
        }
        return page.context()
                .request()
                .post(
                        portal.at(path).toString(),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setMaxRedirects(0)
                                .setData(fields + "&form-token=" + token))
                .status();
    }

    @Test
    void noticesStayNewUntilAFormMarksThem() {
        try (BrowserContext author = visitor()) {
            Page page = signIn(author, "Quy Leaves");
            open(page, "/");
            assertThat(page.locator(".tool-news")).containsText("2 new");
            open(page, "/me/notices");
            open(page, "/me/notices");
            assertThat(page.locator(".me-new")).hasCount(2);
            assertThat(page.locator(".own")).containsText("Lan replied to your comment");
            assertThat(page.locator(".own")).containsText("Your comment is published");

            assertThat(page.locator(".own")).containsText("called reply");
            page.getByText("Lan replied to your comment").click();
            page.waitForURL(url -> url.contains("comment=reply"));
            assertThat(page.locator(".tool-news")).containsText("1 new");
            open(page, "/me/notices");
            assertThat(page.locator(".me-new")).hasCount(1);

            page.getByText("Mark all as read").click();

            assertThat(page.locator(".me-new")).hasCount(0);
            assertThat(page.locator(".own li")).hasCount(2);
            assertThat(page.locator(".tool-news")).hasCount(0);
            assertThat(portal.get("/").body()).doesNotContain("tool-news");
            leave(author, page);
        }
    }

    /** In the same test: whoever has left reads no notices. */
    private static void leave(BrowserContext author, Page page) {
        String cookie = cookieOf(author);
        assertThat(portal.get(QUESTION).body()).contains("Quy Leaves");
        open(page, "/me/delete");
        page.fill("#passphrase", "not the passphrase");
        page.click("main button[type=submit]");
        assertThat(page.locator(".wrong-fields a")).hasAttribute("href", "#texts");
        assertThat(page.locator("input#texts[name=texts]")).hasCount(1);
        page.fill("#passphrase", "not the passphrase");
        page.locator("input[value=leave]").check();
        page.click("main button[type=submit]");
        assertThat(page.locator("#passphrase-hint")).containsText("not your present passphrase");
        assertThat(page.locator("input[value=leave]")).isChecked();

        page.fill("#passphrase", PASSPHRASE);
        page.click("main button[type=submit]");

        assertThat(page.locator("h1")).hasText("Your account is deleted");
        assertThat(page.locator(".tools")).containsText("Sign in");
        assertThat(author.cookies()).isEmpty();
        assertThat(portal.get("/me", "Cookie", cookie).statusCode()).isEqualTo(303);
        String thread = portal.get(QUESTION + "?lang=en").body();
        assertThat(thread)
                .contains("called left", "called reply", "Deleted account")
                .doesNotContain("Quy Leaves");
    }

    @Test
    void theFileOfOnesOwnDataIsAnAttachmentThatNobodyKeeps() {
        try (BrowserContext author = visitor()) {
            signIn(author, "Lan");
            HttpResponse<String> file = portal.get("/me/data-json", "Cookie", cookieOf(author));

            assertThat(file.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("private, no-store");
            assertThat(file.body())
                    .contains("\"pseudonym\" : \"Lan\"", "called old", "Too long ago", "nobody had said")
                    .doesNotContain("Quy", "Mai");
        }
        assertThat(portal.get("/me/data-json").statusCode()).isEqualTo(303);
    }

    @Test
    void whatModeratorsDecidedAboutThePersonStandsOnTheirPageAndAboveTheForm() {
        try (BrowserContext author = visitor()) {
            Page page = signIn(author, "Lan");
            for (String path : List.of("/me", QUESTION + "/comments")) {
                open(page, path);
                assertThat(page.locator("section[aria-labelledby=sanctions]"))
                        .containsText("You quoted what nobody had said.");
                assertThat(page.locator("section[aria-labelledby=sanctions]"))
                        .containsText("Until a moderator lifts it.");
            }
        }
    }

    @Test
    void whatWasReportedIsFoundAgainWithItsOutcome() {
        try (BrowserContext author = visitor()) {
            Page page = signIn(author, "Lan");
            open(page, "/me/reports");

            assertThat(page.locator(".own li")).containsText("called left");
            assertThat(page.locator(".own li")).containsText("It speaks of <somebody> here.");
            assertThat(page.locator(".own li .state")).hasText("Waits for a moderator.");
        }
    }

    @Test
    void aWrongPassphraseIsSaidBesideItsFieldAndARightOneSignsOutEverywhere() {
        try (BrowserContext one = visitor();
                BrowserContext two = visitor()) {
            Page page = signIn(one, "Changes Words");
            Page other = signIn(two, "Changes Words");
            open(page, "/me/account");
            assertThat(page.locator("section:has(#me-signed-in)")).containsText("2 browsers are signed in");
            page.fill("#present", "not the present one");
            page.fill("#new-passphrase", "other words for this time");
            page.click("button[value=passphrase]");
            assertThat(page.locator("#present-hint .error")).containsText("not your present passphrase");
            page.fill("#present", PASSPHRASE);
            page.fill("#new-passphrase", "short");
            page.click("button[value=passphrase]");
            assertThat(page.locator("#new-passphrase-hint .error")).containsText("At least 12");
            assertThat(page.locator("[role=alert]")).hasCount(1);

            page.fill("#present", PASSPHRASE);
            page.fill("#new-passphrase", "other words for this time");
            page.click("button[value=passphrase]");
            page.waitForURL(url -> url.contains("/sign-in"));
            open(other, "/me");
            assertThat(other.locator("#passphrase")).isVisible();
        }
    }

    @Test
    void theOnlyAdministratorIsToldWhatToDoFirst() {
        try (BrowserContext moderator = visitor()) {
            Page page = signIn(moderator, "Mai");
            open(page, "/me/delete");
            page.locator("input[value=erase]").check();
            page.fill("#passphrase", PASSPHRASE);
            page.click("main button[type=submit]");

            assertThat(page.locator("[role=alert]")).containsText("You are the only administrator");
            open(page, "/me");
            assertThat(page.locator("h1")).hasText("Mai");
        }
    }

    @Test
    void theAddressIsKeptAndForgotten() {
        try (BrowserContext author = visitor()) {
            Page page = signIn(author, "Nobody Yet");
            open(page, "/me/account");
            page.fill("#email", "no address");
            page.fill("#passphrase", PASSPHRASE);
            page.evaluate("document.querySelector('#email').form.noValidate = true");
            page.click("button[value=email]");
            assertThat(page.locator("#email-hint")).containsText("does not look like");
            assertThat(page.locator("[role=alert]")).hasCount(1);

            page.fill("#email", "nobody@lakeside.example");
            page.fill("#passphrase", PASSPHRASE);
            page.click("button[value=email]");
            assertThat(page.locator("section:has(#me-email)")).containsText("The present one: nobody@lakeside.example");
            page.fill("#email", "");
            page.fill("#passphrase", PASSPHRASE);
            page.click("button[value=email]");
            assertThat(page.locator("section:has(#me-email)")).containsText("You have given none.");
        }
    }

    @Test
    void everybodyCanUseThesePages() {
        List<String> faults = new ArrayList<>();
        for (String who : List.of("Lan", "Nobody Yet")) {
            try (BrowserContext author = visitor()) {
                Page page = signIn(author, who);
                List<String> paths = new ArrayList<>(
                        List.of("/me", "/me/notices", "/me/reports", "/me/account", "/me/data", "/me/delete"));
                if (who.equals("Lan")) {
                    paths.addAll(List.of("/me/comments/fresh", "/me/comments/old"));
                }
                paths.forEach(path -> faults.addAll(faultsOf(page, path)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faultsOf(Page page, String path) {
        List<String> faults = new ArrayList<>();
        for (String language : List.of("en", "vi")) {
            page.navigate(portal.at(path + "?lang=" + language).toString());
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                for (int width : List.of(WIDE, NARROW)) {
                    page.setViewportSize(width, 900);
                    String look = path + " " + language + " " + scheme + " " + width + ": ";
                    for (Rule rule : new AxeBuilder(page)
                            .setLegacyMode(true)
                            .withTags(WCAG)
                            .analyze()
                            .getViolations()) {
                        faults.add(look + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml());
                    }
                    Object over = page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    if (((Number) over).intValue() > 0) {
                        faults.add(look + over + " px too wide");
                    }
                }
            }
        }
        return faults;
    }
}
