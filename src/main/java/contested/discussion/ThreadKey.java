package contested.discussion;

import contested.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation on a question is meant: the public one, that of one workshop, or that of one of its small groups.
 * Whoever asks for one never gets a comment of the other.
 *
 * @param workshop null for the public one
 * @param group    from 1; 0 for the plenary and the public one
 */
public record ThreadKey(Slug question, @Nullable Slug workshop, int group) {

    /** Of everybody: the public one, or the plenary of a workshop. */
    public ThreadKey(Slug question, @Nullable Slug workshop) {
        this(question, workshop, 0);
    }

    /** The conversation that everybody reads. */
    public static ThreadKey open(Slug question) {
        return new ThreadKey(question, null);
    }

    public static ThreadKey in(Slug workshop, Slug question) {
        return new ThreadKey(question, workshop);
    }

    /** The conversation of one small group of a workshop. */
    public static ThreadKey ofGroup(Slug workshop, Slug question, int group) {
        return new ThreadKey(question, workshop, group);
    }

    public boolean isPublic() {
        return workshop == null;
    }

    @Override
    public String toString() {
        return isPublic() ? question.value() : workshop + " " + question + (group == 0 ? "" : " " + group);
    }
}
