package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.support.Browser;
import contested.support.Database;
import contested.support.Folders;
import contested.support.Portal;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The administrators' pages: what they change, for whom, and who never learns that they exist. */
class AdminIT {

    private static final String PASSPHRASE = "seventeen quiet lanterns";
    private static final String FROZEN = "The lake was frozen";
    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    private static Portal portal;
    private static Path documents;
    private static SignedIn chief;
    private static SignedIn moderator;
    private static SignedIn editor;
    private static SignedIn member;

    @BeforeAll
    static void start() {
        portal = Portal.prepared("admin", AdminIT::fill);
        documents = SampleDebate.documents(Folders.temporary("admin-documents"));
        chief = SignedIn.as(portal, "Mai", PASSPHRASE);
        moderator = SignedIn.as(portal, "Minh", PASSPHRASE);
        editor = SignedIn.as(portal, "Eda", PASSPHRASE);
        member = SignedIn.as(portal, "Lan Phạm", PASSPHRASE);
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    private static void fill(Database database) {
        AccountService accounts = database.get(AccountService.class);
        database.inTransaction(() -> accounts.setUp(new SignUp("Mai", PASSPHRASE, "", null)));
        for (String name : List.of("Minh", "Eda", "Lan Phạm")) {
            database.inTransaction(() -> accounts.signUp(new SignUp(name, PASSPHRASE, "", null)));
        }
        database.doInTransaction(() -> {
            account(database, "Minh").trustAs(SiteRole.MODERATOR);
            account(database, "Eda").trustAs(SiteRole.EDITOR);
        });
    }

    private static Account account(Database database, String name) {
        return database.entityManager()
                .createQuery("select a from Account a where a.pseudonym = :name", Account.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private static byte[] document(contested.shared.Slug source) {
        try {
            return Files.readAllBytes(documents.resolve(source + ".txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> adminPaths() {
        return Stream.of(Route.values())
                .filter(r -> r.section() == Route.ADMIN)
                .map(r -> r.path(""))
                .toList();
    }

    @Test
    void onlyAdministratorsKnowThatThesePagesExist() {
        assertThat(adminPaths()).hasSize(6);
        for (String path : adminPaths()) {
            assertThat(chief.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(portal.get(path).statusCode()).as(path).isEqualTo(303);
            for (SignedIn other : List.of(moderator, editor, member)) {
                assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
                assertThat(other.post(path, Map.of("do", "invite")).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        assertThat(member.get("/").body()).doesNotContain("/admin");
        assertThat(editor.upload("/admin/documents", "document", document(SampleDebate.OFFICE), 0)
                        .statusCode())
                .isEqualTo(404);
    }

    /** The form for the house rules as the page has it, so that a test changes what it is about. */
    private static Map<String, String> rulesForm() {
        String page = chief.get("/admin/house-rules?lang=en").body();
        Map<String, String> fields = new TreeMap<>();
        Matcher texts = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")
                .matcher(page);
        while (texts.find()) {
            fields.put(texts.group(1), texts.group(2).replace("&quot;", "\"").replace("&#39;", "'"));
        }
        Matcher places = Pattern.compile("name=\"(place-[0-9]+)\"[^>]*value=\"([0-9]+)\"")
                .matcher(page);
        while (places.find()) {
            fields.put(places.group(1), places.group(2));
        }
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        fields.put("seen", seen.group(1));
        return fields;
    }

    @Test
    void aNewVersionOfTheHouseRulesIsThereAtOnceAndTheEarlierOneStaysReadable() {
        assertThat(portal.get("/house-rules?lang=en").body())
                .contains("Argue about the position, not about the person")
                .doesNotContain("Be brief");
        Map<String, String> fields = rulesForm();
        String seen = fields.get("seen");
        fields.put("title-en-1", "Be brief");
        fields.put("drop-2", "yes");
        fields.put("place-7", "1");
        fields.put("title-en-8", "A rule of ours, <new>");
        fields.put("title-vi-8", "Điều của chúng tôi");
        for (String part : List.of("why", "allowed", "refused")) {
            fields.put(part + "-en-8", "Because.");
            fields.put(part + "-vi-8", "Vì thế.");
        }

        assertThat(chief.post("/admin/house-rules?lang=en", fields).statusCode())
                .isEqualTo(303);

        String now = portal.get("/house-rules?lang=en").body();
        assertThat(now)
                .contains("Be brief", "A rule of ours, &lt;new&gt;", "id=\"rule-a-rule-of\"")
                .doesNotContain("Say what you rest on", "Argue about the position");
        assertThat(now.indexOf("Leave room")).isLessThan(now.indexOf("Let others"));
        assertThat(portal.get("/house-rules?version=1&lang=en").body())
                .contains("You are reading version 1", "Say what you rest on", "Argue about the position")
                .doesNotContain("Be brief");

        fields.put("why-en-1", "Typed in vain");
        HttpResponse<String> late = chief.post("/admin/house-rules?lang=en", fields);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody wrote version", "Typed in vain");
        assertThat(seen).isNotEqualTo(rulesForm().get("seen"));
    }

    @Test
    void aRuleThatLacksALanguageIsNotTakenAndSaysWhere() {
        Map<String, String> fields = rulesForm();
        fields.put("why-vi-2", " ");
        fields.put("place-3", "x");

        HttpResponse<String> answer = chief.post("/admin/house-rules?lang=en", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"why-vi-2-hint\"", "A rule needs this in both languages.", "A number, such as 3.");
        assertThat(rulesForm().get("seen")).isEqualTo(fields.get("seen"));
    }

    @Test
    void wordsAreAddedTriedAndRemoved() {
        assertThat(chief.post("/admin/words", Map.of("list", "HELD", "words", "thằng ngố\nfool\n\nfool"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(chief.post("/admin/words", Map.of("list", "REFUSED", "words", "spamword"))
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> tried = chief.post(
                "/admin/words?lang=en", Map.of("do", "try", "text", "Đồ thằng ngố, you FOOL, no spamword <b>"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).containsPattern("(?s)would be refused for:.*spamword");
        assertThat(tried.body()).containsPattern("(?s)look first, for:.*fool.*thằng ngố");
        assertThat(tried.body()).contains("&lt;b&gt;");
        assertThat(chief.post("/admin/words?lang=en", Map.of("do", "try", "text", "A kind word"))
                        .body())
                .contains("Neither list has a word of it");

        assertThat(chief.post("/admin/words", Map.of("list", "HELD", "remove", "fool"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(chief.post("/admin/words?lang=en", Map.of("do", "try", "text", "you fool"))
                        .body())
                .contains("Neither list");
        HttpResponse<String> unfit = chief.post("/admin/words?lang=en", Map.of("list", "HELD", "words", "...\nkept"));
        assertThat(unfit.statusCode()).isEqualTo(422);
        assertThat(unfit.body()).contains("...\nkept");
    }

    @Test
    void aFullTextIsForThoseWhomTheAdministratorChoseAndNoKeptPageTellsIt() {
        String reader = "/sources/" + SampleDebate.GAZETTE;
        assertThat(portal.get(reader).body()).doesNotContain(FROZEN);

        HttpResponse<String> installed =
                chief.upload("/admin/documents?lang=en", "document", document(SampleDebate.GAZETTE), 0);

        assertThat(installed.statusCode()).isEqualTo(303);
        assertThat(chief.get(installed
                                .headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceFirst("#.*", ""))
                        .body())
                .contains("the text is installed", "4 of 4");
        assertThat(portal.get(reader).body()).contains("breaks at Lakeside").doesNotContain(FROZEN);
        assertReads("EVERYONE", true, true, true);
        assertReads("MEMBERS", false, true, true);
        assertReads("EDITORS", false, false, true);
        assertReads("PASSAGES", false, false, false);
        assertReads("MEMBERS", false, true, true);
        assertReads("", false, false, false);
        assertThat(chief.post("/admin/documents", Map.of("do", "open", "source", "gazette", "readers", "NOBODY_KNOWN"))
                        .statusCode())
                .isEqualTo(422);
    }

    /** Asked by each of them in turn, the visitor twice and last, so that a page made for another would show. */
    private static void assertReads(String readers, boolean visitor, boolean members, boolean editors) {
        assertThat(chief.post("/admin/documents", Map.of("do", "open", "source", "gazette", "readers", readers))
                        .statusCode())
                .isEqualTo(303);
        String reader = "/sources/" + SampleDebate.GAZETTE;
        for (int i = 0; i < 2; i++) {
            assertThat(portal.get(reader).body().contains(FROZEN)).as(readers).isEqualTo(visitor);
            assertThat(member.get(reader).body().contains(FROZEN)).as(readers).isEqualTo(members);
            assertThat(editor.get(reader).body().contains(FROZEN)).as(readers).isEqualTo(editors);
            assertThat(portal.get(reader).body().contains(FROZEN)).as(readers).isEqualTo(visitor);
        }
        assertThat(member.get(reader).headers().firstValue("Cache-Control")).hasValue("private, no-store");
    }

    @Test
    void aDocumentCanBePastedAndWhatIsNoneIsSaid() {
        String text = new String(document(SampleDebate.COUNCIL), StandardCharsets.UTF_8);
        assertThat(chief.post("/admin/documents", Map.of("do", "install", "pasted", text))
                        .statusCode())
                .isEqualTo(303);
        assertThat(chief.get("/admin/documents?lang=en").body()).contains("3 of 3");

        assertRefused(chief.post("/admin/documents?lang=en", Map.of("do", "install")), "Choose a file or paste");
        assertRefused(
                chief.post("/admin/documents?lang=en", Map.of("do", "install", "pasted", "A text about nothing.")),
                "the paragraphs of no source");
        assertRefused(upload("%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8), 0), "This is a PDF");
        assertRefused(upload("caf\u00e9 au lait".getBytes(StandardCharsets.ISO_8859_1), 0), "not UTF-8");
        assertRefused(upload(new byte[] {0, 1, 2, 0, 0, 0, 9}, 0), "This is no text");
        assertRefused(upload(" ".getBytes(StandardCharsets.UTF_8), 0), "There is no text in it");
        assertRefused(upload(document(SampleDebate.OFFICE), 9), "did not arrive whole");
        assertRefused(upload(document(SampleDebate.OFFICE), 60), "did not arrive whole");
        assertRefused(upload("a b c\n".repeat(900_000).getBytes(StandardCharsets.UTF_8), 0), "larger than 5 MB");
    }

    /** As the page itself sends it: in parts, with no file chosen. */
    @Test
    void whatIsPastedArrivesWithTheFormThatTakesFilesToo() {
        String text = new String(document(SampleDebate.OFFICE), StandardCharsets.UTF_8);
        HttpResponse<String> installed =
                chief.postWithoutFile("/admin/documents?lang=en", Map.of("do", "install", "pasted", text), "document");
        assertThat(installed.statusCode()).isEqualTo(303);
        assertThat(installed.headers().firstValue("Location").orElseThrow())
                .contains("did=installed", "source=" + SampleDebate.OFFICE);

        HttpResponse<String> unknown = chief.postWithoutFile(
                "/admin/documents?lang=en",
                Map.of("do", "install", "pasted", "Một văn bản không thuộc nguồn nào."),
                "document");
        assertRefused(unknown, "the paragraphs of no source");
        assertThat(unknown.body()).contains("Một văn bản không thuộc nguồn nào.");
        assertRefused(
                chief.postWithoutFile("/admin/documents?lang=en", Map.of("do", "install"), "document"),
                "Choose a file or paste");
    }

    private static HttpResponse<String> upload(byte[] file, int cut) {
        return chief.upload("/admin/documents?lang=en", "document", file, cut);
    }

    private static void assertRefused(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).as(message).isEqualTo(422);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void anInvitationIsShownOnceWorksOnceAndCanBeRevoked() {
        String link = invite();
        assertThat(chief.get("/admin/invitations?lang=en").body())
                .doesNotContain(link.replaceFirst(".*invitation=", ""))
                .contains("Can be used until");
        assertThat(chief.post("/admin/invitations", Map.of("do", "mode", "mode", "INVITED"))
                        .statusCode())
                .isEqualTo(303);
        try {
            assertThat(portal.get(link).body()).contains("name=\"pseudonym\"");
            revoke();
            assertThat(portal.get(link).body()).doesNotContain("name=\"pseudonym\"");
        } finally {
            chief.post("/admin/invitations", Map.of("do", "mode", "mode", "OPEN"));
        }
    }

    /** @return the path of the link */
    @Test
    void administratorsDecideWhoFoundsWorkshops() {
        Map<String, String> fewer = Map.of("founders", "ENTRUSTED");
        assertThat(member.get("/workshops/new").statusCode()).isEqualTo(200);
        assertThat(chief.post("/admin?lang=en", Map.of("founders", "NOBODY")).statusCode())
                .isEqualTo(422);

        assertThat(chief.post("/admin", fewer).statusCode()).isEqualTo(303);
        try {
            assertThat(chief.get("/admin?lang=en&did=founders").body())
                    .contains("value=\"ENTRUSTED\" checked", "It holds from now on.");
            assertThat(member.get("/workshops/new").statusCode()).isEqualTo(404);
            assertThat(member.get("/workshops?lang=en").body())
                    .contains("not every member founds workshops")
                    .doesNotContain("/workshops/new");
            assertThat(chief.get("/workshops/new").statusCode()).isEqualTo(200);
            assertThat(chief.get("/workshops").body()).contains("/workshops/new");
        } finally {
            chief.post("/admin", Map.of("founders", "MEMBERS"));
        }
        assertThat(member.get("/workshops/new").statusCode()).isEqualTo(200);
    }

    private static String invite() {
        HttpResponse<String> made = chief.post("/admin/invitations?lang=en", Map.of("do", "invite"));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        Matcher link = Pattern.compile("<pre[^>]*>" + Pattern.quote(portal.address()) + "([^<]+)</pre>")
                .matcher(made.body());
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static void revoke() {
        Matcher open = Pattern.compile("name=\"invitation\" value=\"([0-9]+)\"")
                .matcher(chief.get("/admin/invitations").body());
        assertThat(open.find()).isTrue();
        Map<String, String> fields = Map.of("do", "revoke", "invitation", open.group(1));
        assertThat(chief.post("/admin/invitations", fields).statusCode()).isEqualTo(303);
        assertThat(chief.post("/admin/invitations", fields).statusCode()).isEqualTo(422);
    }

    @Test
    void peopleAreFoundByHowTheirPseudonymBeginsAndGetRoles() {
        String found = chief.get("/admin/accounts?name=lan%20ph&lang=en").body();
        assertThat(found).contains("Lan Phạm").doesNotContain("<h3>Minh");
        assertThat(chief.get("/admin/accounts?name=nobody%25&lang=en").body()).contains("No pseudonym begins with");
        String lan = accountOf(found);

        HttpResponse<String> given = chief.post("/admin/accounts?lang=en", Map.of("account", lan, "give", "MODERATOR"));
        assertThat(chief.get(given.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Lan Phạm has this role from now on: Moderator.");
        assertThat(member.get("/moderation").statusCode()).isEqualTo(200);
        chief.post("/admin/accounts", Map.of("account", lan, "take", "MODERATOR"));
        assertThat(member.get("/moderation").statusCode()).isEqualTo(404);
    }

    @Test
    void theLastAdministratorStaysAndWhoTakesTheOwnRoleIsAskedFirst() {
        String own = accountOf(chief.get("/admin/accounts?name=Mai").body());

        assertRefused(
                chief.post("/admin/accounts?lang=en", Map.of("account", own, "take", "ADMINISTRATOR")),
                "This is your own account");
        assertRefused(
                chief.post(
                        "/admin/accounts?lang=en", Map.of("account", own, "take", "ADMINISTRATOR", "confirmed", "yes")),
                "Somebody must remain an administrator");
        assertThat(chief.get("/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewAdministratorIsAskedAboutTwiceAndEachChangeIsSaidWithTheFocus() {
        String eda = accountOf(chief.get("/admin/accounts?name=Eda").body());
        try (BrowserContext context = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(context);
            page.navigate(portal.at("/admin/accounts?name=eda&lang=en").toString());
            page.click("button[name=give][value=ADMINISTRATOR]");

            assertThat(focusedRole(page)).isEqualTo("alert");
            assertThat(page.textContent("[role=alert]")).contains("Administrators can do everything here");
            assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#account-" + eda);
            assertThat(page.locator("li#account-" + eda).count()).isEqualTo(1);
            assertThat(editor.get("/admin").statusCode()).isEqualTo(404);

            page.click("text=Make Eda an administrator");
            assertThat(page.textContent("[role=status].notice"))
                    .contains("Eda has this role from now on: Administrator");
            assertThat(focusedRole(page)).isEqualTo("status");
            assertThat(page.inputValue("#name")).isEqualTo("eda");
            assertThat(editor.get("/admin").statusCode()).isEqualTo(200);

            page.click("button[name=take][value=ADMINISTRATOR]");
            assertThat(page.textContent("[role=status].notice")).contains("Eda no longer has this role: Administrator");
            assertThat(focusedRole(page)).isEqualTo("status");
            assertThat(editor.get("/admin").statusCode()).isEqualTo(404);
            assertNoFault(page);
        }
    }

    private static Object focusedRole(Page page) {
        return page.evaluate("document.activeElement.getAttribute('role')");
    }

    @Test
    void whoGivesUpTheOwnRoleIsToldSoOnTheirOwnPage() {
        String eda = accountOf(chief.get("/admin/accounts?name=Eda").body());
        Map<String, String> give = Map.of("account", eda, "give", "ADMINISTRATOR", "confirmed", "yes");
        assertThat(chief.post("/admin/accounts", give).statusCode()).isEqualTo(303);

        Map<String, String> take = Map.of("account", eda, "take", "ADMINISTRATOR", "confirmed", "yes");
        HttpResponse<String> left = editor.post("/admin/accounts?lang=en", take);

        String there = left.headers().firstValue("Location").orElseThrow();
        assertThat(editor.get(there).body()).contains("You are no longer an administrator.");
        assertThat(editor.get("/me?lang=en&did=anything").body()).doesNotContain("no longer an administrator");
        assertThat(editor.get("/admin").statusCode()).isEqualTo(404);
    }

    @Test
    void theModeThatIsMissingIsLedTo() {
        HttpResponse<String> answer = chief.post("/admin/invitations?lang=en", Map.of("do", "mode"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#mode\"")
                .containsPattern("<input[^>]* id=\"mode\"")
                .doesNotContain("id=\"\"");
    }

    @Test
    void onPhonesTheLinksOfStaffHaveARowOfTheirOwn() {
        try (BrowserContext context = Browser.visitor(390, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(context);
            for (int width : List.of(390, NARROW)) {
                page.setViewportSize(width, 800);
                for (String language : List.of("en", "vi")) {
                    page.navigate(portal.at("/?lang=" + language).toString());
                    assertThat(rows(page, ".nav:not(.nav-staff) a")).hasSize(1);
                    assertThat(rows(page, ".nav-staff a"))
                            .hasSize(1)
                            .doesNotContainAnyElementsOf(rows(page, ".nav:not(.nav-staff) a"));
                    assertThat(
                                    page.evaluate(
                                            "(b => (t => t.top < b.bottom && b.top < t.bottom)(document.querySelector('.tools').getBoundingClientRect()))(document.querySelector('.brand').getBoundingClientRect())"))
                            .as(width + " " + language)
                            .isEqualTo(true);
                }
            }
            page.setViewportSize(WIDE, 800);
            assertThat(rows(page, ".nav a")).hasSize(1);
        }
    }

    /** At which heights those of these stand that are shown. */
    private static List<Object> rows(Page page, String all) {
        return new ArrayList<>((List<?>) page.evaluate(
                "all => [...new Set([...document.querySelectorAll(all)].filter(e => e.getClientRects().length).map(e => Math.round(e.getBoundingClientRect().top)))]",
                all));
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(portal.at("/sign-in?lang=en").toString());
        page.fill("#pseudonym", "Mai");
        page.fill("#passphrase", PASSPHRASE);
        page.press("#passphrase", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static String accountOf(String page) {
        Matcher id = Pattern.compile("name=\"account\" value=\"([0-9]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void everybodyCanUseThesePages() {
        try (BrowserContext context = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(context);
            for (String path : adminPaths()) {
                for (String language : List.of("en", "vi")) {
                    page.navigate(portal.at(path + "?lang=" + language).toString());
                    assertNoFault(page);
                }
            }
        }
    }

    static void assertNoFault(Page page) {
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, 900);
            assertThat(new AxeBuilder(page)
                            .setLegacyMode(true).analyze().getViolations().stream()
                                    .map(v -> v.getId() + " "
                                            + v.getNodes().get(0).getHtml())
                                    .toList())
                    .as(page.url() + " " + width)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(page.url() + " " + width)
                    .isEqualTo(0);
        }
    }
}
