package contested.outcome;

import contested.outcome.SheetText.Entry;
import contested.outcome.SheetText.Group;
import contested.outcome.SheetText.Section;
import contested.outcome.SheetText.Table;
import contested.outcome.SheetText.Words;
import java.text.Normalizer;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page from which the PDF of an outcome sheet is made. Built as a tree, so that nothing typed is ever markup. */
final class SheetPage {

    static final String SANS = "Contested Sheet Sans";
    static final String SERIF = "Contested Sheet Serif";

    private static final String STYLE =
            """
            @page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); \
            font-family: 'Contested Sheet Sans'; font-size: 8.5pt; } }
            body { font-family: 'Contested Sheet Sans'; font-size: 10.5pt; line-height: 1.45; color: #161921; }
            h1, h2 { font-family: 'Contested Sheet Serif'; font-weight: 700; line-height: 1.25; }
            h1 { font-size: 19pt; margin: 0 0 4mm; }
            h2 { font-size: 14pt; margin: 9mm 0 3mm; padding-top: 3mm; border-top: 1.5pt solid #161921; }
            h3 { font-size: 11pt; font-weight: 700; margin: 5mm 0 1.5mm; }
            h1, h2, h3 { page-break-after: avoid; }
            p { margin: 0 0 2mm; }
            ul { margin: 0; padding-left: 5mm; }
            li { margin: 0 0 1.5mm; }
            li p { margin: 0; }
            .remark { font-size: 9pt; color: #3d4250; }
            .line { white-space: pre-wrap; }
            table { border-collapse: collapse; width: 100%; margin: 4mm 0; font-size: 9.5pt; page-break-inside: avoid; }
            caption { text-align: left; font-weight: 700; padding-bottom: 1.5mm; }
            th, td { border-bottom: 0.5pt solid #767c8a; padding: 1.2mm 3mm 1.2mm 0; text-align: left; }
            td { text-align: right; }
            """;

    private final Document document;

    SheetPage(SheetText sheet) {
        document = empty();
        Element html = document.createElement("html");
        html.setAttribute("lang", sheet.language().tag());
        document.appendChild(html);
        Element head = add(html, "head");
        say(add(head, "title"), sheet.title());
        Element description = add(head, "meta");
        description.setAttribute("name", "description");
        description.setAttribute("content", clean(sheet.summary()));
        say(add(head, "style"), STYLE);
        Element body = add(html, "body");
        say(add(body, "h1"), sheet.title());
        sheet.notes().forEach(note -> say(add(body, "p"), note));
        sheet.sections().forEach(section -> section(body, section));
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java makes documents", e);
        }
    }

    Document document() {
        return document;
    }

    private void section(Element body, Section section) {
        say(add(body, "h2"), section.question());
        section.groups().forEach(group -> group(body, group));
        section.counts().forEach(table -> table(body, table));
    }

    private void group(Element body, Group group) {
        say(add(body, "h3"), group.heading());
        Element list = add(body, "ul");
        group.entries().forEach(entry -> entry(list, entry));
    }

    private void entry(Element list, Entry entry) {
        Element item = add(list, "li");
        Element line = add(item, "p");
        line.setAttribute("class", "line");
        say(line, entry.words());
        entry.remarks().forEach(remark -> say(remark(item, "p"), remark));
        if (!entry.reasons().isEmpty()) {
            Element reasons = remark(item, "ul");
            entry.reasons().forEach(reason -> say(add(reasons, "li"), reason));
        }
    }

    private Element remark(Element item, String name) {
        Element remark = add(item, name);
        remark.setAttribute("class", "remark");
        return remark;
    }

    private void table(Element body, Table table) {
        Element all = add(body, "table");
        say(add(all, "caption"), table.caption());
        Element head = add(add(all, "thead"), "tr");
        table.head().forEach(cell -> say(header(head, "col"), cell));
        Element rows = add(all, "tbody");
        table.rows().forEach(row -> row(add(rows, "tr"), row));
    }

    private void row(Element row, List<Words> cells) {
        say(header(row, "row"), cells.get(0));
        cells.stream().skip(1).forEach(cell -> say(add(row, "td"), cell));
    }

    private Element header(Element row, String scope) {
        Element header = add(row, "th");
        header.setAttribute("scope", scope);
        return header;
    }

    private Element add(Element parent, String name) {
        Element child = document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private void say(Element element, Words words) {
        if (!words.lang().isEmpty()) {
            element.setAttribute("lang", words.lang());
        }
        say(element, words.words());
    }

    private void say(Element element, String words) {
        element.appendChild(document.createTextNode(clean(words)));
    }

    /** Letters with their marks as one, since the fonts place none; nothing that a page cannot hold. */
    private static String clean(String words) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
