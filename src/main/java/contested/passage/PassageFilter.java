package contested.passage;

import contested.source.Source;
import java.util.Optional;

/**
 * What a reader wants to see of a question's passages.
 *
 * @param source   only passages of this source; empty for all
 * @param relation only passages with this relation; empty for all
 */
public record PassageFilter(Optional<Source> source, Optional<Relation> relation) {

    /** Whether anything is left out at all. */
    public boolean isOpen() {
        return source.isEmpty() && relation.isEmpty();
    }

    public boolean accepts(Passage passage) {
        return source.filter(s -> !s.equals(passage.source())).isEmpty()
                && relation.filter(r -> r != passage.relation()).isEmpty();
    }
}
