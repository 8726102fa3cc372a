package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.Folders;
import contested.support.Portal;
import contested.support.SignedIn;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration as whoever evaluates the portal meets it: loaded by a setting, told once, labelled everywhere. */
class DemonstrationIT {

    private static final String LABEL = "Demonstration – made-up people";
    private static final String LABEL_VI = "Minh hoạ – nhân vật không có thật";
    private static final Pattern PHRASE = Pattern.compile("come back as the (\\w+) \\([^)]+\\): ([a-z ]+)");
    private static final Pattern CODE = Pattern.compile("with the code ([A-Za-z0-9 ]+)");
    private static final int WIDE = 1440;
    private static final int PHONE = 390;

    private static Portal portal;
    private static String said;

    @BeforeAll
    static void start() throws InterruptedException {
        portal = Portal.start(
                "demonstration", Folders.project().resolve("seeds"), Map.of("CONTESTED_DEMONSTRATION", "yes"));
        for (int i = 0; i < 600 && !portal.log().contains("phrases go under"); i++) {
            Thread.sleep(100);
        }
        said = portal.log();
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    private static List<String> all(Pattern pattern, int group) {
        return pattern.matcher(said).results().map(m -> m.group(group).strip()).toList();
    }

    /** Whoever comes in by the phrase that was told as that one. */
    private static HttpResponse<String> comeBack(int number) {
        String phrase = all(PHRASE, 2).get(number);
        HttpResponse<String> answer = portal.send(portal.request("/join")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", portal.address())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "do=return&phrase=" + URLEncoder.encode(phrase, StandardCharsets.UTF_8))));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    private static SignedIn as(HttpResponse<String> in) {
        return SignedIn.with(portal, LessonPortal.cookies(in));
    }

    private static String shop(HttpResponse<String> in) {
        return in.headers().firstValue("Location").orElseThrow().replaceFirst("(/workshops/[a-z0-9]+).*", "$1");
    }

    private static List<String> pages(HttpResponse<String> in) {
        String shop = shop(in);
        List<String> pages =
                new ArrayList<>(List.of("/workshops", shop, shop + "/settings", shop + "/people", shop + "/projector"));
        Matcher questions = Pattern.compile("href=\"(" + shop + "/questions/[a-z-]+)")
                .matcher(as(in).get(shop).body());
        while (questions.find()) {
            pages.add(questions.group(1));
            pages.add(questions.group(1) + "/comments");
        }
        return pages;
    }

    @Test
    void eachOfItsPagesAndListsSaysThatItsPeopleAreMadeUp() {
        assertThat(all(PHRASE, 1))
                .containsExactly("facilitator", "moderator", "participant", "facilitator", "moderator", "participant");
        for (int leader : List.of(0, 3)) {
            HttpResponse<String> in = comeBack(leader);
            List<String> pages = pages(in);
            if (leader == 3) {
                pages.add(shop(in) + "/outcome");
                assertThat(as(in).get(shop(in) + "/outcome-md").body()).contains("Demonstration / Minh hoạ");
            }
            assertThat(pages).hasSizeGreaterThan(6);
            for (String page : pages) {
                assertThat(as(in).get(page).body()).as(page).contains(LABEL);
                assertThat(as(in).get(page + "?lang=vi").body()).as(page).contains(LABEL_VI);
            }
        }
        for (String code : all(CODE, 1)) {
            assertThat(portal.get("/join/" + code.replace(" ", "").toLowerCase(java.util.Locale.ROOT))
                            .body())
                    .contains(LABEL);
        }
    }

    @Test
    void nobodyElseSeesAnythingOfItAndWithoutTheSettingThereIsNone() {
        for (String page : List.of("/", "/questions", "/questions/platform-duties", "/join")) {
            assertThat(portal.get(page).body()).as(page).doesNotContain(LABEL);
        }
        assertThat(Portal.sample().log()).contains("ready").doesNotContain("made up");
    }

    @Test
    void whatWasToldIsWrittenNowhereAndASecondStartTellsAndAddsNothing() throws IOException {
        HttpResponse<String> before = comeBack(0);
        portal.kill();
        for (String secret : Stream.concat(
                        all(PHRASE, 2).stream(), all(PHRASE, 2).stream().map(p -> p.replace(" ", "")))
                .toList()) {
            try (Stream<Path> files = Files.walk(portal.data())) {
                files.filter(Files::isRegularFile)
                        .filter(f -> !f.endsWith("console.log"))
                        .forEach(f -> assertThat(bytes(f)).as(f.toString()).doesNotContain(secret));
            }
        }
        portal.startAgain();
        assertThat(portal.log()).doesNotContain("come back as");
        String board = as(before).get(shop(before)).body();
        assertThat(board).contains("12 comments wait for you");
        assertThat(as(before).get("/workshops").body().split("shop-name", -1)).hasSize(2);
    }

    /** Last, on a portal of its own: the others look at what is removed here. */
    @Test
    void anAdministratorRemovesItInTheBrowserWithOneButtonAndItStaysAway() throws InterruptedException {
        Portal own = Portal.start(
                "demonstration-removed", Folders.project().resolve("seeds"), Map.of("CONTESTED_DEMONSTRATION", "yes"));
        try (BrowserContext context = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            for (int i = 0; i < 600 && !own.log().contains("phrases go under"); i++) {
                Thread.sleep(100);
            }
            enter(own, context);
            Page page = context.newPage();
            Browser.open(page, own.at("/admin").toString());
            com.microsoft.playwright.Locator part = page.locator("section[aria-labelledby=admin-demonstration]");
            part.locator("button").click();
            assertThat(part.locator("#sure-hint .error").textContent()).isEqualTo("Say first that you know what goes.");
            assertThat(part.textContent()).contains("2 workshops");
            part.locator("#sure").check();
            part.locator("button").click();
            assertThat(page.locator("#did").textContent()).contains("The demonstration is removed");
            assertThat(part.count()).isZero();
            Browser.open(page, own.at("/moderation/log").toString());
            assertThat(page.locator("main").textContent()).contains("a workshop of the demonstration");
            own.kill();
            own.startAgain();
            assertThat(own.log()).doesNotContain("come back as");
            Browser.open(page, own.at("/admin").toString());
            assertThat(part.count()).isZero();
        } finally {
            own.stop();
        }
    }

    /** As the administrator whom the link of the first start makes. */
    private static void enter(Portal own, BrowserContext context) {
        Matcher link = Pattern.compile("/setup\\?key=[0-9a-f]+").matcher(own.log());
        assertThat(link.find()).isTrue();
        HttpResponse<String> in = own.send(own.request(link.group())
                .header("Origin", own.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "pseudonym=Mai&passphrase=quiet+rivers+carry+stones")));
        assertThat(in.statusCode()).isEqualTo(303);
        bring(context, own, in);
    }

    private static void bring(BrowserContext context, Portal to, HttpResponse<String> in) {
        for (String cookie : LessonPortal.cookies(in).split("; ")) {
            String[] parts = cookie.split("=", 2);
            context.addCookies(
                    List.of(new com.microsoft.playwright.options.Cookie(parts[0], parts[1]).setUrl(to.address())));
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** With {@code -Dcontested.pictures=FOLDER} what is looked at by eye lies there. */
    @Test
    void itsPagesWorkAtEveryWidth() {
        for (int leader : List.of(0, 3)) {
            HttpResponse<String> in = comeBack(leader);
            List<String> pages = pages(in);
            if (leader == 3) {
                pages.add(shop(in) + "/outcome");
            }
            look(in, pages, WIDE, ColorScheme.LIGHT, "en");
            look(in, pages, PHONE, ColorScheme.DARK, "vi");
        }
    }

    private static void look(HttpResponse<String> in, List<String> pages, int width, ColorScheme scheme, String lang) {
        try (BrowserContext context = Browser.visitor(width, lang, scheme)) {
            bring(context, portal, in);
            Page page = context.newPage();
            for (String path : pages) {
                Browser.open(page, portal.at(path).toString());
                assertThat(page.locator(".made-up, .made-up-tag").first().isVisible())
                        .as(path)
                        .isTrue();
                AdminIT.assertNoFault(page);
                page.setViewportSize(width, 900);
                picture(page, path + "-" + width + "-" + scheme);
            }
        }
    }

    private static void picture(Page page, String name) {
        String folder = System.getProperty("contested.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name.replaceFirst("^/", "").replace('/', '_') + ".png")));
        }
    }
}
