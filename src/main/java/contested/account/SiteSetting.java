package contested.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One decision of the administrators' about the whole site, by its name. What is not decided has its default. */
@Entity
public class SiteSetting {

    @Id
    private String name;

    private String decided;

    protected SiteSetting() {}

    SiteSetting(String name, String value) {
        this.name = name;
        this.decided = value;
    }

    void decide(String newValue) {
        decided = newValue;
    }

    String value() {
        return decided;
    }
}
