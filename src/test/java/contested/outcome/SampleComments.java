package contested.outcome;

import contested.question.Slot;
import contested.shared.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A short discussion: Lan and Minh write, Hoa reads; somebody who has left wrote once. */
final class SampleComments {

    static final List<String> PEOPLE = List.of("Lan", "Minh", "Hoa");

    /** On the hour in every zone of whole hours. */
    static final Instant BELL = Instant.parse("2026-03-02T08:00:00Z");

    private final List<PublishedComment> all = new ArrayList<>();

    static List<PublishedComment> discussion() {
        return new SampleComments()
                .wrote("Lan", 2, Slot.YES, null, "vov-3", "hrw-8")
                .wrote("Minh", 4, Slot.NO, "c1", "hrw-8")
                .wrote("Lan", 9, Slot.YES, "c2")
                .wrote(null, 11, null, "c1", "vov-3", "hrw-8")
                .wrote("Minh", 17, Slot.NO, "c2")
                .wrote("Minh", 18, null, "c4")
                .all();
    }

    SampleComments wrote(
            @Nullable String author, int minute, @Nullable Slot position, @Nullable String answers, String... cites) {
        all.add(new PublishedComment(
                new Slug("c" + (all.size() + 1)),
                author,
                BELL.plus(Duration.ofMinutes(minute)),
                position,
                answers == null ? null : new Slug(answers),
                slugs(cites)));
        return this;
    }

    private static Set<Slug> slugs(String... names) {
        return Arrays.stream(names).map(Slug::new).collect(Collectors.toSet());
    }

    List<PublishedComment> all() {
        return List.copyOf(all);
    }
}
