package contested.operation;

import contested.account.ProviderSettings;
import contested.source.FullText;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decides, read once at start from the environment. The table in {@code docs/operate.md} has them all,
 * with defaults; the database's own settings are read by the server (see {@code src/main/server/contested.cli}).
 */
@ApplicationScoped
public class Settings {

    /** The address to which an identity provider sends people back; the operator tells it there. */
    public static final String ANSWERS_AT = "/sign-in/answer";

    /** Source: RFC 6409. */
    private static final int SUBMISSION_PORT = 587;

    /** Ten years. */
    private static final int MAX_BACKUP_DAYS = 3650;

    private final UnaryOperator<@Nullable String> environment;

    public Settings() {
        this(System::getenv);
    }

    Settings(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /** Reads every setting once. @throws WrongSettingException When one of them cannot be used; the first found. */
    void check() {
        dataFolder();
        packsFolder();
        documentsFolder();
        fullText();
        demonstration();
        publicUrl();
        identityProvider();
        mail();
        backups();
    }

    /** Where the portal keeps what must outlive it: database, secret, logs. Always explicit. */
    public Path dataFolder() {
        String folder = System.getProperty("contested.data");
        if (folder == null || folder.isBlank()) {
            throw new WrongSettingException("CONTESTED_DATA", "a folder that the portal may write to");
        }
        return Path.of(folder).toAbsolutePath().normalize();
    }

    /** The folder that holds packs, one folder each. */
    public Path packsFolder() {
        return folder("CONTESTED_PACKS", "seeds");
    }

    /** The folder from which documents are installed at start. */
    public Path documentsFolder() {
        return folder("CONTESTED_DOCUMENTS", "seeds/documents");
    }

    /** Who reads full texts where no administrator decided otherwise for a source. */
    public FullText fullText() {
        String value = value("CONTESTED_FULL_TEXT").orElse("passages");
        try {
            return FullText.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException("CONTESTED_FULL_TEXT", "everyone, members, editors or passages");
        }
    }

    /** Whether workshops of made-up people are loaded. */
    public enum Demonstration {
        NO,
        /** Once: after it was removed it does not come back. */
        YES,
        /** Once more where it was removed. */
        AGAIN
    }

    public Demonstration demonstration() {
        try {
            return Demonstration.valueOf(
                    value("CONTESTED_DEMONSTRATION").orElse("no").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException("CONTESTED_DEMONSTRATION", "yes, again or no");
        }
    }

    /** The port that readers and the operator's command use; the server was told it at its start. */
    int port() {
        return Integer.getInteger("jboss.http.port", PortalHome.DEFAULT_PORT);
    }

    /** The address of this machine that the server listens on. */
    String bind() {
        return System.getProperty("jboss.bind.address", "127.0.0.1");
    }

    /** Whoever answers for this portal, for the privacy page. */
    public Optional<String> operatorName() {
        return value("CONTESTED_OPERATOR_NAME");
    }

    /** How to reach them: an e-mail address, a telephone number, a page. */
    public Optional<String> operatorContact() {
        return value("CONTESTED_OPERATOR_CONTACT");
    }

    /**
     * What the operator says of the copies that they make of all this; the portal makes none.
     *
     * @param days for how many days one is kept at most; 0 for none at all
     * @param name what and where they are, in the operator's words
     */
    public record Backups(int days, Optional<String> name) {}

    /** Empty where the operator says nothing. */
    public Optional<Backups> backups() {
        return value("CONTESTED_BACKUP_DAYS").map(text -> Optional.of(text)
                .filter(n -> n.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .filter(n -> n <= MAX_BACKUP_DAYS)
                .map(days -> new Backups(days, value("CONTESTED_BACKUP_NAME")))
                .orElseThrow(() -> new WrongSettingException(
                        "CONTESTED_BACKUP_DAYS", "0 to " + MAX_BACKUP_DAYS + ", a whole number")));
    }

    /** The address under which people know this portal; rules all absolute links. Without a slash at its end. */
    public Optional<URI> publicUrl() {
        return value("PUBLIC_URL").map(text -> {
            try {
                URI uri = URI.create(text.replaceFirst("/+$", ""));
                if (uri.getHost() != null
                        && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                        && uri.getPath().isEmpty()
                        && uri.getQuery() == null
                        && uri.getUserInfo() == null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                // falls through to the same message
            }
            throw new WrongSettingException("PUBLIC_URL", "http:// or https:// with a host and nothing after it");
        });
    }

    /** By which people may sign in beside passphrases; empty where the operator names none. */
    public Optional<ProviderSettings> identityProvider() {
        return value("CONTESTED_OIDC_ISSUER")
                .map(issuer -> new ProviderSettings(
                        issuer(issuer),
                        required("CONTESTED_OIDC_CLIENT_ID", "what the identity provider calls this portal"),
                        required("CONTESTED_OIDC_CLIENT_SECRET", "the secret that the identity provider gave out"),
                        required("CONTESTED_OIDC_NAME", "what people call the identity provider"),
                        URI.create(publicUrl()
                                .map(own -> own + ANSWERS_AT)
                                .orElseThrow(() -> new WrongSettingException(
                                        "PUBLIC_URL", "set, since the identity provider sends people back there")))));
    }

    /** By which the portal sends mail; empty where the operator names no server, and then none is offered. */
    public Optional<MailSettings> mail() {
        return value("CONTESTED_MAIL_HOST")
                .map(host -> new MailSettings(
                        host,
                        mailPort(),
                        mailSecurity(),
                        value("CONTESTED_MAIL_USER").orElse(null),
                        value("CONTESTED_MAIL_PASSWORD").orElse(null),
                        required("CONTESTED_MAIL_FROM", "the address of the sender"),
                        publicUrl()
                                .orElseThrow(() -> new WrongSettingException(
                                        "PUBLIC_URL", "set, since mails carry links that lead back here"))));
    }

    private int mailPort() {
        return value("CONTESTED_MAIL_PORT")
                .map(text -> Optional.of(text)
                        .filter(n -> n.matches("[0-9]{1,5}"))
                        .map(Integer::parseInt)
                        .filter(n -> n > 0 && n < 65_536)
                        .orElseThrow(() -> new WrongSettingException("CONTESTED_MAIL_PORT", "1 to 65535")))
                .orElse(SUBMISSION_PORT);
    }

    private MailSettings.Security mailSecurity() {
        try {
            return MailSettings.Security.valueOf(
                    value("CONTESTED_MAIL_SECURITY").orElse("starttls").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException("CONTESTED_MAIL_SECURITY", "starttls, tls or none");
        }
    }

    private static URI issuer(String text) {
        try {
            URI uri = URI.create(text);
            boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            if ("https".equals(uri.getScheme()) && uri.getHost() != null || "http".equals(uri.getScheme()) && here) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the same message
        }
        throw new WrongSettingException("CONTESTED_OIDC_ISSUER", "https:// with a host, as the provider writes it");
    }

    private String required(String name, String what) {
        return value(name).orElseThrow(() -> new WrongSettingException(name, what));
    }

    private Path folder(String name, String below) {
        try {
            return value(name)
                    .map(Path::of)
                    .orElseGet(() ->
                            Path.of(System.getProperty("contested.home", ".")).resolve(below))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new WrongSettingException(name, "the name of a folder");
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
    }
}
