package contested.pack;

import contested.shared.Bilingual;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A pack that this portal has loaded, and in which version. */
@Entity
public class Pack {

    @Id
    private String id;

    /** Raised by its makers with each change; a lower one than loaded is ignored. */
    private int version;

    /** SHA-256 of all it says, in hex. */
    private String digest;

    @Embedded
    private Bilingual title;

    @Embedded
    private Bilingual description;

    private Instant firstLoadedAt;

    private Instant loadedAt;

    protected Pack() {}

    Pack(String id, Instant now) {
        this.id = id;
        firstLoadedAt = now;
    }

    void loaded(int newVersion, String newDigest, Bilingual newTitle, Bilingual newDescription, Instant now) {
        version = newVersion;
        digest = newDigest;
        title = newTitle;
        description = newDescription;
        loadedAt = now;
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String digest() {
        return digest;
    }

    public Bilingual title() {
        return title;
    }

    public Bilingual description() {
        return description;
    }
}
