package contested.web;

import contested.account.RecoveryService;
import contested.operation.Settings;
import contested.shared.NotFoundException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /recover/{secret}}: another passphrase, by the mailed link. Looking uses nothing up. */
@Named
@RequestScoped
public class RecoverPassphrasePage implements FormPage {

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

    @Inject
    private SignInOutcome outcome;

    @PostConstruct
    void requireMail() {
        settings.mail().orElseThrow(() -> new NotFoundException("no mail is sent here"));
    }

    @Override
    public String submit() {
        recoveries.recover(address.slug().value(), form.value("passphrase"));
        outcome.signedOut();
        return links.getSignIn();
    }

    public boolean isOpen() {
        return recoveries.isOpen(address.slug().value());
    }
}
