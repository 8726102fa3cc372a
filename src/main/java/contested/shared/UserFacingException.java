package contested.shared;

import java.util.List;

/**
 * Something a person asked for cannot be done as it stands. Carries a key of the message bundles and what belongs into
 * the message, so that one place says it in the person's language, beside the field it is about.
 */
public class UserFacingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param field     the name of the form's field it is about; empty for the form as a whole
     * @param key       key of the message bundles
     * @param arguments what belongs into the message
     */
    public UserFacingException(String field, String key, Object... arguments) {
        super(key);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
