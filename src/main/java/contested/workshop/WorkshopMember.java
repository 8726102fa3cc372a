package contested.workshop;

import contested.access.WorkshopRole;
import contested.account.Account;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Somebody in a workshop, under the pseudonym of their account. */
@Entity
@DynamicUpdate // whoever is removed in the moment in which their page notes that they are here stays removed
public class WorkshopMember {

    /** Whoever had no page open for so long is away. */
    public static final Duration AWAY_AFTER = Duration.ofMinutes(3);

    public static final int MAX_EXTRA_MINUTES = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Workshop workshop;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Account account;

    @Enumerated(EnumType.STRING)
    private WorkshopRole role;

    private Instant joinedAt;
    private Instant seenAt;
    private @Nullable Instant leftAt;
    private @Nullable Instant removedAt;
    private boolean muted;
    private @Nullable String returnHash;
    private @Nullable String joinHash;
    private int extraMinutes;
    private @Nullable String realName;

    protected WorkshopMember() {}

    public WorkshopMember(Workshop workshop, Account account, WorkshopRole role, Instant now) {
        this.workshop = workshop;
        this.account = account;
        this.role = role;
        this.joinedAt = now;
        this.seenAt = now.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Comes back by that phrase from now on, and by no earlier one. */
    public void returnBy(ReturnPhrase phrase) {
        returnHash = phrase.hash();
    }

    /** Joined by a form that carried this key, and is the same member if the same form arrives once more. */
    void joinBy(JoinKey key) {
        joinHash = key.hash();
    }

    /** Whether the form by which somebody joined may be answered once more: their browser was never seen since. */
    boolean isAwaitedAt(Instant now) {
        return isIn() && joinHash != null && now.isBefore(joinedAt.plus(JoinKey.LASTS));
    }

    /** To the minute: more would tell what somebody does. @return whether this changed anything */
    boolean appear(Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        boolean changed = !minute.equals(seenAt) || joinHash != null;
        seenAt = minute;
        // Their browser has the answer, so nobody else is let in by the form that it sent.
        joinHash = null;
        return changed;
    }

    public boolean isHereAt(Instant now) {
        return isIn() && now.isBefore(seenAt.plus(AWAY_AFTER));
    }

    public void takeAs(WorkshopRole newRole) {
        role = newRole;
    }

    public void mute(boolean silent) {
        muted = silent;
    }

    /** For good: the phrase leads back no more, and who it was in life is forgotten. */
    public void remove(Instant now) {
        removedAt = now;
        returnHash = null;
        realName = null;
    }

    /** Somebody with an account of their own is invited again. */
    void takeBackAs(WorkshopRole newRole) {
        removedAt = null;
        role = newRole;
    }

    public void leave(Instant now) {
        leftAt = now;
        returnHash = null;
        realName = null;
    }

    public void giveExtra(int minutes) {
        extraMinutes = Math.max(0, Math.min(MAX_EXTRA_MINUTES, minutes));
    }

    public void call(@Nullable String name) {
        realName = name;
    }

    public boolean isIn() {
        return leftAt == null && removedAt == null;
    }

    public Long id() {
        return id;
    }

    public Workshop workshop() {
        return workshop;
    }

    public Account account() {
        return account;
    }

    /** Of their account, for rooms that have nothing to do with accounts. */
    public long accountId() {
        return account.id();
    }

    /** Empty once they had their account erased. */
    public Optional<String> pseudonym() {
        return account.pseudonym();
    }

    public WorkshopRole role() {
        return role;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    /** When they last had a page of the workshop open, to the minute. */
    public Instant seenAt() {
        return seenAt;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    public boolean hasLeft() {
        return leftAt != null;
    }

    public boolean isMuted() {
        return muted;
    }

    public Duration extra() {
        return Duration.ofMinutes(extraMinutes);
    }

    /** For facilitators alone. */
    public Optional<String> realName() {
        return Optional.ofNullable(realName);
    }
}
