package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.support.Portal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each address answers: what it says beside the page, what it refuses, and what it never tells. */
class PageIT {

    private static final Portal PORTAL = Portal.sample();

    /** Words that only the inside of the portal knows. */
    private static final List<String> INSIDE = List.of(
            "wildfly",
            "undertow",
            "jboss",
            "weld",
            "hibernate",
            "mojarra",
            "jakarta.",
            "java.",
            "exception",
            "stack",
            "/tmp/",
            ".xhtml",
            "sql");

    static Stream<String> pages() {
        return Pages.kindsOf(PORTAL).stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageAnswersWithItsHeadersAndNoCookie(String path) {
        HttpResponse<String> page = PORTAL.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<html")
                .contains("lang=\"en\"")
                .contains("</html>");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Vary")).isEqualTo("Accept-Encoding, Accept-Language, Cookie");
        assertThat(header(page, "Cache-Control")).contains("public").contains("must-revalidate");
        assertThat(header(page, "Content-Language")).isEqualTo("en");
        assertSafe(page);
    }

    @Test
    void emptyPortalsHaveEachPageThatNeedsNoName() {
        for (String path : Pages.kindsOf(Portal.empty())) {
            assertThat(Portal.empty().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anUnchangedPageIsAnsweredWithoutABody(String path) {
        String etag = header(PORTAL.get(path), "ETag");
        assertThat(etag).startsWith("W/\"").endsWith("\"");

        for (String asked : List.of(etag, "\"other\", " + etag, etag.substring(2))) {
            HttpResponse<String> again = PORTAL.get(path, "If-None-Match", asked);
            assertThat(again.statusCode()).as(asked).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(etag);
            assertThat(header(again, "Vary")).isEqualTo("Accept-Encoding, Accept-Language, Cookie");
            assertSafe(again);
        }
        assertThat(PORTAL.get(path, "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(PORTAL.get(path, "If-None-Match", etag, "Accept-Language", "vi")
                        .statusCode())
                .as("the page in another language")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsCompressedForWhoeverAsks(String path) throws IOException {
        HttpResponse<byte[]> packed =
                PORTAL.send(PORTAL.request(path).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        String plain = PORTAL.get(path).body();

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        assertThat(PORTAL.get(path, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headSaysWhatGetSaysWithoutTheBody(String path) {
        HttpResponse<String> get = PORTAL.get(path);

        HttpResponse<String> head = PORTAL.send(PORTAL.request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.body()).isEmpty();
        assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void otherMethodsAreRefused(String path) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND")) {
            HttpResponse<String> answer =
                    PORTAL.send(PORTAL.request(path).method(method, BodyPublishers.ofString("x=1")));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
            assertSafe(answer);
        }
        assertThat(PORTAL.raw("TRACE " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theLanguageIsTheOneAskedFor(String path) {
        String lang = path.contains("?") ? "&lang=" : "?lang=";

        assertThat(header(PORTAL.get(path + lang + "vi"), "Content-Language")).isEqualTo("vi");
        assertThat(PORTAL.get(path + lang + "vi").body()).contains("<html").contains("lang=\"vi\"");
        assertThat(header(PORTAL.get(path, "Accept-Language", "vi-VN,vi;q=0.9,en;q=0.5"), "Content-Language"))
                .isEqualTo("vi");
        assertThat(header(PORTAL.get(path, "Accept-Language", "fr"), "Content-Language"))
                .isEqualTo("en");
        assertThat(header(PORTAL.get(path + lang + "en", "Accept-Language", "vi"), "Content-Language"))
                .isEqualTo("en");
        assertThat(header(PORTAL.get(path + lang + "tlh", "Accept-Language", "vi"), "Content-Language"))
                .isEqualTo("vi");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aChosenLanguageStaysInTheLinks(String path) {
        String page =
                PORTAL.get(path + (path.contains("?") ? "&" : "?") + "lang=vi").body();

        List<String> inner = java.util.regex.Pattern.compile("href=\"(/[^\"]*)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .filter(h -> !h.startsWith("/assets/") && !h.contains("."))
                .toList();
        assertThat(inner).isNotEmpty().allSatisfy(h -> assertThat(h).containsPattern("[?&;]lang=(vi|en)"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageSaysInTheReadersLanguageWhatItHolds(String path) {
        String lang = path.contains("?") ? "&lang=" : "?lang=";

        String english = description(PORTAL.get(path + lang + "en"));
        String vietnamese = description(PORTAL.get(path + lang + "vi"));

        assertThat(english).isNotBlank();
        assertThat(vietnamese).isNotBlank().isNotEqualTo(english);
    }

    @Test
    void aQuestionAndASourceHaveDescriptionsOfTheirOwn() {
        String common = description(PORTAL.get("/"));

        assertThat(Pages.kindsOf(PORTAL).stream().filter(p -> p.matches("/(questions|sources)/[^/?]+")))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(description(PORTAL.get(p))).isNotEqualTo(common));
    }

    private static String description(HttpResponse<String> page) {
        return java.util.regex.Pattern.compile("<meta name=\"description\" content=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(String path) {
        String page = PORTAL.get(path).body();

        Set<String> inner = java.util.regex.Pattern.compile("(?:href|src)=\"(/[^\"]*)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1).replace("&amp;", "&"))
                .collect(Collectors.toSet());
        for (String link : inner) {
            String target = link.replaceFirst("#.*", "");
            HttpResponse<String> answer = PORTAL.get(target);
            // Who wants to write is led through the sign-in.
            int expected = target.matches("/questions/[^/]+/comments.*") ? 303 : 200;
            assertThat(answer.statusCode()).as(link).isEqualTo(expected);
            if (link.contains("#")) {
                assertThat(answer.body()).contains("id=\"" + link.replaceFirst(".*#", "") + "\"");
            }
        }
        java.util.regex.Pattern.compile("href=\"#([^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(m -> assertThat(page).contains("id=\"" + m.group(1) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/questions/phones-at-school",
                "/questions/phones-at-school/handout",
                "/compare/phones-at-school",
                "/passages/gazette-1a"
            })
    void thePagesOfAQuestionStandUnderQuestionsInTheNavigation(String path) {
        assertThat(PORTAL.get(path).body()).containsPattern("<a href=\"/questions\"[^>]*aria-current=\"true\"");
    }

    @Test
    void aQuestionLeadsBackToItsTheme() {
        assertThat(PORTAL.get("/questions/phones-at-school").body())
                .containsPattern("href=\"/questions#theme-school\"[^>]*>Life at school</a>");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void unknownParametersAreHarmless(String path) {
        String plain = PORTAL.get(path).body();
        String more = path.contains("?") ? "&" : "?";

        assertThat(PORTAL.get(path + more + "utm_source=x&fbclid=y&view=%3Cscript%3E")
                        .body())
                .isEqualTo(plain);
        assertThat(PORTAL.get(path + more + "lang=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .isEqualTo(plain);
        assertThat(PORTAL.get(path + more + "lang=" + "v".repeat(5000)).body()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/questions/phones-at-school?source=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/questions/phones-at-school?relation=supports'--&source=nobody",
                "/questions/phones-at-school?order=%00&relation=%F0%9F%98%80",
                "/compare/phones-at-school?a=gazette&b=gazette",
                "/compare/phones-at-school?a=nobody&b=%2e%2e%2f",
                "/compare/phones-at-school?a=%22onmouseover=x"
            })
    void knownParametersWithUnknownValuesAreHarmless(String path) {
        HttpResponse<String> page = PORTAL.get(path);

        assertThat(page.statusCode()).isIn(200, 404);
        assertThat(page.body())
                .doesNotContain("<script>alert")
                .doesNotContain("\"onmouseover")
                .doesNotContain("\"><script");
        assertSafe(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/questions/unknown",
                "/sources/unknown",
                "/passages/unknown",
                "/compare/unknown",
                "/questions/unknown/handout",
                "/questions/Phones-At-School",
                "/questions/",
                "/questions//",
                "/about/",
                "//about",
                "/home.xhtml",
                "/question.xhtml",
                "/error.xhtml",
                "/home.xhtml/x",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/templates/page.xhtml",
                "/jakarta.faces.resource/faces.js.xhtml",
                "/assets/x",
                "/assets/../WEB-INF/web.xml",
                "/assets/x/..%2fweb.xml",
                "/index.html",
                "/favicon.php",
                "/console",
                "/management",
                "/health",
                "/metrics",
                "/h2-console"
            })
    void whatIsNotThereIsNotThere(String path) {
        HttpResponse<String> answer = PORTAL.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertSafe(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..;/",
                "/;jsessionid=1",
                "/about;jsessionid=1",
                "/questions;a=b/phones-at-school",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e/",
                "/questions/%2e%2e/about",
                "/questions/phones-at-school%00",
                "/questions/%00",
                "/questions%2fphones-at-school",
                "/questions/phones-at-school%2fhandout",
                "/about%3Bx",
                "/%c0%ae%c0%ae/",
                "/\\..\\..",
                "/questions/%zz",
                "/%",
                "/about?lang=%zz",
                "/about?%",
                "/about?lang=%c3%28",
                "/about?=&&&==",
                "/about?lang",
                "/./about",
                "/WEB-INF;/web.xml",
                "/web-inf/web.xml",
                "/WEB%2dINF/web.xml",
                "http://other.example/about"
            })
    void tricksWithPathsTellNothing(String target) {
        String answer = PORTAL.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(statusOf(answer)).as(answer).isIn(200, 400, 404);
        assertTellsNothing(answer);
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("set-cookie");
    }

    @Test
    void tooLongAndTooManyAreRefusedCalmly() {
        String host = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        String many = IntStream.range(0, 1500).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));

        for (String request : List.of(
                "GET /questions/" + "a".repeat(8000) + host + "\r\n",
                "GET /about?" + many + host + "\r\n",
                "GET /about" + host + "X-Long: " + "x".repeat(40_000) + "\r\n\r\n",
                "GET /about" + host + "Accept-Language: " + "vi,".repeat(3000) + "\r\n\r\n",
                "GET /about" + host + "If-None-Match: " + "\"x\",".repeat(3000) + "\r\n\r\n",
                "GET /about" + host + "Cookie: contested=" + "x".repeat(3000) + "\r\n\r\n",
                "POST /about" + host
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n\r\n--x\r\n")) {
            String answer = PORTAL.raw(request);
            assertThat(statusOf(answer)).as(request.substring(0, 40)).isIn(200, 400, 404, 405, 413, 414, 431);
            assertTellsNothing(answer);
        }
    }

    @Test
    void aForeignCookieChangesNothing() {
        assertThat(PORTAL.get("/", "Cookie", "contested=abc; JSESSIONID=def; other=1")
                        .body())
                .isEqualTo(PORTAL.get("/").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void errorPagesSayWhatHappenedInTheReadersLanguage(String language) {
        Map<Integer, HttpResponse<String>> answers = Map.of(
                404, PORTAL.get("/nowhere?lang=" + language),
                410, PORTAL.get(Portal.GONE + "?lang=" + language),
                405, PORTAL.send(PORTAL.request("/about?lang=" + language).POST(BodyPublishers.noBody())));

        answers.forEach((status, answer) -> {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body())
                    .contains("lang=\"" + language + "\"")
                    .contains("<h1")
                    .contains("href=\"/");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertSafe(answer);
        });
        assertThat(answers.values().stream().map(HttpResponse::body).distinct()).hasSize(3);
    }

    @Test
    void filesAreKeptForGood() {
        HttpResponse<String> style = PORTAL.get("/assets/" + assetBuild() + "/portal.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(header(style, "Cache-Control")).contains("immutable");
        assertSafe(style);
    }

    private static String assetBuild() {
        return PORTAL.get("/").body().replaceFirst("(?s).*?/assets/([^/]+)/.*", "$1");
    }

    private static int statusOf(String rawAnswer) {
        return Integer.parseInt(rawAnswer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .filter(e -> !e.getKey().equalsIgnoreCase("date"))
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(java.util.Locale.ROOT), Map.Entry::getValue));
    }

    /** What holds for each answer, whatever it says. */
    private static void assertSafe(HttpResponse<String> answer) {
        assertThat(answer.headers().map().keySet().stream().map(n -> n.toLowerCase(java.util.Locale.ROOT)))
                .doesNotContain("set-cookie", "server", "x-powered-by");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        if (answer.statusCode() >= 400) {
            assertTellsNothing(answer.body());
        }
    }

    private static void assertTellsNothing(String answer) {
        // The privacy page may name what it stores; what is refused names nothing.
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain(INSIDE);
        }
    }
}
