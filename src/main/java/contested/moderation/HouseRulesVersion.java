package contested.moderation;

import contested.account.Account;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The house rules as they read from one time on. Never changed: a later version follows, and decisions name theirs. */
@Entity
public class HouseRulesVersion {

    @Id
    private int number;

    private Instant inForceSince;

    /** Null for the rules that ship. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Account writtenBy;

    @OneToMany(mappedBy = "version", cascade = CascadeType.PERSIST)
    @OrderBy("rank")
    private List<HouseRule> rules = new ArrayList<>();

    protected HouseRulesVersion() {}

    HouseRulesVersion(int number, Account writtenBy, List<RuleWording> wordings, Instant now) {
        this.number = number;
        this.writtenBy = writtenBy;
        this.inForceSince = now;
        wordings.forEach(wording -> rules.add(new HouseRule(this, rules.size() + 1, wording)));
    }

    public int number() {
        return number;
    }

    public Instant inForceSince() {
        return inForceSince;
    }

    /** Empty for the rules that ship. */
    public Optional<Account> writtenBy() {
        return Optional.ofNullable(writtenBy);
    }

    /** In their order: people call them by number. */
    public List<HouseRule> rules() {
        return List.copyOf(rules);
    }

    /** Whether these are its rules, word for word and in this order. */
    boolean says(List<RuleWording> wordings) {
        return rules.stream().map(HouseRule::wording).toList().equals(wordings);
    }

    public boolean has(String rule) {
        return rules.stream().anyMatch(r -> r.key().equals(rule));
    }
}
