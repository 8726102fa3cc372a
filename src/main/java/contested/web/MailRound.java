package contested.web;

import contested.account.RecoveryService;
import contested.notice.DigestService;
import contested.operation.MailSettings;
import contested.operation.Postman;
import contested.operation.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what waits to be mailed, every few seconds, where the operator named a server for it. Each mail is prepared, handed
 * over and settled in steps of its own, so that nothing slow holds a transaction and nothing is lost when a step fails.
 */
@ApplicationScoped
public class MailRound {

    private static final int EVERY_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(MailRound.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Settings settings;

    @Inject
    private Postman postman;

    @Inject
    private RecoveryService recoveries;

    @Inject
    private DigestService digests;

    @Inject
    private Clock clock;

    /** After a failed digest all of them wait a while: the server is what failed. */
    private volatile Instant digestsFrom = Instant.MIN;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        settings.mail()
                .ifPresent(mail -> executor.scheduleWithFixedDelay(
                        () -> round(mail), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS));
    }

    private void round(MailSettings mail) {
        try {
            recoveries.due().forEach(id -> recover(mail, id));
            if (!clock.instant().isBefore(digestsFrom)) {
                digests.due().forEach(account -> digest(mail, account));
            }
        } catch (RuntimeException e) {
            // A round that ends in an exception would be the last one.
            LOG.error("mails were not sent: " + e.getClass().getSimpleName());
        }
    }

    private void recover(MailSettings mail, long id) {
        recoveries.prepare(id).ifPresent(letter -> {
            String link = mail.portal() + Route.RECOVER_PASSPHRASE.path(letter.token()) + "?lang="
                    + letter.language().tag();
            try {
                postman.send(
                        mail,
                        letter.email(),
                        Text.in(letter.language(), "mail.recovery.subject"),
                        Text.format(letter.language(), "mail.recovery.text", letter.pseudonym(), link));
                recoveries.sent(id);
            } catch (IOException e) {
                LOG.warn("the mail of recovery " + id + " was not taken: " + e.getMessage());
                recoveries.failed(id);
            }
        });
    }

    private void digest(MailSettings mail, long account) {
        digests.prepare(account).ifPresent(letter -> {
            String link = mail.portal() + Route.ME_NOTICES.path("") + "?lang="
                    + letter.language().tag();
            try {
                postman.send(
                        mail,
                        letter.email(),
                        Text.format(letter.language(), "mail.digest.subject", letter.count()),
                        Text.format(letter.language(), "mail.digest.text", letter.count(), link));
                digests.sent(account, letter.until());
            } catch (IOException e) {
                LOG.warn("the digest for account " + account + " was not taken: " + e.getMessage());
                digestsFrom = clock.instant().plus(DigestService.PAUSE);
            }
        });
    }
}
