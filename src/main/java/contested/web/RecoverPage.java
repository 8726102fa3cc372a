package contested.web;

import contested.account.RecoveryService;
import contested.operation.Settings;
import contested.shared.NotFoundException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;

/** {@code /recover}: asks for a link to get back in. Says the same whether or not anybody has that address. */
@Named
@RequestScoped
public class RecoverPage implements FormPage {

    private static final String ASKED = "asked";

    @Inject
    private RecoveryService recoveries;

    @Inject
    private Settings settings;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @PostConstruct
    void requireMail() {
        settings.mail().orElseThrow(() -> new NotFoundException("no mail is sent here"));
    }

    @Override
    public String submit() {
        recoveries.ask(form.value("email"), address.getLanguage());
        return links.to(Route.RECOVER, "", Map.of(ASKED, "yes"));
    }

    public boolean isAsked() {
        return address.parameter(ASKED, v -> Optional.of(v).filter("yes"::equals))
                .isPresent();
    }
}
