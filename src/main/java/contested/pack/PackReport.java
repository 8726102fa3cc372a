package contested.pack;

import java.util.ArrayList;
import java.util.List;

/** What loading a pack did, item by item: {@code question dissent-laws}, {@code passage hrw-8a}. */
public final class PackReport {

    private final String pack;
    private final int version;
    private final List<String> added = new ArrayList<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> retired = new ArrayList<>();

    PackReport(String pack, int version) {
        this.pack = pack;
        this.version = version;
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
        return "pack " + pack + " version " + version + ": "
                + (isEmpty()
                        ? "nothing to change"
                        : added.size() + " added, " + updated.size() + " updated, " + retired.size() + " retired, "
                                + kept.size() + " kept as editors have them"
                                + (kept.isEmpty() ? "" : " " + kept));
    }
}
