package contested.operation;

/** A setting has a value that the portal cannot work with. The message names the setting and what is allowed. */
public class WrongSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSettingException(String setting, String allowed) {
        super("setting " + setting + ": " + allowed);
    }
}
