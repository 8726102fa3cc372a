package contested.shared;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The number of changes that public content has seen. One row; part of each page's {@code ETag}. */
@Entity
public class ContentVersion {

    /** The table has one row, and this is its key. */
    static final int ONLY = 1;

    @Id
    private int id = ONLY;

    private long number;

    protected ContentVersion() {}

    public long number() {
        return number;
    }
}
