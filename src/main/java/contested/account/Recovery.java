package contested.account;

import contested.shared.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to get back into their account by a link that is mailed to them. The link's secret is made when the mail
 * is sent, and only its hash is kept; a mail that could not be sent is tried again with a new one.
 */
@Entity
public class Recovery {

    /** How long the link works after it was sent. */
    public static final Duration LASTS = Duration.ofHours(1);

    /** Within this time nobody is sent a second mail. */
    static final Duration ONE_MAIL = Duration.ofMinutes(5);

    /** With the pauses between, about two hours. */
    private static final int MAX_TRIES = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    /** That of the page on which it was asked for. */
    @Enumerated(EnumType.STRING)
    private Language language;

    private Instant askedAt;

    /** SHA-256 of the link's secret, in hex; null before a mail was prepared. */
    private @Nullable String tokenHash;

    /** When the mail was handed over; null while it waits. */
    private @Nullable Instant sentAt;

    private Instant nextTryAt;

    private int tries;

    protected Recovery() {}

    Recovery(Account account, Language language, Instant now) {
        this.account = account;
        ask(language, now);
    }

    /** Asked again: a new mail with a new link. */
    final void ask(Language newLanguage, Instant now) {
        language = newLanguage;
        askedAt = now;
        nextTryAt = now;
        sentAt = null;
        tokenHash = null;
        tries = 0;
    }

    void prepare(String newTokenHash) {
        tokenHash = newTokenHash;
    }

    void sent(Instant now) {
        sentAt = now;
    }

    /** Tried again after 2, 4, 8 … minutes. @return whether there is another try */
    boolean failed(Instant now) {
        tries++;
        nextTryAt = now.plus(Duration.ofMinutes(1L << tries));
        return tries < MAX_TRIES;
    }

    boolean isRecentAt(Instant now) {
        return now.isBefore(askedAt.plus(ONE_MAIL));
    }

    boolean isOpenAt(Instant now) {
        return sentAt != null && now.isBefore(sentAt.plus(LASTS));
    }

    Account account() {
        return account;
    }

    Language language() {
        return language;
    }
}
