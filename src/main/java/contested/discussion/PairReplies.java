package contested.discussion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is given which comments to answer, so that each that begins a conversation gets an answer by somebody else. Answers
 * themselves need none: there would be no end to it. Reckoned anew from what was said each time and kept nowhere; the
 * oldest comments are given out first, so that a new one takes no older one from anybody.
 */
final class PairReplies {

    /**
     * A comment that stands, or waits for a moderator.
     *
     * @param answers the comment it answers; null where it begins a conversation
     * @param group   in whose thread; 0 for the plenary
     * @param isRead  whether readers see it
     */
    record Said(long id, long author, @Nullable Long answers, int group, boolean isRead) {}

    private final List<Said> said;
    private final Map<Long, Integer> people;

    /**
     * @param said   under one question of a workshop, in any order
     * @param people those who may answer, with their group; 0 for none
     */
    PairReplies(List<Said> said, Map<Long, Integer> people) {
        this.said = said.stream().sorted(Comparator.comparing(Said::id)).toList();
        this.people = Map.copyOf(people);
    }

    /** What begins a conversation and has no answer by anybody but its author yet, the oldest first. */
    List<Said> unanswered() {
        Map<Long, Long> authors = said.stream().collect(Collectors.toMap(Said::id, Said::author));
        Set<Long> answered = said.stream()
                .filter(s -> s.answers() != null && isByAnother(s, authors))
                .map(Said::answers)
                .collect(Collectors.toSet());
        return said.stream()
                .filter(s -> s.answers() == null && s.isRead() && !answered.contains(s.id()))
                .toList();
    }

    private static boolean isByAnother(Said answer, Map<Long, Long> authors) {
        Long answered = authors.get(answer.answers());
        return answered != null && answered != answer.author();
    }

    /** What each is given, by account; whoever is given nothing is not in it. */
    Map<Long, List<Said>> given() {
        Map<Long, Integer> load = new HashMap<>();
        Map<Long, Long> authors = said.stream().collect(Collectors.toMap(Said::id, Said::author));
        said.stream()
                .filter(s -> s.answers() != null && isByAnother(s, authors))
                .forEach(s -> load.merge(s.author(), 1, Integer::sum));
        Map<Long, List<Said>> all = new HashMap<>();
        for (Said comment : unanswered()) {
            candidates(comment).stream()
                    .min(Comparator.comparing((Long who) -> load.getOrDefault(who, 0))
                            .thenComparing(who -> who > comment.author() ? 0 : 1)
                            .thenComparing(who -> who))
                    .ifPresent(who -> {
                        load.merge(who, 1, Integer::sum);
                        all.computeIfAbsent(who, w -> new ArrayList<>()).add(comment);
                    });
        }
        return all;
    }

    /** Those who read it and have written something that stands. */
    private List<Long> candidates(Said comment) {
        return people.entrySet().stream()
                .filter(p ->
                        p.getKey() != comment.author() && (comment.group() == 0 || comment.group() == p.getValue()))
                .map(Map.Entry::getKey)
                .filter(this::hasWritten)
                .toList();
    }

    private boolean hasWritten(Long person) {
        return said.stream().anyMatch(s -> s.author() == person && s.isRead());
    }
}
