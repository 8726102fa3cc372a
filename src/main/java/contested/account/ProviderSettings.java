package contested.account;

import java.net.URI;

/**
 * An identity provider by which people may sign in beside passphrases, as the operator names it.
 *
 * @param issuer       where it tells about itself. Source: OpenID Connect Discovery 1.0
 * @param clientId     what it calls this portal
 * @param clientSecret by which this portal shows that it is that one
 * @param name         what people call it, on the button
 * @param answersAt    the address of this portal to which it sends people back
 */
public record ProviderSettings(URI issuer, String clientId, String clientSecret, String name, URI answersAt) {

    @Override
    public String toString() {
        return "identity provider " + issuer;
    }
}
