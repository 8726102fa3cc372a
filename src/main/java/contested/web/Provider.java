package contested.web;

import contested.account.ProviderSettings;
import contested.operation.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The identity provider that the operator named, for the button that leads to it. */
@Named
@RequestScoped
public class Provider {

    @Inject
    private Settings settings;

    @Inject
    private Onward onward;

    /** Empty text where there is none. */
    public String getName() {
        return settings.identityProvider().map(ProviderSettings::name).orElse("");
    }

    /** Off to it, and from there to where one wanted to go. */
    public String getAddress() {
        return onward.getProvider();
    }
}
