package contested.moderation;

import contested.shared.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What moderators often write to authors under a rule, ready to take and change. */
@Entity
public class SavedReply {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String ruleKey;

    @Enumerated(EnumType.STRING)
    private Language language;

    private String text;

    protected SavedReply() {}

    SavedReply(String rule, Language language, String text) {
        this.ruleKey = rule;
        this.language = language;
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public String rule() {
        return ruleKey;
    }

    public Language language() {
        return language;
    }

    public String text() {
        return text;
    }
}
