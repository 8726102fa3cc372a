package contested.web;

import jakarta.el.ELProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Renders an included view without a page and without a server, by the server's own expression language: includes,
 * repetitions, conditions and markup. Enough for views that only show what they are given.
 */
final class Fragment {

    private static final Path WEBAPP = Path.of("webapp");
    private static final String FACELETS = "jakarta.faces.facelets";
    private static final Pattern EXPRESSION = Pattern.compile("#\\{((?:[^}']|'[^']*')*)}");

    private final ELProcessor el = new ELProcessor();
    private final StringBuilder html = new StringBuilder();

    private Fragment(Map<String, Object> beans) {
        beans.forEach(el::defineBean);
    }

    /** @param beans what the view names, such as its parameters */
    static String render(String view, Map<String, Object> beans) {
        Fragment fragment = new Fragment(beans);
        fragment.include(view);
        return fragment.html.toString();
    }

    private void include(String view) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Path file = WEBAPP.resolve(view.replaceFirst("^/", ""));
            children(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(view, e);
        }
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                html.append(escaped(said(child.getNodeValue())));
            }
        }
    }

    private void element(Element element) {
        if (!FACELETS.equals(element.getNamespaceURI())) {
            markup(element);
            return;
        }
        switch (element.getLocalName()) {
            case "include" -> include(element.getAttribute("src"));
            case "fragment" -> {
                if ((boolean) el.getValue(inner(element.getAttribute("rendered")), Boolean.class)) {
                    children(element);
                }
            }
            case "repeat" -> repeat(element);
            default -> throw new IllegalStateException(element.getNodeName());
        }
    }

    private void repeat(Element element) {
        Iterable<?> values = (Iterable<?>) el.eval(inner(element.getAttribute("value")));
        String name = element.getAttribute("var");
        for (Object value : new ArrayList<>(toList(values))) {
            el.defineBean(name, value);
            children(element);
        }
    }

    private static List<Object> toList(Iterable<?> values) {
        List<Object> all = new ArrayList<>();
        values.forEach(all::add);
        return all;
    }

    private void markup(Element element) {
        html.append('<').append(element.getLocalName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            html.append(' ').append(attributes.item(i).getNodeName()).append("=\"");
            html.append(escaped(said(attributes.item(i).getNodeValue()))).append('"');
        }
        html.append('>');
        children(element);
        html.append("</").append(element.getLocalName()).append('>');
    }

    private String said(String text) {
        Matcher expression = EXPRESSION.matcher(text);
        StringBuilder said = new StringBuilder();
        while (expression.find()) {
            Object value = el.getValue(expression.group(1), String.class);
            expression.appendReplacement(said, Matcher.quoteReplacement(String.valueOf(value)));
        }
        return expression.appendTail(said).toString();
    }

    private static String inner(String expression) {
        Matcher whole = EXPRESSION.matcher(expression);
        if (!whole.matches()) {
            throw new IllegalStateException("no expression: " + expression);
        }
        return whole.group(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
