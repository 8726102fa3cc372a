package contested.operation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The server by which the portal sends mail, as the operator names it.
 *
 * @param user     null where the server asks for none
 * @param password null with it
 * @param from     the sender's address
 * @param portal   the address under which people know this portal, for links
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String from,
        URI portal) {

    /** How the way there is kept from being read. */
    public enum Security {
        STARTTLS,
        TLS,
        /** For a server on the same machine. */
        NONE
    }

    @Override
    public String toString() {
        return "mail by " + host + ":" + port;
    }
}
