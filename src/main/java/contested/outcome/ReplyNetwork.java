package contested.outcome;

import contested.shared.Slug;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answered whom in a discussion. Counts published replies to published comments; answers to oneself, and to or from
 * somebody who left, make no line.
 */
public final class ReplyNetwork {

    private final List<String> people;
    private final List<Line> lines;

    /**
     * @param people   the pseudonyms of those who could write, in the order in which they are shown
     * @param comments in any order
     */
    public ReplyNetwork(Collection<String> people, List<PublishedComment> comments) {
        this.people = people.stream().distinct().toList();
        Map<Slug, @Nullable String> authors = new HashMap<>();
        comments.forEach(c -> authors.put(c.slug(), c.author()));
        Map<Line, Integer> replies = new HashMap<>();
        comments.stream().flatMap(c -> line(c, authors)).forEach(line -> replies.merge(line, 1, Integer::sum));
        lines = this.people.stream()
                .flatMap(from -> this.people.stream().map(to -> new Line(from, to, 0)))
                .filter(replies::containsKey)
                .map(line -> new Line(line.from(), line.to(), replies.get(line)))
                .toList();
    }

    /** Nothing or one line without a number: the reply's author to that of the comment which it answers. */
    private static Stream<Line> line(PublishedComment reply, Map<Slug, @Nullable String> authors) {
        String from = reply.author();
        String to = reply.answers() == null ? null : authors.get(reply.answers());
        return from == null || to == null || from.equals(to) ? Stream.empty() : Stream.of(new Line(from, to, 0));
    }

    /**
     * Answers of one person to another.
     *
     * @param from    who answered
     * @param to      whose comments were answered
     * @param replies how many answers
     */
    public record Line(String from, String to, int replies) {}

    /**
     * One person in the network.
     *
     * @param name     the pseudonym
     * @param given    how many answers to others
     * @param received how many answers by others
     */
    public record Person(String name, int given, int received) {}

    /** By who answered, then by whose comments, in the order of the people. */
    public List<Line> lines() {
        return lines;
    }

    /** All of them, in the given order; those without a line too. */
    public List<Person> people() {
        return people.stream()
                .map(name -> new Person(
                        name,
                        sum(lines.stream().filter(l -> l.from().equals(name))),
                        sum(lines.stream().filter(l -> l.to().equals(name)))))
                .toList();
    }

    /** Those whom nobody answered and who answered nobody. */
    public List<String> alone() {
        return people().stream()
                .filter(p -> p.given() + p.received() == 0)
                .map(Person::name)
                .toList();
    }

    public int replies() {
        return sum(lines.stream());
    }

    private static int sum(Stream<Line> lines) {
        return lines.mapToInt(Line::replies).sum();
    }
}
