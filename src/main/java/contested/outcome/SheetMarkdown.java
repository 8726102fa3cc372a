package contested.outcome;

import contested.outcome.SheetText.Entry;
import contested.outcome.SheetText.Group;
import contested.outcome.SheetText.Section;
import contested.outcome.SheetText.Table;
import contested.outcome.SheetText.Words;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An outcome sheet as Markdown, for those who carry it on in their own tools. What people typed stays text. */
public final class SheetMarkdown {

    /** Signs that mean something within a line. Source: CommonMark 0.31, and GitHub's tables. */
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>()#|~!&$]");

    /** What makes a list of a line, or of the words that begin an item. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\s*)([-+=]|\\d+(?=[.)]))");

    private final StringBuilder text = new StringBuilder();

    private SheetMarkdown() {}

    public static String of(SheetText sheet) {
        SheetMarkdown markdown = new SheetMarkdown();
        markdown.line("# " + plain(sheet.title())).line("");
        sheet.notes().forEach(note -> markdown.line(plain(note)).line(""));
        sheet.sections().forEach(markdown::section);
        return markdown.text.toString().strip() + "\n";
    }

    private SheetMarkdown line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private void section(Section section) {
        line("## " + plain(section.question().words())).line("");
        section.groups().forEach(this::group);
        section.counts().forEach(this::table);
    }

    private void group(Group group) {
        line("### " + plain(group.heading())).line("");
        group.entries().forEach(this::entry);
        line("");
    }

    private void entry(Entry entry) {
        line("- " + plain(entry.words().words()));
        entry.remarks().forEach(remark -> line("  - " + plain(remark)));
        entry.reasons().forEach(reason -> line("    - " + plain(reason.words())));
    }

    private void table(Table table) {
        line("**" + plain(table.caption()) + "**").line("");
        row(table.head());
        row(table.head().stream().map(cell -> "---").toList());
        table.rows()
                .forEach(row -> row(
                        row.stream().map(Words::words).map(SheetMarkdown::plain).toList()));
        line("");
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Words on one line that mean nothing but themselves. */
    static String plain(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return BEGINNING
                .matcher(SIGNS.matcher(line).replaceAll("\\\\$0"))
                .replaceFirst("$1\\\\$2")
                .replaceFirst("^\\\\(\\d+)([.)])", "$1\\\\$2");
    }
}
