package contested.discussion;

import contested.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation on a question is meant: the public one, or that of one workshop. Whoever asks for one never gets a
 * comment of the other.
 *
 * @param workshop null for the public one
 */
public record ThreadKey(Slug question, @Nullable Slug workshop) {

    /** The conversation that everybody reads. */
    public static ThreadKey open(Slug question) {
        return new ThreadKey(question, null);
    }

    public static ThreadKey in(Slug workshop, Slug question) {
        return new ThreadKey(question, workshop);
    }

    public boolean isPublic() {
        return workshop == null;
    }

    @Override
    public String toString() {
        return isPublic() ? question.value() : workshop + " " + question;
    }
}
