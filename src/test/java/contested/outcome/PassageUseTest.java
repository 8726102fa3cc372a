package contested.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import contested.question.Slot;
import contested.shared.Bilingual;
import contested.shared.Slug;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which passages a discussion drew on. */
class PassageUseTest {

    private static final List<CitablePassage> PASSAGES = List.of(passage("vov-3"), passage("law-1"), passage("hrw-8"));

    private static CitablePassage passage(String slug) {
        return new CitablePassage(new Slug(slug), "SRC", 3, new Bilingual("Gist.", "Tóm ý."), Slot.YES);
    }

    private final PassageUse use = new PassageUse(PASSAGES, SampleComments.discussion());

    @Test
    void theMostCitedStandsFirst() {
        assertThat(use.used())
                .extracting(u -> u.passage().slug().value(), PassageUse.Use::comments)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hrw-8", 3),
                        org.assertj.core.groups.Tuple.tuple("vov-3", 2));
    }

    @Test
    void passagesThatNobodyCitedAreNamed() {
        assertThat(use.unused()).extracting(p -> p.slug().value()).containsExactly("law-1");
    }

    @Test
    void theCountsEqualACountOverTheRawComments() {
        for (PassageUse.Use each : use.used()) {
            int comments = 0;
            for (PublishedComment comment : SampleComments.discussion()) {
                for (Slug cited : comment.cites()) {
                    comments += cited.equals(each.passage().slug()) ? 1 : 0;
                }
            }
            assertThat(each.comments()).isEqualTo(comments);
        }
    }

    @Test
    void alikePassagesKeepTheOrderOfTheirPage() {
        List<PublishedComment> one = new SampleComments()
                .wrote("Lan", 0, Slot.YES, null, "law-1", "vov-3")
                .all();

        assertThat(new PassageUse(PASSAGES, one).used())
                .extracting(u -> u.passage().slug().value())
                .containsExactly("vov-3", "law-1");
    }
}
