package contested.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a moderator wrote to the author beside a decision. Not a part of the log: it can be erased. */
@Entity
public class DecisionWords {

    @Id
    private Long decisionId;

    private String text;

    protected DecisionWords() {}

    DecisionWords(Decision decision, String text) {
        this.decisionId = decision.id();
        this.text = text;
    }

    public Long decisionId() {
        return decisionId;
    }

    public String text() {
        return text;
    }
}
