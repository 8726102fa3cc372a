package contested.shared;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a catalogued thing came from: the pack, and what that pack said of it. A later version of the pack replaces it
 * only while no editor has changed it.
 *
 * @param pack     the pack's id, or null when an editor made the thing here
 * @param digest   SHA-256 of what the pack said, in hex; null with {@code pack}
 * @param editedAt when an editor last changed it here; null while it is as the pack gave it
 */
@Embeddable
public record Provenance(@Nullable String pack, @Nullable String digest, @Nullable Instant editedAt) {

    public static Provenance of(String pack, String digest) {
        return new Provenance(pack, digest, null);
    }

    public boolean isEdited() {
        return editedAt != null;
    }

    /** The same origin, with a later editor's hand on it. */
    public Provenance editedAt(Instant now) {
        return new Provenance(pack, digest, now);
    }

    /** Whether the pack would say now exactly what it said when this was loaded. */
    public boolean hasDigest(String other) {
        return other.equals(digest);
    }
}
