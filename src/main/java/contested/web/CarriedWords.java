package contested.web;

import contested.discussion.Draft;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody sent under a question whose sign-in had ended by then. It travels in hidden fields through the sign-in and
 * back to the form: in no address, and nowhere on the server. With it travels the mark of the account that typed it, which
 * only that account's own pages carry; whoever else signs in never gets it to see.
 */
@Named
@RequestScoped
public class CarriedWords {

    /** Before the names of the composer's fields while they are in the form of the sign-in. */
    private static final String PREFIX = "kept-";

    private static final List<String> NAMES =
            List.of(Draft.POSITION, Draft.TEXT, Draft.CITATIONS, Draft.PARENT, CommentPage.KEY, FormDoor.AUTHOR_FIELD);

    /** Far more than can be posted, and little enough to send back and forth. */
    private static final int MAX_VALUE_CHARS = 100_000;

    private static final int MAX_VALUES = 200;

    @Inject
    private Form form;

    private boolean unpacked;

    /** A field as the sign-in carries it. */
    public record Field(String name, String value) {}

    /** What the form of the sign-in carries on; none on most days. */
    public List<Field> getFields() {
        List<Field> all = new ArrayList<>();
        for (String name : NAMES) {
            form.all(PREFIX + name).stream()
                    .limit(MAX_VALUES)
                    .map(value -> new Field(PREFIX + name, cut(value)))
                    .forEach(all::add);
        }
        return all;
    }

    private static String cut(String sent) {
        String value = sent.replace('\0', '\uFFFD');
        return value.length() <= MAX_VALUE_CHARS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, MAX_VALUE_CHARS)));
    }

    public boolean isAny() {
        return !form.all(PREFIX + FormDoor.AUTHOR_FIELD).isEmpty();
    }

    boolean isTypedBy(Visitor visitor) {
        return isAny() && form.value(PREFIX + FormDoor.AUTHOR_FIELD).equals(visitor.getMark());
    }

    /** From the fields of the composer to those of the sign-in. */
    void pack() {
        rename("", PREFIX);
    }

    /** Back again: from now on the form is the composer's, as it was typed. */
    void unpack() {
        rename(PREFIX, "");
        unpacked = true;
    }

    private void rename(String from, String to) {
        Map<String, String[]> all = new HashMap<>();
        for (String name : NAMES) {
            List<String> values = form.all(from + name);
            if (!values.isEmpty()) {
                all.put(to + name, values.toArray(String[]::new));
            }
        }
        form.take(all);
    }

    /** Whether what is in the form was typed before the sign-in. */
    public boolean isUnpacked() {
        return unpacked;
    }
}
