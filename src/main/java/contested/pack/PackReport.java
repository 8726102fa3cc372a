package contested.pack;

import java.util.ArrayList;
import java.util.List;

/** What loading a pack did, item by item: {@code question dissent-laws}, {@code passage hrw-8a}. */
public final class PackReport {

    private final String pack;
    private final int version;
    /** The version that is loaded already and is higher; 0 when this one was looked at. */
    private int loadedInstead;

    private final List<String> added = new ArrayList<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> retired = new ArrayList<>();

    PackReport(String pack, int version) {
        this.pack = pack;
        this.version = version;
    }

    /** Says that a higher version is loaded already, so this one was left alone. */
    void ignoredFor(int loaded) {
        loadedInstead = loaded;
    }

    void added(String item) {
        added.add(item);
    }

    void updated(String item) {
        updated.add(item);
    }

    void kept(String item) {
        kept.add(item);
    }

    void retired(String item) {
        retired.add(item);
    }

    public List<String> added() {
        return List.copyOf(added);
    }

    public List<String> updated() {
        return List.copyOf(updated);
    }

    /** What the pack changed or dropped and an editor had changed here: left as the editor has it. */
    public List<String> kept() {
        return List.copyOf(kept);
    }

    public List<String> retired() {
        return List.copyOf(retired);
    }

    public boolean isEmpty() {
        return added.isEmpty() && updated.isEmpty() && kept.isEmpty() && retired.isEmpty();
    }

    /** For the log: counts, and by name what editors have changed. */
    public String line() {
        if (loadedInstead > 0) {
            return "pack " + pack + " version " + version + ": ignored, version " + loadedInstead + " is loaded";
        }
        return "pack " + pack + " version " + version + ": "
                + (isEmpty()
                        ? "nothing to change"
                        : added.size() + " added, " + updated.size() + " updated, " + retired.size() + " retired, "
                                + kept.size() + " kept as editors have them"
                                + (kept.isEmpty() ? "" : " " + kept));
    }
}
