package contested.account;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.shared.Language;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who takes part under a pseudonym. What is known of them is the pseudonym and, if they wish, an e-mail address. */
@Entity
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** As its owner writes it; null once the account is erased. */
    private @Nullable String pseudonym;

    /** See {@link Pseudonym#key()}; one account a key. Null once the account is erased. */
    private @Nullable String pseudonymKey;

    /** The passphrase's hash; null for an account without one, and once the account is erased. */
    private @Nullable String passphrase;

    /** A hash of issuer and subject at the operator's identity provider; null for an account with a passphrase. */
    private @Nullable String identityHash;

    /** For getting back in, and for nothing else; null where its owner gave none. */
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Digest digest = Digest.OFF;

    /** In which the digest is written; null where none is wanted. */
    @Enumerated(EnumType.STRING)
    private @Nullable Language digestLanguage;

    /** What happened after this goes into the next one; null where none is wanted. */
    private @Nullable Instant digestSince;

    /** Beside being a member, which everybody is. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Set<SiteRole> roles = EnumSet.noneOf(SiteRole.class);

    /** Tells the account's own pages and what was typed in them from those of others; says nothing of who it is. */
    private String mark = Secrets.fresh();

    private Instant createdAt;

    /** When its owner had it erased; null while it stands. */
    private @Nullable Instant erasedAt;

    /** Whether it was made for one workshop: no passphrase, no rights elsewhere. */
    private boolean guest;

    protected Account() {}

    public Account(Pseudonym pseudonym, String passphraseHash, @Nullable String email, Instant now) {
        rename(pseudonym);
        this.passphrase = passphraseHash;
        this.email = email;
        this.createdAt = now;
    }

    /** One that is opened by the operator's identity provider alone. */
    static Account known(Pseudonym pseudonym, String identityHash, Instant now) {
        Account account = new Account();
        account.rename(pseudonym);
        account.identityHash = identityHash;
        account.createdAt = now;
        return account;
    }

    /** One for somebody who joins a workshop. Pseudonyms of guests are told apart within their workshop alone. */
    static Account guest(Pseudonym pseudonym, String key, Instant now) {
        Account account = new Account();
        account.pseudonym = pseudonym.value();
        account.pseudonymKey = key;
        account.guest = true;
        account.createdAt = now;
        return account;
    }

    public final void rename(Pseudonym newPseudonym) {
        pseudonym = newPseudonym.value();
        pseudonymKey = newPseudonym.key();
    }

    public void changePassphrase(String hash) {
        passphrase = hash;
    }

    /** Without an address there is no digest either. */
    public void changeEmail(@Nullable String newEmail) {
        email = newEmail;
        if (newEmail == null) {
            endDigest();
        }
    }

    void chooseDigest(Digest newDigest, Language language, Instant now) {
        if (newDigest == Digest.OFF) {
            endDigest();
            return;
        }
        digest = newDigest;
        digestLanguage = language;
        digestSince = digestSince == null ? now : digestSince;
    }

    private void endDigest() {
        digest = Digest.OFF;
        digestLanguage = null;
        digestSince = null;
    }

    /** All until then was told. */
    public void digested(Instant until) {
        digestSince = until;
    }

    public void trustAs(SiteRole role) {
        roles.add(role);
    }

    public void trustNoLongerAs(SiteRole role) {
        roles.remove(role);
    }

    /** Leaves an empty place, so that what others answered keeps its ground. */
    public void erase(Instant now) {
        pseudonym = null;
        pseudonymKey = null;
        passphrase = null;
        identityHash = null;
        email = null;
        endDigest();
        roles.clear();
        erasedAt = now;
    }

    /** Random, and the same as long as the account stands. */
    public String mark() {
        return mark;
    }

    public Long id() {
        return id;
    }

    /** Empty once the account is erased. */
    public Optional<String> pseudonym() {
        return Optional.ofNullable(pseudonym);
    }

    /** Not so for one that was made through an identity provider. */
    public boolean hasPassphrase() {
        return passphrase != null;
    }

    public boolean isGuest() {
        return guest;
    }

    public Set<SiteRole> roles() {
        return Set.copyOf(roles);
    }

    @Nullable
    String passphrase() {
        return passphrase;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Digest digest() {
        return digest;
    }

    public Optional<Language> digestLanguage() {
        return Optional.ofNullable(digestLanguage);
    }

    public Optional<Instant> digestSince() {
        return Optional.ofNullable(digestSince);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    public boolean is(SiteRole role) {
        return switch (role) {
            case MEMBER -> !guest && !isErased();
            case GUEST -> guest && !isErased();
            default -> roles.contains(role);
        };
    }

    /** Who acts when this account acts. */
    public Actor actor() {
        Set<SiteRole> all = EnumSet.of(guest ? SiteRole.GUEST : SiteRole.MEMBER);
        all.addAll(roles);
        return isErased() ? Actor.VISITOR : new Actor(id, all);
    }
}
