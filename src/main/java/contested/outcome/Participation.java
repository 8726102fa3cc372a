package contested.outcome;

import contested.question.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Who took part in a discussion, and when. Counts published comments; who left counts as nobody, their words do. */
public final class Participation {

    /** More do not fit on a phone, and say no more. */
    static final int MAX_STEPS = 12;

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private final List<String> people;
    private final List<PublishedComment> comments;
    private final ZoneId zone;

    /**
     * @param people   the pseudonyms of those who could write
     * @param comments in any order
     * @param zone     whose days the steps follow
     */
    public Participation(Collection<String> people, List<PublishedComment> comments, ZoneId zone) {
        this.people = people.stream().distinct().toList();
        this.comments = comments.stream()
                .sorted(Comparator.comparing(PublishedComment::at))
                .toList();
        this.zone = zone;
    }

    /**
     * What one person did.
     *
     * @param name      the pseudonym
     * @param comments  of theirs, replies among them
     * @param replies   of these, how many answer another comment
     * @param citations passages cited, one comment after the other
     */
    public record Person(String name, int comments, int replies, int citations) {}

    /**
     * A stretch of time.
     *
     * @param from         when it begins
     * @param comments     written in it, the earliest first
     * @param firstWriters how many wrote for the first time
     */
    public record Step(Instant from, List<PublishedComment> comments, int firstWriters) {

        public int replies() {
            return Participation.replies(comments);
        }

        public int citations() {
            return Participation.citations(comments);
        }
    }

    /** How many could write. */
    public int people() {
        return people.size();
    }

    public int comments() {
        return comments.size();
    }

    public int replies() {
        return replies(comments);
    }

    public int citations() {
        return citations(comments);
    }

    /** How many wrote something. */
    public int writers() {
        return having(person -> person.comments() > 0);
    }

    /** How many answered somebody. */
    public int repliers() {
        return having(person -> person.replies() > 0);
    }

    /** How many cited a passage. */
    public int citers() {
        return having(person -> person.citations() > 0);
    }

    /** Those who wrote nothing, in the order of the people. */
    public List<String> silent() {
        return byPerson().stream()
                .filter(person -> person.comments() == 0)
                .map(Person::name)
                .toList();
    }

    /** In the order of the people. */
    public List<Person> byPerson() {
        return people.stream().map(this::person).toList();
    }

    private Person person(String name) {
        List<PublishedComment> theirs =
                comments.stream().filter(c -> name.equals(c.author())).toList();
        return new Person(name, theirs.size(), replies(theirs), citations(theirs));
    }

    private int having(Predicate<Person> done) {
        return (int) byPerson().stream().filter(done).count();
    }

    /** Those of the positions that no published comment takes: the missing voices, in the given order. */
    public List<Slot> unheard(Collection<Slot> offered) {
        return offered.stream()
                .filter(slot -> comments.stream().noneMatch(c -> c.position() == slot))
                .toList();
    }

    /** How long each step is: the shortest usual length that needs few steps. */
    public Duration step() {
        return STEPS.stream()
                .filter(step -> count(step) <= MAX_STEPS)
                .findFirst()
                .orElseGet(() -> STEPS.get(STEPS.size() - 1));
    }

    private long count(Duration step) {
        return comments.isEmpty() ? 0 : index(comments.get(comments.size() - 1).at(), step) + 1;
    }

    /** Steps without a comment in between are among them; none without any comment. */
    public List<Step> steps() {
        Duration step = step();
        List<Step> steps = new ArrayList<>();
        for (long i = 0; i < count(step); i++) {
            long index = i;
            List<PublishedComment> within =
                    comments.stream().filter(c -> index(c.at(), step) == index).toList();
            steps.add(new Step(start(step).plus(step.multipliedBy(i)), within, firstWriters(within)));
        }
        return steps;
    }

    private int firstWriters(List<PublishedComment> within) {
        return (int) within.stream()
                .map(PublishedComment::author)
                .filter(Objects::nonNull)
                .filter(people::contains)
                .distinct()
                .filter(author -> comments.stream()
                        .filter(c -> author.equals(c.author()))
                        .findFirst()
                        .filter(within::contains)
                        .isPresent())
                .count();
    }

    private long index(Instant at, Duration step) {
        return Duration.between(start(step), at).dividedBy(step);
    }

    /** Steps begin at whole ones since midnight, so that their ends are times that people use. */
    private Instant start(Duration step) {
        Instant first = comments.get(0).at();
        Instant midnight = first.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        return midnight.plus(step.multipliedBy(Duration.between(midnight, first).dividedBy(step)));
    }

    private static int replies(List<PublishedComment> comments) {
        return (int) comments.stream().filter(PublishedComment::isReply).count();
    }

    private static int citations(List<PublishedComment> comments) {
        return comments.stream().mapToInt(c -> c.cites().size()).sum();
    }
}
