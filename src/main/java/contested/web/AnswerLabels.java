package contested.web;

import contested.outcome.Answer;
import contested.question.Question;
import contested.question.Slot;
import contested.shared.Bilingual;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the answers to a question are called, whatever became of its positions.
 *
 * @param bySlot the label of each position that was ever offered
 */
public record AnswerLabels(Map<Slot, Bilingual> bySlot) {

    public static AnswerLabels of(Question question) {
        Map<Slot, Bilingual> labels = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            question.everOffered(slot).ifPresent(position -> labels.put(slot, position.label()));
        }
        return new AnswerLabels(labels);
    }

    /** Empty for not sure, which the portal has its own words for. */
    Optional<Bilingual> label(Answer answer) {
        return answer.slot().map(bySlot::get);
    }
}
