package contested.web;

import contested.shared.UserFacingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody typed into a form, and what is wrong with it; so that a page shown again has lost nothing. */
@Named
@RequestScoped
public class Form {

    @Inject
    private Text text;

    private Map<String, String[]> values = Map.of();
    private Map<String, Upload> uploads = Map.of();
    private final Map<String, String> errors = new LinkedHashMap<>();

    void take(Map<String, String[]> typed) {
        take(typed, Map.of());
    }

    void take(Map<String, String[]> typed, Map<String, Upload> sent) {
        values = typed;
        uploads = sent;
    }

    /** The file that was sent in that field; empty where none was chosen. */
    Optional<Upload> upload(String field) {
        return Optional.ofNullable(uploads.get(field));
    }

    void refuse(UserFacingException fault) {
        refuse(fault.field(), text.with(fault.key(), fault.arguments().toArray()));
    }

    void refuse(String field, String message) {
        errors.putIfAbsent(field, message);
    }

    /** The value of a field, line ends as LF; empty where nothing was sent. */
    public String value(String field) {
        String[] all = values.get(field);
        return all == null || all.length == 0
                ? ""
                : all[0].replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The value of a field that was sent, be it an empty text; empty where the form had no such field. */
    Optional<String> sent(String field) {
        return all(field).stream().findFirst();
    }

    /** The value of a field that was sent; empty where none was, or nothing in it. */
    Optional<String> find(String field) {
        return Optional.of(value(field)).filter(v -> !v.isEmpty());
    }

    /** Every value of a field that may have several. */
    List<String> all(String field) {
        String[] all = values.get(field);
        return all == null ? List.of() : Arrays.asList(all);
    }

    public boolean isSent() {
        return !values.isEmpty();
    }

    /** Whether this choice among several was made. */
    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    /** What is wrong with that field; empty text where nothing is. The empty name is the form as a whole. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /** The fields with something wrong, for the summary above the form. */
    public List<String> getWrongFields() {
        return errors.keySet().stream().filter(f -> !f.isEmpty()).toList();
    }
}
