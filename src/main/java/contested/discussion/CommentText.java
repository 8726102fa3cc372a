package contested.discussion;

import contested.shared.TamedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.Encoding;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What a comment says. A small subset of Markdown: paragraphs, emphasis, lists, block quotes and links. Anything else,
 * HTML above all, is text like other text.
 *
 * @param typed as its author typed it, line ends as LF
 */
public record CommentText(String typed) {

    public static final int MIN_LENGTH_CHARS = 20;

    /** In code points, as everybody counts who does not program. */
    public static final int MAX_LENGTH_CHARS = 2_000;

    /** A list in a quote in a list is as deep as anybody reads. */
    private static final int MAX_NESTING = 10;

    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(
                    AutolinkExtension.builder().linkTypes(AutolinkType.URL).build()))
            .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class))
            .maxOpenBlockParsers(MAX_NESTING)
            .build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .nodeRendererFactory(WithoutImages::new)
            .build();

    /** A second fence behind the first: whatever Markdown becomes, only this gets through. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a")
            .allowUrlProtocols("http", "https")
            // An address without a protocol would lead into our own pages, such as one that signs out.
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)https?://[^/].*", Pattern.DOTALL))
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,4}"))
            .onElements("ol")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    /** Line ends as LF, whatever the browser sent. */
    public static CommentText of(String sent) {
        return new CommentText(sent.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** How long it is, in code points. */
    public int length() {
        return typed.codePointCount(0, typed.length());
    }

    /** How much of it there is to see, in code points. */
    int visibleLength() {
        String seen = TamedText.of(typed).strip();
        return seen.codePointCount(0, seen.length());
    }

    /** Whether it says less than a reason needs. */
    public boolean isTooShort() {
        return visibleLength() < MIN_LENGTH_CHARS;
    }

    /** As readers see it: HTML that is safe to put into a page. */
    public String html() {
        return ALLOWED.sanitize(HTML.render(parsed()));
    }

    /** The words of what {@link #html} made. */
    static String plain(String html) {
        return Encoding.decodeHtml(html.replaceAll("<[^>]*>", " "), false)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Its beginning in plain words, for lists and feeds; an ellipsis says that more follows. Counts code points. */
    public String excerpt(int length) {
        Words words = new Words();
        parsed().accept(words);
        String plain = words.all.toString().replaceAll("\\s+", " ").strip();
        if (plain.codePointCount(0, plain.length()) <= length) {
            return plain;
        }
        String cut = plain.substring(0, plain.offsetByCodePoints(0, Math.max(0, length - 1)));
        int blank = cut.lastIndexOf(' ');
        return (blank > cut.length() / 2 ? cut.substring(0, blank) : cut) + "…";
    }

    /** Whether at least half of the words of either stand in the other too: then it is the same text, mended. */
    boolean keepsMostOf(String other) {
        List<String> mine = words(typed);
        List<String> theirs = words(other);
        int longer = Math.max(mine.size(), theirs.size());
        List<String> left = new ArrayList<>(theirs);
        long kept = mine.stream().filter(left::remove).count();
        return 2 * kept >= longer;
    }

    private static List<String> words(String text) {
        return Pattern.compile("[\\p{L}\\p{M}\\p{N}]+")
                .matcher(TamedText.of(text).toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Node parsed() {
        String shown = TamedText.of(typed);
        int length = shown.codePointCount(0, shown.length());
        // Nobody may store more, so this is a preview: enough to see that it is too long.
        return MARKDOWN.parse(
                length <= MAX_LENGTH_CHARS
                        ? shown
                        : shown.substring(0, shown.offsetByCodePoints(0, MAX_LENGTH_CHARS)) + "…");
    }

    /** The same for two texts that a reader would call the same. SHA-256 in hex. */
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(TamedText.marked(typed).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Only the words, a blank between blocks and lines. */
    private static final class Words extends AbstractVisitor {

        private final StringBuilder all = new StringBuilder();

        @Override
        public void visit(Text text) {
            all.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            all.append(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline typed) {
            all.append(typed.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            all.append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            all.append(' ');
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitChildren(paragraph);
            all.append(' ');
        }
    }

    /** An image is the words that stand for it: nothing is fetched from elsewhere. */
    private record WithoutImages(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (Node words = image.getFirstChild(); words != null; words = words.getNext()) {
                context.render(words);
            }
        }
    }
}
