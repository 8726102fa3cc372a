package contested.moderation;

import contested.shared.Bilingual;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One of the rules by which people argue here, with an example that is fine and one that is not. */
@Entity
public class HouseRule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private HouseRulesVersion version;

    /** The same through all versions of the rule, such as {@code person}. */
    private String ruleKey;

    private int rank;

    @Embedded
    private Bilingual title;

    @Embedded
    private Bilingual why;

    @Embedded
    private Bilingual allowed;

    @Embedded
    private Bilingual refused;

    protected HouseRule() {}

    HouseRule(HouseRulesVersion version, int rank, RuleWording wording) {
        this.version = version;
        this.rank = rank;
        this.ruleKey = wording.key();
        this.title = wording.title();
        this.why = wording.why();
        this.allowed = wording.allowed();
        this.refused = wording.refused();
    }

    RuleWording wording() {
        return new RuleWording(ruleKey, title, why, allowed, refused);
    }

    public String key() {
        return ruleKey;
    }

    public HouseRulesVersion version() {
        return version;
    }

    /** The number people call it by, counted from 1. */
    public int rank() {
        return rank;
    }

    public Bilingual title() {
        return title;
    }

    public Bilingual why() {
        return why;
    }

    /** What is fine. */
    public Bilingual allowed() {
        return allowed;
    }

    /** What is not. */
    public Bilingual refused() {
        return refused;
    }
}
