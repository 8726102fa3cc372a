package contested.passage;

import contested.question.Question;
import contested.source.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The whole catalogue at a glance: each question against each source.
 *
 * @param sources   in the catalogue's order
 * @param questions in their order
 * @param passages  by question and rank
 */
public record Evidence(List<Source> sources, List<Question> questions, List<Passage> passages) {

    /** The evidence of each question in turn, without notes and texts. */
    public List<QuestionEvidence> byQuestion() {
        Map<Question, List<Passage>> byQuestion = passages.stream().collect(Collectors.groupingBy(Passage::question));
        return questions.stream()
                .map(q -> new QuestionEvidence(q, sources, byQuestion.getOrDefault(q, List.of()), List.of(), Map.of()))
                .toList();
    }
}
