package contested.discussion;

import contested.shared.Slug;
import java.util.Optional;

/**
 * Where a page of a thread ended: the last comment on it. In addresses it is that comment's name and, since the order by
 * citations needs it, how many passages it cited then.
 */
record Cursor(Slug last, int cited) {

    private static final int MAX_CITED_DIGITS = 4;

    static Cursor after(Comment comment) {
        return new Cursor(comment.slug(), comment.citationCount());
    }

    /** Empty when the text of an address is none. */
    static Optional<Cursor> parse(String text) {
        int point = text.indexOf('.');
        if (point < 1 || point > MAX_CITED_DIGITS || !text.substring(0, point).matches("[0-9]+")) {
            return Optional.empty();
        }
        int cited = Integer.parseInt(text.substring(0, point));
        return Slug.parse(text.substring(point + 1)).map(slug -> new Cursor(slug, cited));
    }

    @Override
    public String toString() {
        return cited + "." + last;
    }
}
