package contested.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import contested.shared.TamedText;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a comment's text becomes: a little Markdown, and nothing that acts. */
class CommentTextTest {

    /** All that may ever stand in it: the few elements, with their few attributes, in the sanitizer's own spelling, and what it
     * puts between two braces. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:[^<>]|<!-- -->(?=\\{)|</?(?:p|em|strong|ul|ol|li|blockquote)>|<br />|<ol start=\"[0-9]{1,4}\">"
                    + "|<a href=\"(?i:https?)://[^\"<>]*\" rel=\"nofollow noopener ugc\">|</a>)*+");

    private static String html(String typed) {
        return CommentText.of(typed).html();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*soft* and **loud**|<p><em>soft</em> and <strong>loud</strong></p>",
                "> quoted|<blockquote><p>quoted</p></blockquote>",
                "- one|<ul><li>one</li></ul>",
                "7. seven|<ol start=\"7\"><li>seven</li></ol>",
                "[law](https://law.example/a?b=1)|<p><a href=\"https://law.example/a?b&#61;1\" rel=\"nofollow noopener ugc\">law</a></p>",
                "see https://law.example/a.|<p>see <a href=\"https://law.example/a\" rel=\"nofollow noopener ugc\">https://law.example/a</a>.</p>",
                "see ftp://law.example|<p>see ftp://law.example</p>",
                "# no heading|<p># no heading</p>",
                "![seen](https://spy.example/x.png)|<p>seen</p>",
                "[out](/me/sign-out)|<p>out</p>",
                "[other](//evil.example)|<p>other</p>",
                "[run](javascript:alert(1))|<p>run</p>",
                "[mail](mailto:a@b.example)|<p>mail</p>",
                "<b>bold</b>|<p>&lt;b&gt;bold&lt;/b&gt;</p>"
            })
    void markdownBecomesThis(String typed, String wanted) {
        assertThat(html(typed).replace("\n", "")).isEqualTo(wanted);
    }

    @Test
    void aLineStaysALine() {
        assertThat(html("one\r\ntwo")).isEqualTo("<p>one<br />\ntwo</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;script&#x3E;",
                "\"><svg onload=alert(1)>",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "[x](https://a.example 'title\" onclick=\"alert(1)')",
                "[x](<https://a.example/<script>>)",
                "<https://a.example/\"><script>alert(1)</script>>",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](JaVaScRiPt:alert(1)) [y](java\tscript:alert(1)) [z](&#106;avascript:alert(1))",
                "[x][1]\n\n[1]: javascript:alert(1)",
                "[x][1]\n\n[1]: https://a.example \"on\\\"click=alert(1)\"",
                "`<script>` and ```\n<script>\n```",
                "<!-- --><![CDATA[<script>]]><?php ?><!DOCTYPE html>",
                "<style>*{display:none}</style><base href=//evil.example><form action=//evil.example>",
                "#{session.invalidate()} ${7*7} #{request.getAttribute('x')} {{7*7}}",
                "=HYPERLINK(\"https://evil.example\",\"x\") +1 -1 @SUM(A1)",
                "<p style=\"position:fixed\">x</p>\n\n<div onclick=alert(1)>",
                "\u202Egnp.exe\u2066 \u200B\u200D\uFEFF \u0007",
                "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
                "\uD83D\uDCF1\uD83D\uDE00 \uD835\uDD4F",
                "\uD800 half and \u0000 null",
                "\u2028<script>\u2029"
            })
    void nothingThatIsTypedActs(String typed) {
        assertThat(html(typed)).matches(HARMLESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "*a ",
                "**a *",
                "[",
                "![",
                "](",
                "<a ",
                "`",
                "&#",
                "\\",
                "_a_",
                "e\u0301\u0301"
            })
    void hugeAndDeepTextsTakeNoTime(String part) {
        String huge = part.repeat(100_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(html(huge)).matches(HARMLESS).hasSizeLessThan(100_000);
            assertThat(CommentText.of(huge).excerpt(80).length()).isLessThanOrEqualTo(160);
        });
    }

    @Test
    void whatTurnsOrHidesTextIsNotShown() {
        assertThat(html("a\u202Eb\u200Bc\u00ADd")).isEqualTo("<p>abcd</p>\n");
        assertThat(html("e\u0301\u0302\u0303\u0304\u0305")).isEqualTo("<p>e\u0301\u0302\u0303</p>\n");
    }

    @Test
    void picturesAndVietnameseStayAsTyped() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertThat(TamedText.of(family + " ❤️ tuỳ nghiê\u0323\u0302ng"))
                .isEqualTo(family + " ❤️ tuỳ nghiê\u0323\u0302ng");
    }

    @Test
    void whatIsStoredIsWhatWasTyped() {
        assertThat(CommentText.of("a\u202Eb\r\nc\rd").typed()).isEqualTo("a\u202Eb\nc\nd");
    }

    @Test
    void anExcerptIsPlainAndCutBetweenWords() {
        CommentText text = CommentText.of("> A *quiet* [break](https://a.example)\n\n- is <b>good</b> for everybody");

        assertThat(text.excerpt(200)).isEqualTo("A quiet break is <b>good</b> for everybody");
        assertThat(text.excerpt(18)).isEqualTo("A quiet break is…");
        assertThat(CommentText.of("\uD83D\uDE00".repeat(30)).excerpt(10)).isEqualTo("\uD83D\uDE00".repeat(9) + "…");
    }

    @Test
    void lengthIsInCodePoints() {
        assertThat(CommentText.of("\uD83D\uDE00".repeat(7)).length()).isEqualTo(7);
    }

    @Test
    void textsThatReadTheSameHaveOneDigest() {
        String digest = new CommentText("Điện thoại ở ngoài!").digest();

        assertThat(new CommentText("  điện thoại  \u200Bở ngoài! ").digest()).isEqualTo(digest);
        assertThat(new CommentText("Điện thoại ở trong!").digest()).isNotEqualTo(digest);
    }
}
