package contested.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Who may give this portal an operator's commands: whoever can read its data folder, and so the key in it. */
@ApplicationScoped
public class OperatorAccess {

    @Inject
    private Settings settings;

    private volatile @Nullable OperatorKey key;

    /** Lays the key into the data folder; until then nobody may. */
    void open() {
        key = OperatorKey.issue(settings.dataFolder(), settings.port());
    }

    public boolean opensWith(String secret) {
        OperatorKey now = key;
        return now != null && now.opensWith(secret);
    }
}
