package contested.passage;

import contested.question.Position;
import contested.question.Question;
import contested.shared.Bilingual;
import contested.source.Source;
import org.jspecify.annotations.Nullable;

/** What a pack or an editor says of a passage; see the fields of {@link Passage} of the same names. */
public record PassageWording(
        int rank,
        Source source,
        Question question,
        @Nullable Position position,
        Relation relation,
        boolean explicit,
        Span span,
        int phraseStart,
        Quote phrase,
        Voice voice,
        Bilingual gist) {}
