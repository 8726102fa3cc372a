package contested.passage;

import contested.question.Position;
import contested.question.Question;
import contested.source.Source;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that bears on one question.
 *
 * @param question the question, with its positions
 * @param sources  the whole catalogue, in its order: silence is evidence too
 * @param passages in their order on the question page
 * @param notes    what editors add
 * @param texts    installed texts of the paragraphs in which the passages stand
 */
public record QuestionEvidence(
        Question question,
        List<Source> sources,
        List<Passage> passages,
        List<EditorNote> notes,
        Map<ParagraphKey, String> texts) {

    /** The passages with that relation to the position. */
    public List<Passage> on(Position position, Relation relation) {
        return passages.stream()
                .filter(p -> p.relation() == relation
                        && p.position().filter(position::equals).isPresent())
                .toList();
    }

    /** The passages that support, qualify or challenge the position, in this order. */
    public List<Passage> bearingOn(Position position) {
        return Arrays.stream(Relation.values())
                .filter(Relation::takesPosition)
                .flatMap(relation -> on(position, relation).stream())
                .toList();
    }

    /** The passages that count for the position's side: they support or qualify it. */
    public List<Passage> standingFor(Position position) {
        return bearingOn(position).stream()
                .filter(p -> p.relation().standsForPosition())
                .toList();
    }

    /** The passages that no chart counts for a side: they report a view, ask, or give context. */
    public List<Passage> withoutStance() {
        return passages.stream().filter(p -> !p.relation().takesPosition()).toList();
    }

    /** The passages that name no position at all, and so stand under none. */
    public List<Passage> onNoPosition() {
        return passages.stream().filter(p -> p.position().isEmpty()).toList();
    }

    public List<Passage> from(Source source) {
        return passages.stream().filter(p -> p.source().equals(source)).toList();
    }

    /** The catalogued sources that say nothing on the question. */
    public List<Source> silentSources() {
        return sources.stream().filter(s -> from(s).isEmpty()).toList();
    }

    /** The publishers, in the catalogue's order, with a passage that supports the position. */
    public Set<String> supportingPublishers(Position position) {
        Set<String> publishers = new LinkedHashSet<>();
        on(position, Relation.SUPPORTS).forEach(p -> publishers.add(p.source().publisher()));
        return publishers;
    }

    /** Whether some position has no support, or all of its support from one publisher. Source: the content guide. */
    public boolean isOneSided() {
        return question.positions().stream()
                .anyMatch(p -> supportingPublishers(p).size() < 2);
    }

    /** Whether at least two positions have support, and from different publishers. Source: the content guide. */
    public boolean isReadyForClass() {
        List<Set<String>> supported = question.positions().stream()
                .map(this::supportingPublishers)
                .filter(s -> !s.isEmpty())
                .toList();
        Set<String> all = new LinkedHashSet<>();
        supported.forEach(all::addAll);
        return supported.size() >= 2 && all.size() >= 2;
    }

    /** The installed text around a passage, cut at its ends; empty when its document is not installed. */
    public Optional<PassageText> textOf(Passage passage) {
        return PassageText.of(passage, texts);
    }
}
