package contested.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** What a view may hold: a page has its bean, words come from the messages, and nothing runs or styles itself inline. */
class ViewRulesTest {

    private static final Path BEANS = Path.of("src/main/java/contested/web");
    private static final Path TAGLIB = View.WEBAPP.resolve("WEB-INF/debate.taglib.xml");
    private static final String DEBATE = "contested/debate";

    /** The one component that shows HTML: that of comments, sanitised. */
    private static final Path SANITISED = Path.of("WEB-INF/tags/comment-html.xhtml");

    /** Signs between values that read the same in each language, and the product's own name. */
    private static final Pattern WORDLESS = Pattern.compile("(Contested|[^\\p{L}\\p{N}])*");

    /** The answer to an expression is somebody else's: the bundle's or the pack's. */
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(?:[^}']|'[^']*')*}");

    /** What is taken out of what may be empty. */
    private static final Pattern TAKEN = Pattern.compile("(\\w+(?:\\.\\w+(?:\\(\\))?)+)\\.get\\(\\)");

    /** How what somebody typed is dressed. */
    private static final Set<String> TYPED = Set.of("typed", "as-typed", "remark-words");

    /** Somebody's words beside a comment, as they are stored. */
    private static final Pattern WORDS = Pattern.compile(
            "#\\{(item|report|remark|event|appeal|decision)\\b[\\w.()]*\\.(words|note|answer)\\(\\)(\\.get\\(\\))?}");

    /** Attributes that people read or hear. */
    private static final Set<String> SPOKEN = Set.of(
            "alt",
            "title",
            "label",
            "placeholder",
            "summary",
            "abbr",
            "aria-label",
            "aria-description",
            "aria-roledescription",
            "aria-valuetext",
            "aria-placeholder");

    static Stream<View> views() {
        return View.all().stream();
    }

    @Test
    void eachPageHasItsBean() {
        assertThat(View.pages()).isNotEmpty().allSatisfy(page -> assertThat(bean(page.name()))
                .as(beanName(page.name()))
                .isTrue());
    }

    @Test
    void eachBeanOfAPageHasItsPage() throws IOException {
        Set<String> pages = View.pages().stream().map(v -> beanName(v.name())).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(BEANS)) {
            List<String> beans = files.map(f -> f.getFileName().toString().replace(".java", ""))
                    .filter(n -> n.endsWith("Page"))
                    .filter(ViewRulesTest::isNamed)
                    .toList();
            assertThat(beans).isNotEmpty().allSatisfy(bean -> assertThat(pages).contains(bean));
        }
    }

    private static boolean bean(String page) {
        return Files.exists(BEANS.resolve(beanName(page) + ".java")) && isNamed(beanName(page));
    }

    private static boolean isNamed(String bean) {
        try {
            return Class.forName("contested.web." + bean).isAnnotationPresent(Named.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** {@code house-rules} is the page of {@code HouseRulesPage}. */
    private static String beanName(String page) {
        return Arrays.stream(page.split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Page";
    }

    @ParameterizedTest
    @MethodSource("views")
    void nothingIsStyledOrRunInline(View view) {
        for (Element element : view.elements()) {
            assertThat(element.getLocalName()).as(view.file().toString()).isNotEqualTo("style");
            if (element.getLocalName().equals("script")) {
                assertThat(element.getTextContent())
                        .as("script in " + view.file())
                        .isBlank();
                assertThat(element.getAttribute("src")).startsWith("#{links.asset(");
            }
            attributes(element).forEach((name, value) -> {
                assertThat(name)
                        .as(view.file() + " <" + element.getNodeName() + ">")
                        .isNotEqualTo("style")
                        .doesNotStartWith("on");
                assertThat(value).doesNotContainIgnoringCase("javascript:");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void wordsComeFromTheMessages(View view) {
        for (Element element : view.elements()) {
            assertWordless(View.ownText(element), view, element);
            attributes(element).forEach((name, value) -> {
                boolean described =
                        name.equals("content") && element.getAttribute("name").equals("description");
                if (SPOKEN.contains(name) || described) {
                    assertWordless(value, view, element);
                }
            });
        }
    }

    private static void assertWordless(String text, View view, Element element) {
        String literal = EXPRESSION.matcher(text).replaceAll("");
        assertThat(WORDLESS.matcher(literal).matches())
                .as(view.file() + " says \"" + literal.strip() + "\" in <" + element.getNodeName() + "> itself")
                .isTrue();
    }

    /** An edited passage may have lost its position to a pack, and asking for it then fails the whole page. */
    @ParameterizedTest
    @MethodSource("views")
    void whatMayBeMissingIsAskedForFirst(View view) {
        for (Element element : view.elements()) {
            List<String> said = new ArrayList<>(attributes(element).values());
            said.add(View.ownText(element));
            String all = String.join(" ", said);
            Matcher taken = TAKEN.matcher(all);
            while (taken.find()) {
                assertThat(conditions(element) + all)
                        .as(view.file() + " takes " + taken.group(1))
                        .containsPattern("(?<!not )" + Pattern.quote(taken.group(1) + ".isPresent()"));
            }
        }
    }

    private static String conditions(Element element) {
        String own = element.getAttribute("rendered");
        return element.getParentNode() instanceof Element parent ? conditions(parent) + " and " + own : own;
    }

    @ParameterizedTest
    @MethodSource("views")
    void everythingIsEscaped(View view) {
        String said = view.file().endsWith(SANITISED)
                ? view.text().replace("<h:outputText value=\"#{html}\" escape=\"false\"/>", "")
                : view.text();
        assertThat(said)
                .doesNotContainPattern("escape\\s*=")
                .doesNotContain("${")
                .doesNotContain("outputText");
    }

    /** What stands in the page as it is comes from the sanitiser: of an entry, or of a preview. */
    @ParameterizedTest
    @MethodSource("views")
    void onlySanitisedCommentsAreWrittenAsHtml(View view) {
        view.elements().stream()
                .filter(e ->
                        DEBATE.equals(e.getNamespaceURI()) && e.getLocalName().equals("commentHtml"))
                .forEach(
                        e -> assertThat(e.getAttribute("html"))
                                .as(view.file().toString())
                                .matches(
                                        "#\\{((entry|commentPage\\.answered)\\.(html|waitingHtml)\\(\\)|commentPage\\.previewHtml|reportPage\\.entry\\.html\\(\\)|ownRevisions\\.html\\(revision\\)|workshopQueue\\.html\\(item\\)|moderationPage\\.html\\(item\\.comment\\(\\)\\.latest\\(\\)\\))}"));
    }

    /** A right-to-left mark in somebody's words would turn round what stands beside them. */
    @ParameterizedTest
    @MethodSource("views")
    void whatSomebodyTypedIsTamedWhereOthersReadIt(View view) {
        view.elements().stream()
                .filter(e -> Stream.of(e.getAttribute("class").split(" ")).anyMatch(TYPED::contains))
                .forEach(e -> assertThat(View.ownText(e).strip())
                        .as(view.file() + " <" + e.getNodeName() + ">")
                        .matches("(?s)#\\{text\\.tamed\\(.*\\)}"));
        assertThat(EXPRESSION
                        .matcher(view.text())
                        .results()
                        .map(MatchResult::group)
                        .filter(said -> WORDS.matcher(said).matches()))
                .as(view.file().toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void nothingIsIncludedByAName(View view) {
        // Mojarra runs what an include names; a name from outside would be code from outside.
        for (Element element : view.elements()) {
            if (Set.of("include", "composition", "decorate").contains(element.getLocalName())) {
                assertThat(element.getAttribute("src") + element.getAttribute("template"))
                        .as(view.file().toString())
                        .doesNotContain("#{");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aReadingViewKeepsNoState(View view) {
        view.elements().stream().filter(e -> e.getLocalName().equals("view")).forEach(e -> assertThat(
                        e.getAttribute("transient"))
                .as(view.file().toString())
                .isEqualTo("true"));
        assertThat(view.elements()).noneMatch(e -> Set.of("commandLink", "commandButton", "ajax", "websocket")
                .contains(e.getLocalName()));
    }

    @Test
    void eachTagIsDocumentedWithItsAttributes() {
        Map<String, Set<String>> tags = documentedTags();
        for (View view : View.all()) {
            for (Element element : view.elements()) {
                if (DEBATE.equals(element.getNamespaceURI())) {
                    assertThat(tags).as(view.file().toString()).containsKey(element.getLocalName());
                    assertThat(tags.get(element.getLocalName()))
                            .as(view.file() + " <" + element.getNodeName() + ">")
                            .containsAll(attributes(element).keySet());
                }
            }
        }
    }

    /** Attribute names by tag; each with a description, and each tag with the file that it stands for. */
    private static Map<String, Set<String>> documentedTags() {
        Map<String, Set<String>> tags = new HashMap<>();
        Document taglib = View.parse(TAGLIB);
        for (Element tag : children(taglib.getDocumentElement(), "tag")) {
            String name = text(tag, "tag-name");
            assertThat(text(tag, "description"))
                    .as("description of debate:" + name)
                    .isNotBlank();
            if (!text(tag, "source").isEmpty()) {
                assertThat(TAGLIB.resolveSibling(text(tag, "source").replaceFirst("^/WEB-INF/", ""))
                                .normalize())
                        .exists();
            }
            Set<String> attributes = children(tag, "attribute").stream()
                    .peek(a -> assertThat(text(a, "description"))
                            .as("description of debate:" + name + " " + text(a, "name"))
                            .isNotBlank())
                    .map(a -> text(a, "name"))
                    .collect(Collectors.toSet());
            tags.put(name, attributes);
        }
        return tags;
    }

    @Test
    void widgetsAreDressedInOnePlace() throws IOException {
        try (Stream<Path> styles = Files.walk(View.WEBAPP)) {
            for (Path style : styles.filter(f -> f.toString().endsWith(".css")).toList()) {
                if (!style.getFileName().toString().startsWith("primefaces-overrides")) {
                    assertThat(Files.readString(style)).as(style.toString()).doesNotContain(".ui-");
                }
            }
        }
    }

    @Test
    void styleAsksNoOtherHost() throws IOException {
        try (Stream<Path> assets = Files.walk(View.WEBAPP)) {
            for (Path asset :
                    assets.filter(f -> f.toString().matches(".*\\.(css|js)")).toList()) {
                assertThat(Files.readString(asset))
                        .as(asset.toString())
                        .doesNotContainPattern("url\\(\\s*['\"]?(https?:)?//")
                        .doesNotContain("@import");
            }
        }
    }

    /** The parts are sent as one sheet, so a rule left open in one part would swallow the next. */
    @Test
    void eachPartOfTheStyleClosesWhatItOpens() throws IOException {
        try (Stream<Path> assets = Files.walk(View.WEBAPP)) {
            for (Path part : assets.filter(f -> f.toString().endsWith(".css")).toList()) {
                String rules = Files.readString(part).replaceAll("(?s)/\\*.*?\\*/", "");
                assertThat(rules.chars().filter(c -> c == '{').count())
                        .as(part.toString())
                        .isEqualTo(rules.chars().filter(c -> c == '}').count());
            }
        }
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> all = new HashMap<>();
        NamedNodeMap nodes = element.getAttributes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Attr attribute = (Attr) nodes.item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                all.put(attribute.getName(), attribute.getValue());
            }
        }
        return all;
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .filter(e -> e.getParentNode() == parent)
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(e -> e.getTextContent().strip())
                .collect(Collectors.joining(" "));
    }
}
