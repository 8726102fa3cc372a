package contested.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import contested.account.Pseudonym;
import contested.shared.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names for those who have none in mind: many, allowed, and no two alike. */
class SuggestedPseudonymTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void thereAreEnoughForAnyWorkshop(Language language) {
        assertThat(SuggestedPseudonym.all(language)).hasSizeGreaterThanOrEqualTo(2000);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachIsAllowedAndNoTwoLookAlike(Language language) {
        List<Pseudonym> all = SuggestedPseudonym.all(language);

        assertThat(all)
                .allSatisfy(name -> assertThat(Pseudonym.of(name.value())).isEqualTo(name));
        assertThat(all.stream().map(Pseudonym::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noneSaysAWordTwice(Language language) {
        assertThat(SuggestedPseudonym.all(language)).allSatisfy(name -> {
            List<String> words = List.of(name.value().split(" "));
            boolean ownDouble = Stream.of("Chuồn", "Cào").anyMatch(words::contains);
            assertThat(words.stream().distinct().count())
                    .as(name.value())
                    .isEqualTo(words.size() - (ownDouble ? 1 : 0));
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void asManyAsAskedForAreSuggestedAndOnlyFreeOnes(Language language) {
        Set<Pseudonym> taken =
                SuggestedPseudonym.all(language).stream().skip(10).collect(Collectors.toCollection(HashSet::new));

        List<Pseudonym> some = SuggestedPseudonym.some(language, 5, name -> !taken.contains(name));

        assertThat(some).hasSize(5).doesNotHaveDuplicates().doesNotContainAnyElementsOf(taken);
        assertThat(SuggestedPseudonym.some(language, 50, name -> !taken.contains(name)))
                .hasSize(10);
    }

    @Test
    void nobodyIsAskedForMoreThanIsNeeded() {
        AtomicInteger asked = new AtomicInteger();

        SuggestedPseudonym.some(Language.EN, 3, name -> asked.incrementAndGet() > 0);

        assertThat(asked).hasValue(3);
    }

    @Test
    void theSameAreNotSuggestedToEverybody() {
        assertThat(Stream.generate(() -> SuggestedPseudonym.some(Language.VI, 3, name -> true))
                        .limit(20)
                        .distinct())
                .hasSizeGreaterThan(15);
    }
}
