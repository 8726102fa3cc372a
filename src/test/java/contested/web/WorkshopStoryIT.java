package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.SampleDebate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole policy workshop in nine browsers: one facilitator at a desk, one moderator, six participants on phones who act
 * at the same time, and a wall; from its creation to the outcome sheet as PDF. Nothing is done but by pages.
 */
class WorkshopStoryIT {

    private static final int WIDE = 1440;
    private static final int PHONE = 390;

    /** Six people act at once on two cores, beside the portal and its tests. */
    private static final int PATIENCE_MS = 60_000;

    private static final List<String> NAMES =
            List.of("Quiet Heron", "Sleepy Otter", "Tall Crane", "Early Wren", "Mossy Stone", "Calm River");

    private static final String AGREED = "Boxes stay, and the school pays for their locks.";
    private static final String OBJECTION = "Nobody asked those who pay.";

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("workshopstory");
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    /** The desk reads English, the phones Vietnamese: a workshop has no one language. */
    @Test
    void aFacilitatorAModeratorAndSixParticipantsGoFromItsCreationToItsSheet() throws IOException {
        List<BrowserContext> open = new ArrayList<>();
        try {
            Page facilitator = browser(open, WIDE, "en", ColorScheme.LIGHT);
            Page moderator = browser(open, WIDE, "en", ColorScheme.DARK);
            Page wall = browser(open, WIDE, "en", ColorScheme.LIGHT);
            List<Page> six = NAMES.stream()
                    .map(name -> browser(open, PHONE, "vi", ColorScheme.DARK))
                    .toList();

            String workshop = found(facilitator);
            String code = inviteMinhToModerate(facilitator, workshop);
            signIn(wall, "Ha");
            go(wall, workshop + "/projector");
            join(six, code);
            assertThat(wall.locator("main")).containsText("6");

            follow(six, switchTo(facilitator, workshop, "opening-ballot"));
            vote(six, workshop, List.of("yes", "yes", "no", "no", "unsure", "yes"));

            follow(six, switchTo(facilitator, workshop, "discuss"));
            atOnce(six, (page, n) -> {
                go(page, question(workshop) + "/comments");
                page.click("label:has(input[name=position][value=" + (n % 2 == 0 ? "yes" : "no") + "])");
                page.fill("#text", said(n));
            });
            signIn(moderator, "Minh");
            decideByKeys(moderator, workshop);
            go(six.get(0), question(workshop));
            assertThat(six.get(0).textContent("main"))
                    .contains(said(0), said(1), said(2), said(3))
                    .doesNotContain(said(4), said(5))
                    .doesNotContain(NAMES.subList(1, NAMES.size()));
            go(six.get(5), question(workshop));
            assertThat(six.get(5).textContent("main")).contains(said(5), "Say where that stands.");
            AdminIT.assertNoFault(six.get(5));

            follow(six, switchTo(facilitator, workshop, "closing-ballot"));
            vote(six, workshop, List.of("yes", "yes", "yes", "no", "yes", "yes"));
            go(six.get(0), question(workshop));
            assertThat(six.get(0).locator("#swing-title")).hasCount(0);

            follow(six, switchTo(facilitator, workshop, "synthesis"));
            go(six.get(0), question(workshop));
            assertThat(six.get(0).locator("#swing-title")).isVisible();
            assertThat(six.get(0).locator(".swing-flow")).hasCount(0);
            AdminIT.assertNoFault(six.get(0));

            agreeOnASheet(facilitator, six.get(3), workshop);
            assertPdfSays(six.get(1), workshop);

            follow(List.of(six.get(0), six.get(4)), switchTo(facilitator, workshop, "closed"));
            assertPdfSays(six.get(2), workshop);
            assertThat(wall.textContent("main")).doesNotContain(NAMES);
            assertThat(lesson.portal.log()).doesNotContain(said(0)).doesNotContain(NAMES);
        } finally {
            open.forEach(BrowserContext::close);
        }
    }

    private static Page browser(List<BrowserContext> open, int width, String language, ColorScheme scheme) {
        BrowserContext context = Browser.visitor(width, language, scheme);
        open.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    private static void go(Page page, String path) {
        Browser.open(page, lesson.portal.at(path).toString());
    }

    private static String question(String workshop) {
        return workshop + "/questions/" + SampleDebate.PHONES;
    }

    private static String said(int n) {
        return "The boxes by the door: this is what number " + n + " has to say of them.";
    }

    // ---- Before it begins

    private static void signIn(Page page, String name) {
        go(page, "/sign-in");
        DiscussedPortal.fillSignIn(page, name);
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** @return its address */
    private static String found(Page page) {
        signIn(page, "Ha");
        go(page, "/workshops/new");
        page.fill("#title", LessonPortal.TITLE);
        page.selectOption("#question", SampleDebate.PHONES.value());
        page.click(".more-fields summary");
        page.check("input[name=template][value=POLICY_90]");
        page.press("#title", "Enter");
        page.waitForURL(url -> url.matches(".*/workshops/[a-z0-9]{6,}.*") && !url.endsWith("/new"));
        AdminIT.assertNoFault(page);
        return page.url().replaceFirst(".*(/workshops/[a-z0-9]+).*", "$1");
    }

    /** @return the code by which people join */
    private static String inviteMinhToModerate(Page page, String workshop) {
        go(page, workshop + "/people");
        page.fill("#invited", "Minh");
        page.click("button[value=invite]");
        page.waitForSelector("#did");
        page.locator(".person-acts summary").click();
        page.click("button[name=role][value=MODERATOR]");
        page.waitForSelector("#did");
        AdminIT.assertNoFault(page);
        return lesson.code(workshop.replaceFirst(".*/", ""));
    }

    private static void join(List<Page> six, String code) {
        atOnce(six, (page, n) -> {
            go(page, "/join/" + code);
            page.fill("#pseudonym", NAMES.get(n));
        });
        for (Page page : six) {
            assertThat(page.url()).contains("/questions/");
        }
        AdminIT.assertNoFault(six.get(0));
    }

    // ---- Together

    /** Each makes a form ready; then all are sent without waiting for one another, and all answers are waited for. */
    private static void atOnce(List<Page> six, BiConsumer<Page, Integer> ready) {
        for (int n = 0; n < six.size(); n++) {
            ready.accept(six.get(n), n);
        }
        for (Page page : six) {
            page.evaluate(
                    """
                () => {
                  window.sent = true;
                  const field = document.querySelector('#pseudonym, #text, input[name=confidence]');
                  const button = field.form.querySelector('button[type=submit]:not([value=preview])');
                  setTimeout(() => field.form.requestSubmit(button), 0);
                }
                """);
        }
        for (Page page : six) {
            page.waitForFunction("window.sent === undefined && document.readyState === 'complete'");
            assertThat(page.locator(".error-summary, .field-error")).hasCount(0);
        }
    }

    private static void vote(List<Page> six, String workshop, List<String> positions) {
        atOnce(six, (page, n) -> {
            go(page, question(workshop));
            page.click("label:has(input[name=position][value=" + positions.get(n) + "])");
            page.check("input[name=confidence][value='" + (1 + n % 5) + "']");
        });
        for (Page page : six) {
            assertThat(page.locator("#did")).isVisible();
        }
        AdminIT.assertNoFault(six.get(0));
    }

    /** As a facilitator does it: asks what it means, reads it, and does it. @return the number of the phase */
    private static Object switchTo(Page page, String workshop, String phase) {
        go(page, workshop + "?to=" + phase);
        assertThat(page.locator("#switch .means")).isVisible();
        page.click("#switch button[type=submit]");
        page.waitForSelector("#did");
        AdminIT.assertNoFault(page);
        return page.evaluate(STEP);
    }

    /** The number of the present phase on that page. */
    private static final String STEP =
            "() => [...document.querySelectorAll('.phases li')].findIndex(l => l.matches('[aria-current=step]'))";

    /** Each page is told, without anybody loading it. */
    private static void follow(List<Page> pages, Object phase) {
        for (Page page : pages) {
            page.waitForFunction("step => (" + STEP + ")() === step", phase);
        }
    }

    // ---- What is read first

    /** Four are published, one is declined and one sent back, with nothing but keys and the fields of their rows. */
    private static void decideByKeys(Page page, String workshop) {
        go(page, workshop);
        assertThat(page.locator(".shop-queue > li")).hasCount(NAMES.size());
        for (int n = 0; n < NAMES.size(); n++) {
            // After five the rest is folded, and whoever wrote last is in it.
            if (page.locator(".shop-more:not([open])").count() > 0) {
                page.locator(".shop-more summary").press("Enter");
            }
            String row = ".shop-queue > li:has-text('" + said(n) + "')";
            if (n >= 4) {
                page.selectOption(row + " select[name=rule]", "ground");
                page.fill(row + " input[name=words]", "Say where that stands.");
            }
            page.locator(row + " button[value=" + (n < 4 ? "PUBLISH" : n == 4 ? "DECLINE" : "SEND_BACK") + "]")
                    .press("Enter");
            assertThat(page.locator(".shop-queue > li")).hasCount(NAMES.size() - n - 1);
        }
        AdminIT.assertNoFault(page);
    }

    // ---- What it leaves

    private static void agreeOnASheet(Page facilitator, Page participant, String workshop) {
        go(facilitator, workshop + "/outcome");
        facilitator.click("button[value=propose]");
        facilitator.waitForSelector("#did");
        facilitator.click("details:has(#add-" + SampleDebate.PHONES + ") > summary");
        facilitator.fill("#add-" + SampleDebate.PHONES, AGREED);
        facilitator.click("button[value=add]");
        facilitator.waitForSelector("#did");
        AdminIT.assertNoFault(facilitator);

        go(participant, workshop + "/outcome");
        String line = ".outcome-lines > li:has-text('" + AGREED + "')";
        participant.click(line + " summary");
        participant.fill(line + " textarea", OBJECTION);
        participant.click(line + " button[value=object]");
        participant.waitForSelector("#did");

        facilitator.reload();
        assertThat(facilitator.locator(".outcome-reasons")).hasText(OBJECTION);
        facilitator.click("button[value=confirm]");
        facilitator.waitForSelector("#did");
        AdminIT.assertNoFault(facilitator);
    }

    private static void assertPdfSays(Page page, String workshop) throws IOException {
        go(page, workshop + "/outcome");
        Download download = page.waitForDownload(() -> page.click("a[href*='/outcome-pdf']"));
        try (PDDocument pdf = Loader.loadPDF(download.path().toFile())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(LessonPortal.TITLE, AGREED, OBJECTION)
                    .doesNotContain(NAMES);
        }
    }
}
