package contested.passage;

import contested.question.Question;
import contested.source.Source;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of sources, with how much each of them says.
 *
 * @param evidence   all of it
 * @param paragraphs how many body paragraphs each source has, by its id
 */
public record CatalogueEvidence(Evidence evidence, Map<Long, Integer> paragraphs) {

    public List<Source> sources() {
        return evidence.sources();
    }

    public int paragraphs(Source source) {
        return paragraphs.getOrDefault(source.id(), 0);
    }

    /** By question and rank. */
    public List<Passage> passages(Source source) {
        return evidence.passages().stream()
                .filter(p -> p.source().equals(source))
                .toList();
    }

    /** The questions to which the source speaks, in their order. */
    public List<Question> questions(Source source) {
        return passages(source).stream().map(Passage::question).distinct().toList();
    }
}
