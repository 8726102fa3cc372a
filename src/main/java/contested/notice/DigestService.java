package contested.notice;

import contested.account.Account;
import contested.account.Digest;
import contested.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** News by mail, for those who asked for it. A digest counts what is new and has no text of anybody in it. */
@ApplicationScoped
@Transactional
public class DigestService {

    private static final int MAX_ROUND = 50;

    /** How long a mail that could not be handed over is left alone; nothing of it is lost. */
    public static final Duration PAUSE = Duration.ofHours(1);

    @Inject
    private NoticeRepository notices;

    @Inject
    private Clock clock;

    /** A mail to be sent. @param until all before it is counted */
    public record Letter(String email, Language language, long count, Instant until) {}

    /** Whose time has come, by account. */
    public List<Long> due() {
        return notices.digestsDue(Digest.DAILY, before(Digest.DAILY), Digest.WEEKLY, before(Digest.WEEKLY), MAX_ROUND);
    }

    private Instant before(Digest digest) {
        return clock.instant().minus(digest.every());
    }

    /** The mail; empty where there is nothing new, and then the next one comes when the next one would. */
    public Optional<Letter> prepare(long account) {
        Instant now = clock.instant();
        Optional<Account> wanting = notices.wantingDigest(account);
        long count = wanting.map(
                        a -> notices.countNewSince(account, a.digestSince().orElse(now), now))
                .orElse(0L);
        if (count == 0) {
            wanting.ifPresent(a -> a.digested(now));
            return Optional.empty();
        }
        return wanting.map(
                a -> new Letter(a.email().orElseThrow(), a.digestLanguage().orElse(Language.DEFAULT), count, now));
    }

    /** The mail was handed over. */
    public void sent(long account, Instant until) {
        notices.wantingDigest(account).ifPresent(a -> a.digested(until));
    }
}
