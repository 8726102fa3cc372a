package contested.operation;

import contested.operation.MailSettings.Security;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Hands a mail over to the operator's server. Slow, so never within a transaction. */
@ApplicationScoped
public class Postman {

    private static final String PATIENCE_MS = "10000";

    /** @throws IOException When the server did not take it; says nothing of whom it was for. */
    public void send(MailSettings settings, String to, String subject, String text) throws IOException {
        try {
            Session session = Session.getInstance(properties(settings));
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress(settings.from(), true));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(text, StandardCharsets.UTF_8.name());
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setSentDate(new Date());
            mail.saveChanges();
            try (Transport transport = session.getTransport()) {
                transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (MessagingException e) {
            // Its message may have the address in it.
            throw new IOException(e.getClass().getSimpleName());
        }
    }

    private static Properties properties(MailSettings settings) {
        String protocol = settings.security() == Security.TLS ? "smtps" : "smtp";
        Properties all = new Properties();
        all.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        all.setProperty(prefix + "connectiontimeout", PATIENCE_MS);
        all.setProperty(prefix + "timeout", PATIENCE_MS);
        all.setProperty(prefix + "writetimeout", PATIENCE_MS);
        all.setProperty(prefix + "auth", String.valueOf(settings.user() != null));
        all.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean starttls = settings.security() == Security.STARTTLS;
        all.setProperty(prefix + "starttls.enable", String.valueOf(starttls));
        all.setProperty(prefix + "starttls.required", String.valueOf(starttls));
        return all;
    }
}
