package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import contested.support.Browser;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people meet: pages in a real browser, by eye, by keyboard, by ear. With {@code -Dcontested.pages=all} every page is
 * looked at, else each kind with its fullest and its emptiest content.
 */
class BrowserIT {

    private static final int WIDE = 1280;

    /** WCAG 2.2, 1.4.10: nobody scrolls in two directions at this width. */
    private static final int NARROW = 320;

    private static final int HEIGHT = 900;

    /** Source: issue 2, first visit and later pages over the wire. */
    private static final int FIRST_REQUESTS = 12;

    private static final long FIRST_BYTES = 200_000;
    private static final long LATER_BYTES = 40_000;

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    static Stream<Arguments> pages() {
        List<Arguments> all = new ArrayList<>();
        Set<Portal> portals = new LinkedHashSet<>(List.of(Portal.shipped()));
        portals.add(Portal.sample());
        portals.add(Portal.empty());
        for (Portal portal : portals) {
            Stream.concat(Pages.chosenOf(portal).stream(), Stream.of(Pages.NOWHERE))
                    .forEach(path -> all.add(Arguments.of(portal, path)));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pages")
    void everybodyCanUseIt(Portal portal, String path) {
        List<String> faults = new ArrayList<>();
        // One page for all looks: a browser's new context costs more than the rules themselves. Of language, scheme and
        // width each pair comes together once; all three at a time would cost twice as long and find what these find.
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            for (String language : List.of("en", "vi")) {
                page.navigate(portal.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                        .toString());
                for (int width : List.of(WIDE, NARROW)) {
                    ColorScheme scheme =
                            language.equals("en") == (width == WIDE) ? ColorScheme.LIGHT : ColorScheme.DARK;
                    // Without motion no colour is on its way from the one scheme to the other when the rules look.
                    page.emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE));
                    page.setViewportSize(width, HEIGHT);
                    faults.addAll(faultsOf(page, language + " " + scheme + " " + width));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faultsOf(Page page, String look) {
        List<String> faults = new ArrayList<>();
        // Without frames on the page, the rules may finish in it; else each run opens a page of its own.
        for (Rule rule : new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(WCAG)
                .analyze()
                .getViolations()) {
            faults.add(look + ": " + rule.getId() + " " + rule.getNodes().get(0).getHtml());
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) over).intValue() > 0) {
            faults.add(look + ": " + over + " px too wide");
        }
        return faults;
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pages")
    void itAsksNoOtherHostAndSetsNothing(Portal portal, String path) {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            List<String> asked = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            page.onRequest(r -> asked.add(r.url()));
            page.onConsoleMessage(m -> complaints.add(m.text()));
            page.onPageError(complaints::add);
            page.navigate(portal.at(path).toString());

            assertThat(asked)
                    .isNotEmpty()
                    .allMatch(url -> url.startsWith(portal.address() + "/") || url.startsWith("data:"));
            // The browser itself says that an error page is one.
            complaints.removeIf(c -> c.contains("404"));
            assertThat(complaints).isEmpty();
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pages")
    void itReadsTheSameWithoutScript(Portal portal, String path) {
        try (BrowserContext with = Browser.visitor(WIDE, "en", ColorScheme.LIGHT);
                BrowserContext without = Browser.visitorWithoutScript(WIDE)) {
            Page scripted = with.newPage();
            scripted.navigate(portal.at(path).toString());
            Page plain = without.newPage();
            plain.navigate(portal.at(path).toString());

            // What only script can do, such as copying and printing, is offered only with script.
            scripted.evaluate("document.querySelectorAll('.js-only').forEach(e => e.remove())");
            assertThat(plain.locator("main").innerText())
                    .isNotBlank()
                    .isEqualToNormalizingWhitespace(scripted.locator("main").innerText());
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pages")
    void theFirstTabLeadsPastTheNavigation(Portal portal, String path) {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, portal.at(path));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#main");
            assertThat(page.locator("a[href='#main']").boundingBox().y).isNotNegative();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            Object inMain = page.evaluate("!document.querySelector('header').contains(document.activeElement)");
            assertThat(inMain).isEqualTo(true);
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pages")
    void everyLinkAndButtonThatIsSeenTakesTheFocus(Portal portal, String path) {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, portal.at(path));

            // What has no box of its own is seen by its content, and takes no focus.
            Object deaf = page.evaluate(
                    """
                    () => [...document.querySelectorAll('a[href], button')]
                      .filter(e => [e, ...e.querySelectorAll('*')].some(part => part.checkVisibility()))
                      .filter(e => { e.focus(); return document.activeElement !== e; })
                      .map(e => e.outerHTML)""");
            assertThat((List<?>) deaf).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question 2, School office: 1 passage supports Yes",
                "Question 1, School office: 1 passage gives context",
            })
    void aCellOfTheMatrixSaysWhatTheEyeSees(String name) {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/"));

            assertThat(page.getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions().setName(name).setExact(true))
                            .count())
                    .isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void theMatrixCanBeSkipped() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/"));

            Object skips = page.evaluate(
                    """
                    () => {
                      const matrix = document.querySelector('main table');
                      return [...document.querySelectorAll('main a[href^="#"]')].some(a => {
                        const target = document.getElementById(a.getAttribute('href').slice(1));
                        return target
                          && a.compareDocumentPosition(matrix) & Node.DOCUMENT_POSITION_FOLLOWING
                          && matrix.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
                      });
                    }""");
            assertThat(skips).isEqualTo(true);
        }
    }

    @Test
    void aPassageSaysItsRelationAndWhoSpeaks() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/questions/" + SampleDebate.PHONES));

            assertThat(page.getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions()
                                            .setName("Qualifies Yes: The Lakeside Gazette, paragraph 1;"
                                                    + " voice: the authors: “rings for nobody”")
                                            .setExact(true))
                            .count())
                    .isEqualTo(1);
            String passage =
                    page.locator("#gazette-1b, [id$='gazette-1b']").first().innerText();
            assertThat(passage)
                    .containsIgnoringCase("qualifies")
                    .contains("the authors")
                    .contains("rings for nobody");
        }
    }

    static Stream<Arguments> pagesWithPassages() {
        return pages().filter(page ->
                ((String) page.get()[1]).matches("/(questions/[^/]+|compare/.*)") && page.get()[0] != Portal.empty());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pagesWithPassages")
    void whatIsCalledTheSameIsTheSame(Portal portal, String path) {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, portal.at(path));

            Object twins = page.evaluate(
                    """
                    () => {
                      const name = e => (e.ariaLabel || e.textContent).replace(/\\s+/g, ' ').trim();
                      const targets = new Map();
                      for (const a of document.querySelectorAll('main a[href]'))
                        targets.set(name(a), (targets.get(name(a)) || new Set()).add(a.href));
                      const links = [...targets].filter(([, hrefs]) => hrefs.size > 1).map(([name]) => name);
                      const heads = [...document.querySelectorAll('h5')].map(name);
                      return links.concat(heads.filter((h, i) => heads.indexOf(h) !== i));
                    }""");
            assertThat((List<?>) twins).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pagesWithPassages")
    void aPassageLeadsOnceToItsPlaceInTheReader(Portal portal, String path) {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, portal.at(path));

            Object wrong = page.evaluate(
                    """
                    () => [...document.querySelectorAll('.passage')].filter(item => {
                      const hrefs = [...item.querySelectorAll('a')].map(a => a.getAttribute('href'));
                      const own = hrefs.map(h => h.match(/^\\/passages\\/(.*)$/)).find(m => m);
                      const reader = hrefs.filter(h => h.startsWith('/sources/'));
                      return !own || reader.length !== 1 || !reader[0].endsWith('#' + own[1]);
                    }).map(item => item.outerHTML)""");
            assertThat((List<?>) wrong).isEmpty();
        }
    }

    @Test
    void whatStandsBesideEachOtherIsHeardApart() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/questions/" + SampleDebate.PHONES));

            assertThat(page.locator("#gazette-1a .rel-line").textContent()).isEqualTo("Supports; Voice: the authors");
            assertThat(page.locator("#gazette-1a .src-line").textContent())
                    .startsWith("GAZ ¶ 1, The Lakeside Gazette, ");
            assertThat(heard(page)).contains("Life at school").noneMatch(words -> words.strip()
                    .equals("/"));

            page.navigate(Portal.sample().at("/sources").toString());
            assertThat(page.locator(".src-line").first().textContent()).contains(", notice, ");

            page.navigate(Portal.sample().at("/compare/" + SampleDebate.PHONES).toString());
            assertThat(page.locator(".rel-line", new Page.LocatorOptions().setHasText("Reports a view for No"))
                            .count())
                    .isEqualTo(1);
        }
    }

    /** Each text as the browser hands it to a screen reader. */
    private static List<String> heard(Page page) {
        String tree = page.context()
                .newCDPSession(page)
                .send("Accessibility.getFullAXTree")
                .toString();
        return Pattern.compile("\"value\":\"([^\"]*)\"")
                .matcher(tree)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Copied, Could not copy. The text is selected; press Ctrl+C.",
        "vi, Đã sao chép, Không sao chép được. Văn bản đã được chọn; bạn hãy nhấn Ctrl+C."
    })
    void copyingSaysWhatBecameOfIt(String language, String done, String failed) {
        try (BrowserContext visitor = Browser.visitor(WIDE, language, ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/sources/" + SampleDebate.GAZETTE));
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            Locator button = page.locator("[data-do=copy]").first();
            Locator live = page.locator("#live");
            String before = button.textContent();
            String copied = page.locator("#" + button.getAttribute("data-from")).textContent();

            clipboard(page, "window.given = words");
            button.click();
            PlaywrightAssertions.assertThat(button).containsText(done + ":");
            PlaywrightAssertions.assertThat(live).hasText(done);
            assertThat(page.evaluate("window.given")).isEqualTo(copied);
            PlaywrightAssertions.assertThat(button).hasText(before);

            clipboard(page, "throw new Error()");
            button.click();
            PlaywrightAssertions.assertThat(page.getByText(failed).and(page.locator(".copy-failed")))
                    .isVisible();
            PlaywrightAssertions.assertThat(live).hasText(failed);
            PlaywrightAssertions.assertThat(button).hasText(before);
            assertThat(String.valueOf(page.evaluate("getSelection().toString()"))
                            .strip())
                    .isEqualToNormalizingWhitespace(copied);

            clipboard(page, "window.given = words");
            button.click();
            PlaywrightAssertions.assertThat(page.locator(".copy-failed")).hasCount(0);
        }
    }

    /** Gives the page a clipboard that does this with the words it gets. */
    private static void clipboard(Page page, String does) {
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { configurable: true,"
                + " value: { writeText: async words => { " + does + "; } } })");
    }

    @Test
    void aPassageHasItsPlaceInTheReader() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/passages/gazette-1b"));
            page.locator("main a[href$='#gazette-1b'][href^='/sources/']").click();

            assertThat(page.locator(":target .vh q").last().textContent()).isEqualTo("rings for nobody");
            assertThat(page.locator(":target .vh[lang=en]").count()).isPositive();
            assertThat(page.locator(".para:has(:target) mark .quoted").allInnerTexts())
                    .contains("rings for nobody");
            assertThat(widthOfLine(page, "[data-note='2']")).isGreaterThan(widthOfLine(page, "[data-note='1']"));
        }
    }

    private static int widthOfLine(Page page, String note) {
        return ((Number) page.locator("#p1 mark" + note)
                        .first()
                        .evaluate("m => parseInt(getComputedStyle(m).borderBlockStartWidth)"))
                .intValue();
    }

    @Test
    void linksOfTheReaderWithOneNameLeadToOnePlace() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.shipped().at("/sources/hrw"));

            Object ambiguous = page.evaluate(
                    """
                    () => {
                      const places = {};
                      for (const a of document.querySelectorAll('main .mnote .bearing a, main .extract .bearing a'))
                        (places[a.textContent] ??= new Set()).add(a.href);
                      return Object.keys(places).filter(name => places[name].size > 1);
                    }""");
            assertThat((List<?>) ambiguous).isEmpty();
            assertThat(page.locator(".bearing a").count()).isPositive();
        }
    }

    @Test
    void theMapOfTheReaderCanBeSkipped() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/sources/gazette"));
            page.locator(".reader-map a").first().focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");

            assertThat(page.evaluate("!!document.activeElement.closest('.doc')"))
                    .isEqualTo(true);
        }
    }

    @Test
    void everyPartOfAMarkKeepsItsColourOnPaper() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.sample().at("/questions/" + SampleDebate.PHONES + "/handout"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            Object lost = page.evaluate(
                    """
                    () => [...document.querySelectorAll('.mk')].flatMap(mark => ['::before', '::after']
                      .map(part => getComputedStyle(mark, part))
                      .filter(part => part.content !== 'none' && part.printColorAdjust !== 'exact')
                      .map(() => mark.outerHTML))""");
            assertThat((List<?>) lost).isEmpty();
            assertThat(page.locator(".mk[data-rel=challenges]").count()).isPositive();
        }
    }

    @Test
    void whatTheScreenFoldsOrOffersIsOnPaperOrLeftOut() {
        try (BrowserContext visitor = Browser.visitor(WIDE, "en", ColorScheme.LIGHT)) {
            Page page = open(visitor, Portal.shipped().at("/questions/dissent-laws"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator("details.terms dd").first().boundingBox().height)
                    .isPositive();
            assertThat(page.locator("main .btn:visible").count()).isZero();
        }
    }

    @Test
    void aVisitIsLight() {
        Portal portal = Portal.shipped();
        List<String> paths = Pages.kindsOf(portal);
        for (String first : paths) {
            try (BrowserContext visitor = Browser.visitor(390, "vi", ColorScheme.LIGHT)) {
                Page page = visitor.newPage();
                Wire wire = new Wire(visitor, page);
                page.navigate(portal.at(first).toString());
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(wire.requests)
                        .as("requests of a first visit to " + first)
                        .isLessThanOrEqualTo(FIRST_REQUESTS);
                assertThat(wire.bytes).as("bytes of a first visit to " + first).isLessThanOrEqualTo(FIRST_BYTES);
            }
        }
        try (BrowserContext visitor = Browser.visitor(390, "vi", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            Wire wire = new Wire(visitor, page);
            page.navigate(portal.at("/about").toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);
            for (String later : paths) {
                wire.bytes = 0;
                page.navigate(portal.at(later).toString());
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(wire.bytes).as("bytes of a later visit to " + later).isLessThanOrEqualTo(LATER_BYTES);
            }
        }
    }

    private static Page open(BrowserContext visitor, URI address) {
        Page page = visitor.newPage();
        page.navigate(address.toString());
        return page;
    }

    /** Counts what really comes over the wire: compressed, with headers, nothing that the browser had already. */
    private static final class Wire {

        private int requests;
        private double bytes;

        Wire(BrowserContext visitor, Page page) {
            CDPSession session = visitor.newCDPSession(page);
            session.send("Network.enable");
            session.on("Network.requestWillBeSent", e -> requests++);
            session.on(
                    "Network.loadingFinished",
                    e -> bytes += e.get("encodedDataLength").getAsDouble());
        }
    }
}
