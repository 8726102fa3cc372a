package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.support.Portal;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What people type to break a page: stored as they typed it and shown harmlessly everywhere, or refused and kept in the form. */
class HostileTextIT {

    private static final Portal PORTAL = DiscussedPortal.get();
    private static final String FORM = DiscussedPortal.PHONES + "/comments";
    private static final String FILL = " and words enough for a comment";

    /** What Markdown may become. */
    private static final Set<String> ALLOWED = Set.of("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a");

    private static final Set<String> ALLOWED_ATTRIBUTES = Set.of("href", "rel", "start");

    private static DiscussedPortal.Member moderator;

    static Stream<Arguments> stored() {
        List<String> texts = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)><svg/onload=alert(1)>",
                "\"><iframe src=//evil.example></iframe> ' onmouseover='alert(1)' \" autofocus onfocus=alert(1) x=\"",
                "</textarea></title></style><script>alert(1)</script><!-- ]]> <![CDATA[ --!> <?php",
                "&lt;script&gt; &amp;lt; &#60;script&#62; &#x3c;b&#x3e; &nbsp; &zwnj; &notanentity;",
                "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](data:text/html;base64,PHNjcmlwdD4=) <javascript:alert(1)>",
                "[d](//evil.example) [e](/sign-out) [f](https://a.example \"onmouseover=alert(1)\") ![g](https://evil.example/p.png)",
                "[h]: javascript:alert(1)\n\n[h] `<b>` # no heading\n\n|a|b|\n|-|-|\n\n<details open ontoggle=alert(1)>",
                ">".repeat(600) + " deep",
                "*".repeat(400) + "_".repeat(400) + "[".repeat(400),
                "#{visitor.formToken} ${7*7} #{facesContext.externalContext} *{1+1} {{7*7}} <%= 1 %> #{'x'.concat('y')}",
                "=HYPERLINK(\"http://evil.example\";\"x\")+cmd|' /C calc'!A0\n@SUM(1)\n-1+1\t|",
                "{0} {1,choice,0#a|1#b} %s %n \\u0000 \\n $1 \\1",
                "abc \u202Edesrever\u202C \u2066isolated\u2069 \u200Fright\u200E left عربي ועברית",
                "Z\u0301" + "\u0301".repeat(80) + " zero\u200Bwidth\u2060 so\u00ADft \uFEFF",
                "📱 𝒜𠮷 👨\u200D👩\u200D👧 🏳\uFE0F\u200D🌈 \uDBFF\uDFFD",
                "\r\n\r\n  leading\r\nand\rold\nline ends\n\n\n\ttab  \n   trailing   ",
                "'; drop table comment; -- \\'; \" or 1=1",
                "ấ ế ộ decomposed a\u0302\u0301 e\u0302\u0301 NFC é and NFD e\u0301");
        return IntStream.range(0, texts.size()).mapToObj(i -> Arguments.of(i, texts.get(i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stored")
    void itIsStoredAsTypedAndShownHarmlesslyEverywhere(int number, String hostile) throws Exception {
        DiscussedPortal.Member author = DiscussedPortal.Member.make();
        String typed = hostile + FILL + " " + number;
        String stored = typed.replace("\r\n", "\n").replace('\r', '\n');

        HttpResponse<String> preview = author.post(FORM, fields(typed, "preview"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertHarmless(preview.body(), "preview");
        assertThat(typedIn(preview.body())).isEqualTo(stored);

        HttpResponse<String> answer = author.post(FORM, fields(typed, "send"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String address = answer.headers().firstValue("Location").orElseThrow();
        String name = address.replaceFirst(".*comment=([a-z0-9]+).*", "$1");

        assertThat(typedIn(author.get(FORM + "?edit=" + name))).isEqualTo(stored);
        assertHarmless(author.get(DiscussedPortal.PHONES + "?comment=" + name), "the author's thread");
        assertHarmless(author.get("/me"), "the author's account");
        String desk = moderator().get("/moderation?item=" + name);
        assertHarmless(desk, "the desk");
        assertThat(all(parse(desk), "div"))
                .as("as readers see it")
                .filteredOn(e -> e.getAttribute("class").equals("comment-text"))
                .singleElement()
                .satisfies(e -> assertThat(e.getTextContent()).contains("words enough for a comment"));
        publish(name);
        assertHarmless(PORTAL.get(DiscussedPortal.PHONES + "?comment=" + name).body(), "the thread");
        assertHarmless(moderator().get("/questions/phones-at-school/report?comment=" + name), "the report");
        assertHarmless(moderator().get(FORM + "?reply=" + name), "a reply");
    }

    private static List<Map.Entry<String, String>> fields(String text, String act) {
        return List.of(
                Map.entry("key", "hostile" + Math.floorMod(text.hashCode(), 1_000_000)),
                Map.entry("position", "none"),
                Map.entry("text", text),
                Map.entry("do", act));
    }

    private static synchronized DiscussedPortal.Member moderator() {
        if (moderator == null) {
            moderator = DiscussedPortal.Member.existing("Mai");
        }
        return moderator;
    }

    private static void publish(String name) {
        String desk = "/moderation?item=" + name;
        HttpResponse<String> done = moderator()
                .post(
                        "/moderation",
                        List.of(
                                Map.entry("about", name),
                                Map.entry("version", moderator().hidden(desk, "version")),
                                Map.entry("do", "PUBLISH")));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    /** Words that stand beside a comment: none of them turns round, hides or towers over what is near it. */
    @Test
    void wordsBesideACommentAreTamedWhereOthersReadThem() {
        DiscussedPortal.Member author = DiscussedPortal.Member.make();
        DiscussedPortal.Member reader = DiscussedPortal.Member.make();
        String address = author.post(FORM, fields("A comment about which others say something.", "send"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String name = address.replaceFirst(".*comment=([a-z0-9]+).*", "$1");
        String desk = "/moderation?item=" + name;
        publish(name);

        String report = DiscussedPortal.PHONES + "/report?comment=" + name;
        assertThat(reader.post(report, List.of(Map.entry("reason", "OTHER"), Map.entry("words", tricky("reported"))))
                        .statusCode())
                .isEqualTo(303);
        act(name, List.of(Map.entry("do", "ask"), Map.entry("note", tricky("asked"))));
        String before = moderator().get(desk);
        act(
                name,
                List.of(
                        Map.entry("do", "HIDE"),
                        Map.entry("rule", "ground"),
                        Map.entry("words", tricky("decided")),
                        Map.entry("version", moderator().hidden(desk, "version"))));

        assertTamed(before, "reported", "asked");
        assertTamed(moderator().get(desk), "decided");
        assertTamed(reader.get("/me/reports"), "reported");
        assertTamed(author.get("/me/comments/" + name), "decided");
        assertTamed(author.get(DiscussedPortal.PHONES + "?comment=" + name), "decided");
    }

    private static String tricky(String word) {
        return word + "\u202E turned\u2066 round\u200B" + "e" + "\u0301".repeat(9);
    }

    private static void act(String name, List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        all.add(Map.entry("about", name));
        HttpResponse<String> done = moderator().post("/moderation", all);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    private static void assertTamed(String page, String... words) {
        for (String word : words) {
            assertThat(page).contains(word + " turned round" + "e" + "\u0301".repeat(3));
        }
        assertThat(page).doesNotContain("\u202E", "\u2066", "\u200B", "\u0301".repeat(4));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a NUL in it", "A NUL \u0000 within" + FILL, "cannot be stored"),
                Arguments.of("100,000 characters", "<b>📱".repeat(20_000) + FILL, "at most 2,000"),
                Arguments.of("nothing to see", "\u200B \u202E\u2066\u3164".repeat(30), "at least 20"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeStoredIsRefusedClearlyAndKeptInTheForm(String what, String hostile, String told) throws Exception {
        DiscussedPortal.Member author = DiscussedPortal.Member.make();
        HttpResponse<String> answer = author.post(FORM + "?lang=en", fields(hostile, "send"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(element(answer.body(), "text-hint").getTextContent()).contains(told);
        // A page cannot carry a NUL: browsers read a mark in its place.
        assertThat(typedIn(answer.body()).replace('\u0000', '\uFFFD')).isEqualTo(hostile.replace('\u0000', '\uFFFD'));
        assertHarmless(answer.body(), what);
        assertHarmless(author.post(FORM, fields(hostile, "preview")).body(), what + ", as a preview");
        assertThat(author.get("/me")).doesNotContain("own-words");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stored")
    void whatIsCarriedThroughTheSignInComesBackAsItWas(int number, String hostile) throws Exception {
        DiscussedPortal.Member author = DiscussedPortal.Member.make();
        List<Map.Entry<String, String>> typed = new ArrayList<>(fields(hostile, "send"));
        typed.add(Map.entry("author", author.hidden("/me", "author")));
        String door = DiscussedPortal.post(FORM, null, typed).body();
        assertHarmless(door, "the sign-in");

        List<Map.Entry<String, String>> carried = new ArrayList<>();
        for (Element input : all(parse(door), "input")) {
            if (input.getAttribute("name").startsWith("kept-")) {
                carried.add(Map.entry(input.getAttribute("name"), input.getAttribute("value")));
            }
        }
        carried.add(Map.entry("pseudonym", author.name()));
        carried.add(Map.entry("passphrase", DiscussedPortal.PASSPHRASE));
        HttpResponse<String> form = DiscussedPortal.post("/sign-in?write=phones-at-school", null, carried);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(typedIn(form.body())).isEqualTo(hostile.replace("\r\n", "\n").replace('\r', '\n'));
        assertHarmless(form.body(), "the form again");
    }

    // ---- Looking at a page as a browser does

    private static Document parse(String page) throws IOException, SAXException {
        String html = page.replaceFirst(" xmlns=\"[^\"]+\"", "");
        return new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW).parse(new InputSource(new StringReader(html)));
    }

    private static Element element(String page, String id) throws IOException, SAXException {
        return all(parse(page), "*").stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no #" + id + " in " + page));
    }

    private static String typedIn(String page) throws IOException, SAXException {
        return element(page, "text").getTextContent();
    }

    private static List<Element> all(Document document, String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** Nothing runs, nothing is fetched from elsewhere, and of a comment only what Markdown allows is more than text. */
    private static void assertHarmless(String page, String where) throws IOException, SAXException {
        Document document = parse(page);
        for (Element element : all(document, "*")) {
            String tag = element.getLocalName();
            assertThat(tag).as(where).isNotIn("iframe", "object", "embed", "details-x", "style", "math", "base");
            if (tag.equals("script") || tag.equals("img")) {
                assertThat(element.getAttribute("src")).as(where).startsWith("/assets/");
                assertThat(element.getTextContent()).as(where).isEmpty();
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) element.getAttributes().item(i);
                assertThat(attribute.getName()).as(where).doesNotStartWith("on").isNotIn("style", "srcdoc");
                if (Set.of("href", "src", "action", "formaction").contains(attribute.getName())) {
                    assertThat(attribute.getValue())
                            .as(where)
                            .doesNotContainPattern("(?i)^\\s*(javascript|data|vbscript):")
                            .doesNotStartWith("//");
                }
            }
            if (element.getAttribute("class").equals("comment-text")) {
                assertOnlyMarkdown(element, where);
            }
        }
        assertThat(page).as(where).doesNotContain("form-token} 49");
    }

    private static void assertOnlyMarkdown(Element comment, String where) {
        for (Element part : elements(comment.getElementsByTagName("*"))) {
            assertThat(part.getLocalName()).as(where).isIn(ALLOWED);
            for (int i = 0; i < part.getAttributes().getLength(); i++) {
                assertThat(part.getAttributes().item(i).getNodeName()).as(where).isIn(ALLOWED_ATTRIBUTES);
            }
            if (part.getLocalName().equals("a") && part.hasAttribute("href")) {
                assertThat(part.getAttribute("href")).as(where).matches("(?is)https?://[^/].*");
            }
        }
        assertThat(comment.getTextContent())
                .as(where)
                .doesNotContain("\u202E", "\u2066", "\u200B", "\u0301".repeat(4))
                .doesNotMatch("(?s).*\\p{Cs}.*");
    }
}
